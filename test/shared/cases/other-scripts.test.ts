/** A name in the letters of one script finds the same name in those of another: everyday names, nobody in particular. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareWords, readWord, type WordLikeness } from '../../../shared/cases/alike/compare-words.ts';
import { nameKeys } from '../../../shared/cases/alike/alike-keys.ts';
import { inLatin } from '../../../shared/cases/scripts/in-latin.ts';
import { soundsOf } from '../../../shared/cases/sound-words.ts';

const likenessOf = (a: string, b: string): WordLikeness => compareWords(readWord(a), readWord(b));
const heardAlike = (a: string, b: string): boolean => soundsOf(a).some((key) => soundsOf(b).includes(key));
const keysOf = (word: string): readonly string[] => [...nameKeys([{ given: word, family: '' }]).values()].flat();
const pairs = (text: string): readonly (readonly [string, string])[] =>
  text.trim().split(/\s*\n\s*|\s*,\s*/).map((pair) => {
    const [a = '', b = ''] = pair.split(' ');
    return [a, b] as const;
  });

const one = pairs(`
  أميرة Amira, محمد Mohammed, يوسف Youssef, أحمد Ahmed, احمد Ahmad, علي Ali, عمر Omar, عائشة Aisha, فاطمه Fateme, خديجة Khadija, حسين Hussein, حسن Hassan, زينب Zainab
  ياسمين Jasmin, ابراهیم Ebrahim, مصطفى Mustafa, هدى Huda, نور Nour, ليلى Leila, عبدالله Abdullah, عبدالرحمن Abdulrahman, الخطيب Khatib, الشامي Alshami, حیدری Heydari, رضایی Rezaei
  احمدزی Ahmadzai, قاسم Ghasem, قاسم Qasem, جميلة Djamila, شیرین Schirin, پروانه Parwana, گلناز Golnaz, هێڤی Hevi, ئازاد Azad, خالد Chaled, وسيم Wasim, عثمان Osman, رمضان Ramazan, امید Omid, عیسی Isa
  زهرا Zahra, زهرة Zohra, زهير Zuhair, سهيل Suhail, سهیلا Soheila, سها Soha, سهراب Sohrab, تهمینه Tahmina, تسنیم Tasnim, أزهر Azhar, إسحاق Ishaq, أدهم Adham, فتحي Fathi, نزهت Nuzhat, پهلوان Pahlawan
  Γιώργος Giorgos, Ελένη Eleni, Χρήστος Christos, Κωνσταντίνος Konstantinos, Παπαδόπουλος Papadopoulos, Ευαγγελία Evangelia, Μπέλλα Bella
  გიორგი Giorgi, ნინო Nino, თამარ Tamar, შოთა Schota, კაპანაძე Kapanadze, ჯაბა Jaba, ქეთევან Ketevan
  Արմեն Armen, Անահիտ Anahit, Գևորգ Gevorg, Սարգսյան Sargsyan, Երևան Yerevan, Հովհաննես Hovhannes
  ዳዊት Dawit, ተስፋዬ Tesfaye, ሰላማዊት Selamawit, ዮሃንስ Yohannes, ገብረ Gebre, ኃይለ Haile, ብርሃን Berhan, ይስሓቅ Yishak, ትግስት Tigist, ጸጋይ Tsegay, ተኽለ Tekle, ሚካኤል Mikael, ማርያም Maryam
  Шевченко Schewtschenko, Юлія Yuliia, Љиљана Ljiljana, Ђорђе Djordje, Александр Alexander`);

const two = pairs(`
  أمير Amira, أميرة Samira, سمير Samira, حسن Hussein, أحمد Mahmoud, نادر Nadira, علي Elias, ليلى Leon, يوسف Yasin, زينب Zahra
  Ελένη Helga, Γιώργος Gregor, გიორგი Georg-Ann, ნინო Nana, Արմեն Amin, Անահիտ Anna, ዳዊት Dawud, ሰላም Salem, ተስፋዬ Tesema, Іван Ivana, Наталія Tatjana`);

test.each(one)('%s is heard as %s, is looked at beside it, and likely enough for a hint, both ways', (a, b) => {
  expect(heardAlike(a, b)).toBe(true);
  expect(keysOf(a).some((key) => keysOf(b).includes(key))).toBe(true);
  expect(['equal', 'heard', 'close']).toContain(likenessOf(a, b));
  expect(likenessOf(b, a)).toBe(likenessOf(a, b));
});

test.each(two)('%s and %s are not one name', (a, b) => {
  expect(likenessOf(a, b)).not.toBe('equal');
});

test('of different names across scripts one in four is heard alike at most', () => {
  expect(two.filter(([a, b]) => heardAlike(a, b)).length / two.length).toBeLessThanOrEqual(0.25);
});

test('two letters side by side are no sound of their own: a girl called Zahra is no Shara, and Suhail no Shuail', () => {
  expect([likenessOf('زهرا', 'Shara'), likenessOf('سهيل', 'Shuail')]).not.toContain('equal');
  expect([likenessOf('شیرین', 'Schirin'), likenessOf('ثامر', 'Thamer'), likenessOf('خالد', 'Khaled')]).not.toContain('other');
});

test('without its vowels a name is never more than close: Samar and Samir may be sister and brother', () => {
  for (const full of ['Samar', 'Samir']) expect(likenessOf('سمر', full)).toBe('close');
});

describe('any word', () => {
  test('is read in a handful of ways, all of them short, whatever it is made of', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'ايقثضوعبጸይኸአԵՈՒევნαυγκшщjcx\u0301\ud800\u202e'), maxLength: 60 });
    fc.assert(
      fc.property(letters, (word) => {
        expect(inLatin(word).length).toBeLessThanOrEqual(8);
        expect(soundsOf(word).length).toBeLessThanOrEqual(8);
        expect(likenessOf(word, word)).toBe('equal');
      }),
    );
  });

  test('a megabyte of letters is no name', () => {
    for (const letter of ['ي', 'ጸ', 'a']) expect(inLatin(letter.repeat(1_000_000))).toEqual([]);
  });

  test('in Latin letters stays as it is', () => {
    expect(['Çelik', "O'Brien", 'Łukasz'].map(inLatin)).toEqual([['çelik'], ["o'brien"], ['łukasz']]);
  });
});
