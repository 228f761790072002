/** Who might be the same person: two grades, each with its reasons. */
import { describe, expect, test } from 'vitest';
import { namesOf, phonesOf, type AlikePerson } from '../../../shared/cases/alike/alike-person.ts';
import { nameComparer } from '../../../shared/cases/alike/compare-names.ts';
import { gradeTogether, judge, type Judgement } from '../../../shared/cases/alike/judge.ts';
import { IsoDay } from '../../../shared/domain/day.ts';
import { namePairs, type NamedPerson } from '../../support/name-pairs.ts';

const oneName = (name: string): readonly string[] => (name === '' ? [] : [name]);

function person({ first, last, born }: NamedPerson, phone = '', rough = false): AlikePerson {
  return { names: namesOf(oneName(first), oneName(last), []), born, bornRough: rough, phones: phonesOf(oneName(phone)) };
}

/** „Amira Haidari 2008-01-01 017012345678“: one word each, a birth date and a phone where there are. */
function read(text: string): AlikePerson {
  const words = text.split(' ');
  const born = words.find((word) => IsoDay.safeParse(word).success);
  const phone = words.find((word) => /^0\d{6,}$/.test(word));
  const [first = '', ...last] = words.filter((word) => word !== born && word !== phone).map((word) => word.replaceAll('_', ' '));
  return person({ first, last: last.join(' '), born: born === undefined ? null : IsoDay.parse(born) }, phone);
}

const judged = (a: string, b: string): Judgement | null => judge(read(a), read(b), nameComparer());
const gradeOf = (a: string, b: string): string => judged(a, b)?.grade ?? 'none';

describe('260 pairs of made-up people', () => {
  const results = namePairs.map((pair) => ({ ...pair, grade: judge(person(pair.a), person(pair.b), nameComparer())?.grade ?? null }));
  // By turns of two, because every second pair is one person: each half has to hold by itself.
  const halves = [0, 1].map((half) => results.filter(({ id }) => (id % 4 < 2 ? 0 : 1) === half));

  test.each(halves.map((half, at) => [at === 0 ? 'first' : 'second', half] as const))('of the %s half, one person in two spellings gets a hint, two people are not called one', (_, half) => {
    const one = half.filter(({ same }) => same);
    const two = half.filter(({ same }) => !same);
    expect(one.filter(({ grade }) => grade !== null).length / one.length).toBeGreaterThanOrEqual(0.95);
    expect(two.filter(({ grade }) => grade === 'same').length / two.length).toBeLessThanOrEqual(0.1);
  });

  test('turned round, every pair is judged the same', () => {
    const turned = namePairs.map((pair) => judge(person(pair.b), person(pair.a), nameComparer())?.grade ?? null);
    expect(turned).toEqual(results.map(({ grade }) => grade));
  });
});

describe('wahrscheinlich dieselbe Person', () => {
  test.each([
    ['Yusuf Haddad 2005-04-17', 'Youssef Hadad 2005-04-17'],
    ['Oleksandr Shevchenko 2004-08-09', 'Alexander Schewtschenko 2004-08-09'],
    ['Олександр Шевченко 2004-08-09', 'Oleksandr Shevchenko 2004-08-09'],
    ['Zainab Rezaei 2006-11-23', 'Seinab Rezai 2006-11-23'],
    ['Büşra Yıldırım 2007-09-30', 'Busra Yildirim 2007-09-30'],
    ['Łukasz Wiśniewski 2003-05-14', 'Lukasz Wisniewski 2003-05-14'],
    ['Ștefania Țăranu 2006-02-18', 'Stefania Taranu 2006-02-18'],
    ['Xaliimo Cabdullahi 2005-03-22', 'Halimo Abdullahi 2005-03-22'],
    ['Gebre_Hiwet Tesfay 2004-10-28', 'Ghebrehiwet Tesfai 2004-10-28'],
    ['Tesfay Ghebrehiwet 2004-10-28', 'Ghebrehiwet Tesfai 2004-10-28'],
    ['Ali_Reza Mohammadi 2005-07-19', 'Alireza Mohamadi 2005-07-19'],
    ['Ali_Reza Mohammadi 2005-07-19', 'Ali Reza_Mohammadi 2005-07-19'],
    ['Noor al-Khatib 2006-06-25', 'Nour Alkhatib 2006-06-25'],
    ['Samira Haidari 2008-03-12', 'Samira Haidari 2008-12-03'],
    ['Samira Haidari 2008-03-27', 'Samira Haidari 2009-03-27'],
    ['محمد أحمدي 2008-03-27', 'محمد أحمدي 2008-03-27'],
    ['Samira Haidari 0170123456', 'Samira Haydari 0170123456'],
  ])('%s and %s', (a, b) => {
    expect(gradeOf(a, b)).toBe('same');
    expect(gradeOf(b, a)).toBe('same');
  });
});

describe('ähnlich, bitte prüfen', () => {
  test.each([
    ['twins', 'Samira Haidari 2008-05-13', 'Amira Haidari 2008-05-13'],
    ['twins, one of them with a breath before the name', 'Anna Petrov 2008-05-13', 'Hanna Petrov 2008-05-13'],
    ['twins, the same with a phone of the family', 'Helena Petrov 2008-05-13 0170123456', 'Elena Petrov 2008-05-13 0170123456'],
    ['twins, names turned round', 'Karim Demir 2008-05-13', 'Demir Karam 2008-05-13'],
    ['twins with the phone of the family, whose names sound alike', 'Lena Petrov 2008-05-13 0170123456', 'Lina Petrov 2008-05-13 0170123456'],
    ['twins called Samer and Samir', 'Samer Haddad 2008-05-13 0170123456', 'Samir Haddad 2008-05-13 0170123456'],
    ['twins called Alina and Elina', 'Alina Petrov 2008-05-13 0170123456', 'Elina Petrov 2008-05-13 0170123456'],
    ['twins called Emin and Amin', 'Emin Demir 2008-05-13 0170123456', 'Amin Demir 2008-05-13 0170123456'],
    ['twins of whom one bears a name more', 'Mohammad Rahimi 2008-05-13', 'Mohammad_Ali Rahimi 2008-05-13'],
    ['twins called Maria and Anna Maria', 'Maria Petrov 2008-05-13', 'Anna_Maria Petrov 2008-05-13'],
    ['twins called Zahra and Fatima Zahra, with the phone of the family', 'Zahra Rezai 2008-05-13 0170123456', 'Fatima_Zahra Rezai 2008-05-13 0170123456'],
    ['a single name in two scripts and a 1 January', 'Ahmad 2007-01-01', 'أحمد 2007-01-01'],
    ['a single name in two scripts and the same year', 'Karim 2007-05-17', 'کریم 2007-01-01'],
    ['a single name in another script, and a surname', 'Hassan Rahimi 2007-01-01', 'حسن 2007-01-01'],
    ['a name with two letters that are one sound in German', 'Zahra Rezai 2007-01-01', 'زهرا رضایی 2007-01-01'],
    ['the same, and nobody asked for the birth date', 'Suhail Haddad 2007-05-17', 'سهيل حداد'],
    ['a brother and a sister of one day', 'Ivan Petrov 2008-05-13', 'Ivana Petrov 2008-05-13'],
    ['twins with everything in common but the name', 'Hasan Demir 2008-05-13 0170123456', 'Hüseyin Demir 2008-05-13 0170123456'],
    ['a namesake of another year', 'Samira Haidari 2008-05-13', 'Samira Haidari 2005-11-02'],
    ['a birth date nobody asked for', 'Samira Haidari', 'Samira Haydari 2005-11-02'],
    ['one name only', 'Habtom 2006-04-09', 'Habtom Tekle 2006-04-09'],
    ['a short form', 'Selam Haile 2006-04-09', 'Selamawit Haile 2006-04-09'],
    ['a slip of the pen', 'Kristina Petrov 2006-04-09', 'Kirstina Petrov 2006-04-09'],
    ['a made-up day of the right year', 'Samira Haidari 2008-01-01', 'Samira Haydari 2008-05-13'],
    ['a phone of the family', 'Samira Haidari 0170123456', 'Navid Rahimi 0170123456'],
    ['somebody who married', 'Samira Haidari 2004-05-13', 'Samira Popal 2004-05-13'],
  ])('%s', (_, a, b) => {
    expect(gradeOf(a, b)).toBe('similar');
    expect(gradeOf(b, a)).toBe('similar');
  });

  test('a name that many bear and a 1 January say little', () => {
    expect(gradeOf('Ahmad Ahmadi 2005-01-01', 'Ahmad Ahmadi 2005-01-01')).toBe('similar');
    expect(gradeOf('Ahmad Ahmadi 2005-01-01 0170123456', 'Ahmad Ahmadi 2005-01-01 0170123456')).toBe('same');
    const alone = judged('Ahmad Ahmadi 2005-03-05', 'Ahmad Ahmadi 2005-05-03');
    if (alone === null) throw new Error('no hint');
    expect(alone.grade).toBe('same');
    expect(gradeTogether(alone, 0).grade).toBe('same');
    expect(gradeTogether(alone, 5).grade).toBe('similar');
  });

  test.each([
    ['Sara Haddad', 'Shara Haddad'],
    ['Sara Haddad', 'Zara Haddad'],
    ['Jana Popal', 'Shana Popal'],
    ['Ali Demir', 'Eli Demir'],
    ['Lena Petrov', 'Lina Petrov'],
    ['Salim Alshami', 'Salem Alshami'],
  ])('%s and %s sound alike and may be twins, who have day and phone in common too', (a, b) => {
    for (const more of ['2006-04-09', '2006-01-01', '2006-04-09 0170123456', '2006-01-01 0170123456']) expect(gradeOf(`${a} ${more}`, `${b} ${more}`)).toBe('similar');
  });

  test('twins whose names sound alike are told by that reason', () => {
    expect(judged('Lena Petrov 2008-05-13 0170123456', 'Lina Petrov 2008-05-13 0170123456')?.reasons).toContain('Vorname klingt ähnlich');
    expect(judged('Maria Petrov 2008-05-13', 'Anna_Maria Petrov 2008-05-13')?.reasons).toContain('Vorname teilweise gleich');
  });

  test('a surname that sounds alike and a 1 January', () => {
    expect(gradeOf('Khaled Nasser 2003-01-01', 'Khaled Najjar 2003-01-01')).toBe('similar');
  });

  test('the same day and the same rare-sounding name stay what they are, however many bear it', () => {
    const exact = judged('Ahmad Ahmadi 2005-05-13', 'Ahmad Ahmadi 2005-05-13');
    expect(exact && gradeTogether(exact, 50).grade).toBe('same');
  });
});

describe('no hint', () => {
  test.each([
    ['Samira Haidari 2008-05-13', 'Navid Rahimi 2006-03-02'],
    ['Samira Haidari 2008-05-13', 'Samira Rahimi 2006-03-02'],
    ['Hasan Demir 2008-05-13', 'Hüseyin Demir 2005-03-02'],
    ['Samira', 'Samira Haidari 2008-05-13'],
    ['Samira Haidari 2008-01-01', 'Navid Rahimi 2008-01-01'],
  ])('%s and %s', (a, b) => {
    expect(gradeOf(a, b)).toBe('none');
  });

  test('a number too short to be a phone is none', () => {
    expect(phonesOf(['110', '-', ''])).toEqual([]);
    expect(phonesOf(['+49 170 / 123456', '0170 123456', '+49 (170) 123456', '+49 (0170) 123456', '٠١٧٠ ١٢٣ ٤٥٦', '0170 – 123456'])).toEqual(['0170123456']);
  });
});

describe('reasons', () => {
  test('say what is the same first, and then what is not', () => {
    expect(judged('Amira Haydari 2008-01-01 0170123456', 'Samira Haidari 2008-01-01 0170123456')?.reasons).toEqual([
      'gleiches Geburtsdatum',
      'gleiche Telefonnummer',
      'gleicher Nachname',
      'Geburtsdatum vielleicht geschätzt',
      'anderer Vorname',
    ]);
  });

  test.each([
    ['Amira Haydari 2008-05-13', 'Amira Haydari 2008-05-13', 'gleicher Name'],
    ['Amira Haydari 2008-05-13', 'Amira Heidari 2008-05-13', 'gleicher Name, anders geschrieben'],
    ['Haydari Amira 2008-05-13', 'Amira Heidari 2008-05-13', 'Vor- und Nachname vertauscht'],
    ['Amira Haydari 2008-03-05', 'Amira Haydari 2008-05-03', 'Tag und Monat der Geburt vertauscht'],
    ['Amira Haydari 2008-05-13', 'Amira Haydari 2007-05-13', 'gleicher Geburtstag, ein Jahr auseinander'],
    ['Amira_Zahra Haydari 2008-05-13', 'Zahra Haydari 2008-05-13', 'Vorname teilweise gleich'],
    ['Amira Haydari', 'Amira Haydari', 'Geburtsdatum fehlt'],
    ['Amira Haydari 2008-05-13', 'Amira Haydari 2001-10-20', 'anderes Geburtsdatum'],
  ])('of %s and %s: %s', (a, b, reason) => {
    expect(judged(a, b)?.reasons).toContain(reason);
  });
});

test('any text is compared', () => {
  for (const text of ['', '=1+1', '\u0000', '\ud800', '<script>', '\u202eabc', 'ß'.repeat(5_000), '1 2 3', 'Ó’ ʿ -']) {
    const odd: AlikePerson = { names: namesOf([text], [text], [text]), born: null, bornRough: false, phones: phonesOf([text]) };
    expect(['same', 'similar', undefined]).toContain(judge(odd, odd, nameComparer())?.grade);
  }
});
