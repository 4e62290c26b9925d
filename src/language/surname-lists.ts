/** Lists that no rule of endings can replace. Lower case, «ё» as «е». */
const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter((word) => word !== ""));

/** French names on a stressed vowel. @see Грамматический словарь: фамилии французского происхождения на ударные -а, -я не склоняются */
export const FRENCH = words("дюма золя петипа тома труайя гамарра");

/** Foreign names on -ов and -ин take «-ом»: Дарвином, Чаплином. */
export const FOREIGN_POSSESSIVE = words(
  "дарвин чаплин грин франклин брин берлин голдвин эрвин болдуин бюлов гершвин колвин марвин кельвин мерлин",
);

/** Given names that are also surnames: «Мартыном» or «Мартыным». */
export const GIVEN_LIKE = words("мартын константин валентин августин северин устин севастьян эдвин алвин мервин");

/** Nouns on -ой: Прибоя, not Прибого. */
export const NOUNS_ON_OY = words(
  "прибой отбой разбой перебой забой убой покой застой водопой запой козодой удой надой герой аналой ковбой плейбой покрой настрой устой гобой конвой",
);

/** The vowel falls out: Соловья. */
export const FLEETING_EY = words("соловей воробей муравей репей ручей");
/** The vowel stays: Матвея. */
export const STEADY_EY = words(
  "андрей сергей матвей алексей корней гордей авдей елисей тимофей еремей мосей галилей амадей бердяй кощей лакей архирей иерей",
);

/** Soft adjectives on -ний. */
export const SOFT_ADJECTIVES = words(
  "синий нижний верхний средний крайний последний задний передний поздний ранний летний зимний осенний весенний давний древний соседний дальний ближний внешний",
);
/** Adjectives on a hushing letter. */
export const HUSHING_ADJECTIVES = words(
  "осадчий кравчий стряпчий зодчий рабочий ловчий певчий подвойчий писарчий рыжий пригожий хороший старший младший меньший больший свежий горячий могучий колючий летучий бродячий ходячий кипучий",
);

/** Common nouns whose last vowel falls out: as surnames they keep it or lose it as the family does. */
export const FLEETING_NOUNS = words(
  "орел осел козел котел чехол лев сон лоб рот пес день пень уголь коготь ноготь огонь камень корень ремень перстень ячмень ветер шатер костер бобер осетр хребет овес дятел пепел узел бугор черт павел посол угол угорь рубль кашель деготь лапоть ломоть локоть журавль журавель стебель щавель крендель кремень гребень плетень ставень ковер лен мох ров шов",
);

/** Nouns on -ец that keep the vowel. */
export const STEADY_ETS = words("кузнец жнец швец чтец мудрец близнец");

/** The stress moves to the ending: Ткачом, Чижом, Кирпичом. */
export const STRESSED_HUSHING = words(
  "ткач кумач толмач силач богач грач калач лихач рогач пугач деркач копач дергач бородач кузьмич ильич лукич фомич москвич кирпич сыч бич ключ сургуч бирюч чиж стриж еж уж нож морж лещ борщ хрущ плющ клещ хвощ плащ ковш карандаш камыш малыш латыш шалаш мураш палаш бугач усач трубач скрипач циркач палач секач",
);
/** The stress stays on the stem: Гуляшем would be wrong, Кулишем right. */
export const UNSTRESSED_HUSHING = words("гнедич бабич марич кулиш янош милош януш драгош ландыш марош борич");

/** On -а after a hushing letter with an unstressed ending: Грушей. */
export const UNSTRESSED_SHA = words(
  "груша кваша каша гуща галуша туча кляча дача роща чаща лужа кожа стужа крыша ноша птица куница ница пшеница горлица лисица синица саша паша яша миша гриша леша алеша",
);
/** With a stressed one: Свечой. */
export const STRESSED_SHA = words("свеча парча каланча саранча моща праща душа левша межа кожемяча овца");

/** Common nouns on -ова and -ина: a woman's «Калина» is a noun (Калины) or comes from «Калин» (Калиной). */
export const NOUN_LIKE_POSSESSIVE = words(
  "калина малина рябина дубина дружина щербина былина осина скотина година судина перина картина долина равнина пучина кручина лучина ложбина машина скорина яцина перепечина гадина льдина пушнина старшина половина корзина волошина голова сова корова подкова основа обнова дева морква плева",
);

/** German names on -их decline: Дитриха. Russian ones (Долгих) do not. */
export const GERMAN_IKH = words("дитрих эрлих ульрих фридрих генрих фрейндлих мюних рих гайдрих хейнрих");

/** First parts of double surnames that never change. */
export const FROZEN_FIRST = words(
  "бонч тян сен ван фон де ла ле дер аль эль тер мак ибн бен сан санта шах доппель вон",
);
