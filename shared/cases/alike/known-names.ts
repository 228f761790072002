/**
 * Given names that are one name in the languages of the young people and that no rule of spelling brings together. Each line is one name;
 * a spelling stands in one line only, also one in another script that
 * the rules do not lead there, such as one without its vowels. Everyday knowledge of names: nothing here is about a person.
 */
const lines = `
alexander aleksandar aleksander aleksandr alexandr alexandru oleksandr olexandr olexander aliaksandr sandro
alexandra aleksandra oleksandra olexandra
aleksei alexei alexey aleksey alexej aleksej oleksii oleksij oleksiy olexij olexiy
andreas andrei andrej andrey andrii andrij andriy andrzej andriej
anna hanna ganna
antonius anton antonii antonij
artem artiom artyom artjom
bogdan bohdan
christina kristina khrystyna chrystyna hristina
christo hristo khristo
daniel danylo danilo danil daniil danijil danyil
dimitri dmitri dmitrii dmitrij dmitriy dmitry dmytro dimitrij dmitro dzmitry
ekaterina jekaterina yekaterina kateryna katerina katharina katarina catalina katarzyna
elena olena jelena yelena helena alena
elisabeth jelisaveta yelyzaveta yelizaveta elizaveta jelysaweta
eugen evgeny evgenii evgenij evgeniy evgeni yevgeny yevgeni jewgeni jewgenij jewhen yevhen yevhenii jewhenij
georg george georgi georgii gheorghe heorhii heorhij jorge jiri gueorgui giorgi
gregor grigori grigorij hryhorii hryhorij grzegorz
ignatius ihnat ignat
igor ihor
jakob jakub yakub yaqub yakov jakow iacob yaqoob يعقوب یعقوب
johannes yohannes yohanes johanes ዮሃንስ ዮሐንስ
joseph josef yusuf yousef youssef yousuf yusef yusif jussuf jusuf yossef iosif jozef josip osip يوسف یوسف ዮሴፍ
julia yulia yuliya yuliia julija iulia iuliia
lydia lidiia lidija lidia
lukas luca luka lucas
maria mariia marija mariya mariya
mark marko markus
maxim maksim maksym maksims
mehmed mehmet mehmeti
michael mikhail michail mykhailo mychajlo mykhaylo michal mikail mikael
mohammed mohamed mohammad mohamad muhammad muhammed muhamed muhamad mahamed maxamed mahomed mouhamed mouhammad محمد
mahmoud mahmud mohamud maxamuud mahamud mohamoud maxamud mahmut محمود
natalia nataliia natalija natalya natalja nataliya
nikolaus nikolai nikolaj nikolay mykola nicolae mikola mikalai
oksana oxana aksana
oleg oleh
olga olha
paul pavel pavlo pawel pawlo pavlos
peter petro pjotr pyotr piotr petru petar
sergei sergej sergey sergii serhii serhij serhiy sergiy sergiu siarhei sergij
stefan stephan stepan stefano stepane shtjefen szczepan
svetlana switlana svitlana swetlana
thomas toma tomas tomasz foma
timothy tymofii timofei timofej tymofij
valentina walentyna valentyna
viktor wiktor victor
vladimir volodymyr wolodymyr wladimir vladymyr
vladislav vladyslav wladyslaw vladislaw
wassili vasile vasyl vasili wasyl vasilij wassilij vasiliy
zainab zeinab seinab sainab zaynab zeynab zeynep زينب زینب
xenia ksenia kseniia oksenia ksenija
zakaria zacharias zakariya zakarya sakaria zacarias زكريا زکریا
abdallah abdullah abdulla abdellah cabdullahi abdullahi عبدالله
abdelrahman abdulrahman abdirahman abdurrahman abdulrahmon cabdiraxmaan abdarrahman عبدالرحمن
ishaq isaac isak isaak اسحاق
ibrahim abraham ebrahim brahim ibraahim ibrahima ابراهيم ابراهیم ኣብርሃም አብርሃም
ismail ismael esmail ismaiil اسماعيل اسماعیل
suleiman sulaiman soleyman suleyman soliman salomon saleban سليمان سلیمان
maryam mariam maryan marjam meryem merjem miriam مريم مریم
fatima fatma fatemeh fatimah fatoumata fatime فاطمة فاطمه
khadija hatice khadijah chadidscha khadidja khadiijo خديجة خديجه خدیجه
aisha aicha ayse aischa ayesha aysha aysche aisa caasha asha عايشة عايشه عایشه
`;

const nameOf: ReadonlyMap<string, string> = new Map(
  lines.split('\n').flatMap((line) => {
    const spellings = line.trim().split(' ');
    return spellings.map((spelling) => [spelling, spellings[0] ?? ''] as const);
  }),
);

/** The one name this spelling stands for; undefined for a name that rules are enough for. `plain`: small letters without marks. */
export function knownName(plain: string): string | undefined {
  return nameOf.get(plain);
}
