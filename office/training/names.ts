/** First and last names common where the young people of the JMD come from. Put together at random they name nobody. */

export interface Names {
  readonly w: readonly string[];
  readonly m: readonly string[];
  /** Where women and men bear other forms: `[w, m]`. */
  readonly last: readonly (string | readonly [string, string])[];
}

const words = (text: string): readonly string[] => text.split(' ');

const arabic: Names = {
  w: words('Amira Rania Lina Nour Hala Salma Yasmin Dima Reem Sara'),
  m: words('Ahmad Omar Khaled Yusuf Karim Tarek Samir Hassan Bilal Anas'),
  last: words('Haddad Khalil Mansour Nasser Saleh Darwish Hamdan Issa Sabbagh Najjar Qasem Youssef'),
};
const afghan: Names = {
  w: words('Zahra Fatima Parwana Shabnam Mina Laila Nargis Roya'),
  m: words('Ali Mustafa Farid Jawad Navid Reza Hamid Samim Zabihullah'),
  last: words('Ahmadi Rahimi Hosseini Noori Karimi Sharifi Azizi Mohammadi Haidari Popal'),
};
const ukrainian: Names = {
  w: words('Oksana Daryna Sofiia Anastasiia Kateryna Yuliia Polina Solomiia'),
  m: words('Oleksandr Maksym Danylo Artem Bohdan Nazar Andrii Ivan'),
  last: words('Kovalenko Shevchenko Bondarenko Tkachenko Lysenko Moroz Marchenko Savchenko Kravchuk Rudenko'),
};
const eritrean: Names = {
  w: words('Selam Feven Rahwa Luwam Winta Helen Eden'),
  m: words('Filmon Yonas Robel Samuel Merhawi Aman Natnael'),
  last: words('Tesfay Gebremedhin Haile Kidane Mehari Abraha Tekle Weldu'),
};
const somali: Names = {
  w: words('Hodan Ifrah Sagal Asha Ayan Fadumo'),
  m: words('Abdi Guled Liban Mahad Sahal Warsame'),
  last: words('Warsame Farah Abdullahi Hersi Jama Nur Elmi'),
};
const bulgarian: Names = {
  w: words('Elena Desislava Viktoria Gergana Teodora'),
  m: words('Georgi Dimitar Nikolay Stefan Plamen'),
  last: [
    ['Petrova', 'Petrov'],
    ['Georgieva', 'Georgiev'],
    ['Dimitrova', 'Dimitrov'],
    ['Todorova', 'Todorov'],
    ['Koleva', 'Kolev'],
  ],
};
const romanian: Names = {
  w: words('Andreea Ioana Mihaela Bianca Alina'),
  m: words('Andrei Mihai Alexandru Florin Radu'),
  last: words('Popescu Ionescu Dumitru Stan Munteanu Lupu Radu'),
};
const turkish: Names = {
  w: words('Elif Zeynep Ayşe Merve Büşra'),
  m: words('Emre Mehmet Yusuf Can Burak'),
  last: words('Yılmaz Demir Çelik Aydın Şahin Koç Arslan'),
};
const iranian: Names = {
  w: words('Niloufar Shirin Parisa Mahsa Golnaz'),
  m: words('Arash Kian Behnam Pouya Sina'),
  last: words('Tehrani Moradi Jafari Rostami Kazemi Shirazi'),
};
const westAfrican: Names = {
  w: words('Mariama Aminata Grace Blessing Fatoumata Joy'),
  m: words('Ibrahima Mamadou Emmanuel Kwame Ousmane Alpha'),
  last: words('Diallo Barry Bah Mensah Okafor Adeyemi Sow Camara'),
};
const balkan: Names = {
  w: words('Arta Elira Milica Jovana Besa Ana'),
  m: words('Arben Driton Marko Stefan Luan Nikola'),
  last: words('Krasniqi Gashi Berisha Jovanović Marković Nikolić Hoxha'),
};
const polish: Names = {
  w: words('Zuzanna Julia Maja Karolina'),
  m: words('Jakub Kacper Mateusz Szymon'),
  last: [['Kowalska', 'Kowalski'], ['Wiśniewska', 'Wiśniewski'], 'Nowak', 'Mazur', 'Wójcik'],
};
const vietnamese: Names = {
  w: words('Linh Thảo Mai Hương'),
  m: words('Minh Đức Huy Nam'),
  last: words('Nguyễn Trần Phạm Hoàng Vũ'),
};
const german: Names = {
  w: words('Lena Marie Jana Laura Nele'),
  m: words('Jonas Felix Tim Lukas Paul'),
  last: words('Petersen Brandt Krüger Lorenz Vogt Seidel'),
};

export const names = {
  arabic,
  afghan,
  ukrainian,
  eritrean,
  somali,
  bulgarian,
  romanian,
  turkish,
  iranian,
  westAfrican,
  balkan,
  polish,
  vietnamese,
  german,
} as const;

/** Behind every surname, so that nobody takes a made-up person for a real one, on screen and on paper. */
export const trainingMark = '(Übung)';
