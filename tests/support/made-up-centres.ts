import type { Answers } from "../../src/desk/drafting/index.ts";

/** A centre that is nobody's: the answers of `trc init` for it, and what a reader of its papers would stumble over. */
export type MadeUpCentre = {
  /** What is particular about it. */
  readonly name: string;
  /** The day it begins. */
  readonly date: string;
  readonly answers: Answers;
  /** Nouns of its records that name the supervising body, the school, the territory, the head: all others are foreign to it. */
  readonly own: readonly string[];
  /** Its set has a schedule of consultations, a list of equipment, resources in the agreements, a council that approves the plan. */
  readonly rich: boolean;
};

const SURNAMES: readonly (readonly [man: string, woman: string])[] =
  "Орлов Лесин Громов Березин Поляков Соколов Воронин Журавлёв Климов Романов Сорокин Тихонов Фролов Белов Власов Егоров"
    .split(" ")
    .map((one) => [one, `${one}а`]);
const MEN = ["Иван Петрович", "Павел Олегович", "Сергей Ильич", "Роман Андреевич"];
const WOMEN = ["Анна Сергеевна", "Елена Викторовна", "Ольга Ивановна", "Мария Павловна"];

/** «Орлов Иван Петрович», «Лесина Елена Викторовна»: each number its own person. */
function person(number: number, woman: boolean): string {
  const [man, feminine] = SURNAMES[number % SURNAMES.length] ?? ["", ""];
  return `${woman ? feminine : man} ${(woman ? WOMEN : MEN)[Math.floor(number / SURNAMES.length) % 4]}`;
}

const DISTRICTS = "Южный Северный Восточный Западный Речной Озёрный Лесной Степной Горный Нижний Верхний Средний".split(
  " ",
);

/** INN and OGRN with right check digits, made of a number. */
function codes(number: number): { readonly inn: string; readonly kpp: string; readonly ogrn: string } {
  const own = `9900${String(number).padStart(5, "0")}`;
  const sum = [2, 4, 10, 3, 5, 9, 4, 6, 8].reduce((total, weight, index) => total + weight * Number(own[index]), 0);
  const head = `1029900${String(number).padStart(5, "0")}`;
  return { inn: `${own}${(sum % 11) % 10}`, kpp: "990001001", ogrn: `${head}${(BigInt(head) % 11n) % 10n}` };
}

type Sketch = Omit<MadeUpCentre, "answers"> & {
  readonly territory: Answers["territory"];
  readonly body: Pick<Answers["committee"], "full" | "short"> &
    Partial<Answers["committee"]> & { readonly head: Answers["committee"]["head"] };
  readonly school: Pick<Answers["centre"], "full" | "short" | "head"> & Partial<Answers["centre"]>;
  /** How many base schools, and how many other schools there are in the district of each. */
  readonly bases: number;
  readonly others: number;
};

function centreOf(sketch: Sketch, number: number): MadeUpCentre {
  const { territory, body, school, bases, others, ...rest } = sketch;
  const locality = "г. Примерск";
  const address = "199000, Примерная область, г. Примерск, ул. Первая, д. 1";
  const answers: Answers = {
    territory,
    centre: {
      locality: "с. Ближнее",
      address: "199001, Примерная область, с. Ближнее, ул. Первая, д. 2",
      ...codes(number * 100),
      ...school,
    },
    committee: { locality, address, ...codes(number * 100 + 1), ...body },
    institute: {
      full: "государственное автономное учреждение дополнительного профессионального образования «Примерный институт»",
      short: "ГАУ ДПО «Примерный институт»",
      locality,
    },
    bases: Array.from({ length: bases }, (_, index) =>
      baseOf(index, {
        code: number * 100 + 10 + index,
        others,
        title: rest.own.includes("директор") ? "директор" : "руководитель",
      }),
    ),
    // Given names by what people are: nobody is there twice.
    coordinator: {
      name: person(16 + (number % 16), number % 2 === 0),
      title: "заместитель руководителя по методической работе",
    },
    clerk: { name: person(32 + (number % 16), number % 2 === 1), title: "делопроизводитель" },
    statusOrder: { number: "17" },
    firstOrder: "5-ОД",
  };
  return { ...rest, answers };
}

function baseOf(
  index: number,
  { code, others, title }: { readonly code: number; readonly others: number; readonly title: string },
): Answers["bases"][number] {
  return {
    full: `муниципальное бюджетное общеобразовательное учреждение «Школа № ${index + 11}»`,
    short: `МБОУ «Школа № ${index + 11}»`,
    locality: `с. Дальнее-${index + 1}`,
    address: `199010, Примерная область, с. Дальнее-${index + 1}, ул. Первая, д. 3`,
    ...codes(code),
    head: { name: person(48 + index, index % 2 === 0), title },
    district: `${DISTRICTS[index]} образовательный округ`,
    schools: Array.from({ length: others }, (_, school) => ({
      full: `муниципальное бюджетное общеобразовательное учреждение «Школа № ${100 + index * 10 + school}»`,
      short: `МБОУ «Школа № ${100 + index * 10 + school}»`,
      locality: `д. Малая-${index * 10 + school + 1}`,
    })),
  };
}

const SKETCHES: readonly Sketch[] = [
  {
    name: "комитет, учреждение, район, директор, две базовые школы",
    date: "2025-09-03",
    own: ["комитет", "район", "директор"],
    rich: true,
    territory: {
      full: "муниципальное образование «Ближний район» Примерной области",
      short: "Ближний район",
      region: "Примерная область",
    },
    body: {
      full: "комитет по образованию администрации муниципального образования «Ближний район» Примерной области",
      short: "Комитет по образованию",
      head: { name: person(0, false), title: "председатель" },
    },
    school: {
      full: "муниципальное бюджетное общеобразовательное учреждение «Ближненская средняя школа»",
      short: "МБОУ «Ближненская СШ»",
      head: { name: person(1, true), title: "директор" },
    },
    bases: 2,
    others: 2,
  },
  {
    name: "управление, лицей, городской округ, сам срок с января, три базовые школы",
    date: "2026-01-12",
    own: ["управление", "городской округ", "округ", "лицей", "директор"],
    rich: false,
    territory: {
      full: "городской округ «Приречный» Примерской области",
      short: "городской округ «Приречный»",
      region: "Примерская область",
    },
    body: {
      full: "управление образования администрации городского округа «Приречный» Примерской области",
      short: "Управление образования",
      head: { name: person(2, true), title: "начальник управления" },
    },
    school: {
      full: "муниципальное автономное общеобразовательное учреждение «Лицей № 5»",
      short: "МАОУ «Лицей № 5»",
      head: { name: person(3, false), title: "директор" },
    },
    bases: 3,
    others: 1,
  },
  {
    name: "отдел, гимназия, муниципальный округ, исполняющая обязанности, одна базовая школа",
    date: "2026-09-07",
    own: ["отдел", "муниципальный округ", "округ", "гимназия", "директор"],
    rich: false,
    territory: {
      full: "Лесной муниципальный округ Дальнего края",
      short: "Лесной муниципальный округ",
      region: "Дальний край",
    },
    body: {
      full: "отдел образования администрации Лесного муниципального округа Дальнего края",
      short: "Отдел образования",
      head: { name: person(4, false), title: "начальник" },
    },
    school: {
      full: "муниципальное казённое общеобразовательное учреждение «Гимназия «Исток»»",
      short: "МКОУ «Гимназия «Исток»»",
      head: {
        name: person(5, true),
        title: "директор",
        acting: { orderNumber: "12-к", orderDate: "2026-08-20" },
      },
    },
    bases: 1,
    others: 1,
  },
  {
    name: "департамент, центр образования, город, исполняющий обязанности, базовых школ нет",
    date: "2025-09-03",
    own: ["департамент", "город", "директор"],
    rich: false,
    territory: {
      full: "муниципальное образование «Город Новогорск» Примерской области",
      short: "муниципальное образование «Город Новогорск»",
      common: "город",
      region: "Примерская область",
    },
    body: {
      full: "департамент образования администрации города Новогорска Примерской области",
      short: "Департамент образования",
      head: { name: person(6, true), title: "директор департамента" },
    },
    school: {
      full: "муниципальный центр образования «Восход»",
      short: "МЦО «Восход»",
      head: {
        name: person(7, false),
        title: "директор",
        acting: { orderNumber: "31-к", orderDate: "2025-08-25" },
      },
    },
    bases: 0,
    others: 0,
  },
  {
    name: "комитет с аббревиатурой, корпус с начальником, край, двенадцать базовых школ",
    date: "2026-09-07",
    own: ["комитет", "район", "начальник", "корпус"],
    rich: true,
    territory: {
      full: "Степной муниципальный район Дальнего края",
      short: "Степной муниципальный район",
      region: "Дальний край",
    },
    body: {
      full: "комитет по делам образования администрации Степного муниципального района Дальнего края",
      short: "КДО Степного района",
      head: { name: person(8, true), title: "председатель комитета" },
    },
    school: {
      full: "муниципальное бюджетное общеобразовательное учреждение «Кадетский корпус № 1»",
      short: "МБОУ «Кадетский корпус № 1»",
      head: { name: person(9, false), title: "начальник" },
    },
    bases: 12,
    others: 1,
  },
  {
    name: "управление с аббревиатурой, заведующая, базовая школа без других школ округа",
    date: "2025-09-03",
    own: ["управление", "муниципальный округ", "заведующая"],
    rich: true,
    territory: {
      full: "Озёрный муниципальный округ Примерской области",
      short: "Озёрный муниципальный округ",
      region: "Примерская область",
    },
    body: {
      full: "управление по образованию администрации Озёрного муниципального округа Примерской области",
      short: "УО Озёрного округа",
      head: { name: person(10, false), title: "начальник" },
    },
    school: {
      full: "муниципальное бюджетное общеобразовательное учреждение «Начальная школа – детский сад № 4»",
      short: "МБОУ «НШДС № 4»",
      head: { name: person(11, true), title: "заведующая" },
    },
    bases: 1,
    others: 0,
  },
  {
    name: "отдел образования и культуры, республика, четыре базовые школы",
    date: "2026-01-12",
    own: ["отдел", "район", "директор"],
    rich: false,
    territory: {
      full: "муниципальное образование «Горный район» Республики Дальняя",
      short: "Горный район",
      region: "Республика Дальняя",
    },
    body: {
      full: "отдел образования, культуры и спорта администрации муниципального образования «Горный район» Республики Дальняя",
      short: "Отдел образования, культуры и спорта",
      head: { name: person(12, true), title: "заведующая отделом" },
    },
    school: {
      full: "муниципальное общеобразовательное учреждение «Горная средняя школа»",
      short: "МОУ «Горная СШ»",
      head: { name: person(13, true), title: "директор" },
    },
    bases: 4,
    others: 2,
  },
  {
    name: "департамент, организация женского рода, две базовые школы",
    date: "2026-09-07",
    own: ["департамент", "городской округ", "округ", "директор"],
    rich: true,
    territory: {
      full: "городской округ «Светлый» Примерской области",
      short: "городской округ «Светлый»",
      region: "Примерская область",
    },
    body: {
      full: "департамент по образованию администрации городского округа «Светлый» Примерской области",
      short: "Департамент",
      head: { name: person(14, false), title: "руководитель" },
    },
    school: {
      full: "муниципальная автономная общеобразовательная организация «Светлинская школа»",
      short: "МАОО «Светлинская школа»",
      abbreviation: "ТРЦ",
      head: { name: person(15, true), title: "директор" },
    },
    bases: 2,
    others: 1,
  },
  {
    name: "служба женского рода, школа женского рода, исполняющая обязанности, базовых школ нет",
    date: "2026-01-12",
    own: ["служба", "район", "школа", "директор"],
    rich: true,
    territory: {
      full: "муниципальное образование «Полевой район» Примерской области",
      short: "Полевой район",
      region: "Примерская область",
    },
    body: {
      full: "служба образования администрации муниципального образования «Полевой район» Примерской области",
      short: "Служба образования",
      head: { name: person(1, false), title: "руководитель службы" },
    },
    school: {
      full: "муниципальная средняя общеобразовательная школа № 8",
      short: "МСОШ № 8",
      abbreviation: "ТРЦ",
      head: {
        name: person(2, true),
        title: "директор",
        acting: { orderNumber: "3-к", orderDate: "2025-12-29" },
      },
    },
    bases: 0,
    others: 0,
  },
  {
    name: "управление, лицей мужского рода, заведующий, шесть базовых школ",
    date: "2025-09-03",
    own: ["управление", "город", "заведующий", "лицей"],
    rich: false,
    territory: {
      full: "муниципальное образование «Город Южногорск» Примерской области",
      short: "муниципальное образование «Город Южногорск»",
      common: "город",
      region: "Примерская область",
    },
    body: {
      full: "управление по делам образования администрации города Южногорска Примерской области",
      short: "Управление по делам образования",
      head: {
        name: person(3, true),
        title: "начальник",
        acting: { orderNumber: "44-лс", orderDate: "2025-08-01" },
      },
    },
    school: {
      full: "муниципальный лицей № 2 города Южногорска",
      short: "Лицей № 2",
      head: { name: person(4, false), title: "заведующий" },
    },
    bases: 6,
    others: 1,
  },
  {
    name: "комитет, гимназия женского рода, лицо без отчества, одна базовая школа",
    date: "2026-01-12",
    own: ["комитет", "муниципальный округ", "округ", "гимназия", "директор"],
    rich: true,
    territory: {
      full: "Речной муниципальный округ Примерской области",
      short: "Речной муниципальный округ",
      region: "Примерская область",
    },
    body: {
      full: "комитет образования Речного муниципального округа Примерской области",
      short: "Комитет образования",
      head: { name: person(5, true), title: "председатель" },
    },
    school: {
      full: "муниципальная гимназия № 3 имени М. В. Ломоносова",
      short: "Гимназия № 3",
      head: { name: "Цой Вера", title: "директор", gender: "feminine" },
    },
    bases: 1,
    others: 3,
  },
  {
    name: "отдел, ректор-организация с весны, две базовые школы",
    date: "2026-03-16",
    own: ["отдел", "район", "директор"],
    rich: false,
    territory: {
      full: "муниципальное образование «Верхний район» Примерской области",
      short: "Верхний район",
      region: "Примерская область",
    },
    body: {
      full: "отдел по образованию администрации муниципального образования «Верхний район» Примерской области",
      short: "Отдел по образованию",
      head: { name: person(6, false), title: "начальник отдела" },
    },
    school: {
      full: "муниципальное бюджетное общеобразовательное учреждение «Средняя школа № 1»",
      short: "МБОУ «СШ № 1»",
      head: { name: person(7, false), title: "директор" },
    },
    bases: 2,
    others: 1,
  },
  {
    name: "управление с длинным именем, директор школы, пять базовых школ, посёлок",
    date: "2026-09-07",
    own: ["управление", "городской округ", "округ", "директор"],
    rich: false,
    territory: {
      full: "городской округ «Посёлок Маяк» Примерской области",
      short: "городской округ «Посёлок Маяк»",
      region: "Примерская область",
    },
    body: {
      full: "управление образования, молодёжной политики и спорта администрации городского округа «Посёлок Маяк» Примерской области",
      short: "Управление образования, молодёжной политики и спорта",
      head: { name: person(8, false), title: "начальник управления" },
    },
    school: {
      full: "муниципальное бюджетное общеобразовательное учреждение «Маякская средняя школа»",
      short: "МБОУ «Маякская СШ»",
      head: { name: person(9, true), title: "директор школы" },
    },
    bases: 5,
    others: 1,
  },
  {
    name: "министерство, частная школа, республика, две базовые школы",
    date: "2026-01-12",
    own: ["министерство", "республика", "школа", "директор"],
    rich: true,
    territory: {
      full: "Республика Дальняя",
      short: "Республика Дальняя",
      common: "республика",
      region: "Республика Дальняя",
    },
    body: {
      full: "Министерство образования и науки Республики Дальняя",
      short: "Министерство образования и науки",
      head: { name: person(10, true), title: "министр" },
    },
    school: {
      full: "частное общеобразовательное учреждение «Школа «Светоч»»",
      short: "ЧОУ «Школа «Светоч»»",
      head: { name: person(11, true), title: "директор" },
    },
    bases: 2,
    others: 1,
  },
  {
    name: "главное управление, ЗАТО, исполняющие обязанности, одна базовая школа",
    date: "2026-09-07",
    own: ["главное управление", "управление", "директор"],
    rich: true,
    territory: {
      full: "закрытое административно-территориальное образование Заозёрск Примерской области",
      short: "ЗАТО Заозёрск",
      common: "ЗАТО",
      region: "Примерская область",
    },
    body: {
      full: "главное управление образования администрации ЗАТО Заозёрск Примерской области",
      short: "Главное управление образования",
      head: {
        name: person(12, true),
        title: "начальник главного управления",
        acting: { orderNumber: "7-рк", orderDate: "2026-08-24" },
      },
    },
    school: {
      full: "муниципальное казённое общеобразовательное учреждение «Средняя школа № 288»",
      short: "МКОУ «СШ № 288»",
      head: { name: person(13, false), title: "директор", acting: { orderNumber: "18-к", orderDate: "2026-08-21" } },
    },
    bases: 1,
    others: 2,
  },
  {
    name: "отдел с молодёжной политикой, сельское поселение, базовых школ нет",
    date: "2025-09-03",
    own: ["отдел", "сельское поселение", "директор"],
    rich: false,
    territory: {
      full: "Ближнее сельское поселение Дальнего района Примерской области",
      short: "Ближнее сельское поселение",
      region: "Примерская область",
    },
    body: {
      full: "отдел образования и молодёжной политики администрации Ближнего сельского поселения Примерской области",
      short: "Отдел образования и молодёжной политики",
      head: { name: person(14, false), title: "начальник отдела" },
    },
    school: {
      full: "муниципальное бюджетное общеобразовательное учреждение «Основная школа имени П. П. Северного»",
      short: "МБОУ «Основная школа имени П. П. Северного»",
      head: { name: person(15, true), title: "директор" },
    },
    bases: 0,
    others: 0,
  },
  {
    name: "департамент, город, школа-интернат, двенадцать базовых школ",
    date: "2026-03-16",
    own: ["департамент", "город", "городской округ", "округ", "директор"],
    rich: false,
    territory: {
      full: "городской округ «Город Новогорск» Дальнего края",
      short: "город Новогорск",
      region: "Дальний край",
    },
    body: {
      full: "департамент по делам образования и молодёжи администрации города Новогорска",
      short: "Департамент по делам образования и молодёжи",
      head: { name: person(0, true), title: "начальник департамента" },
    },
    school: {
      full: "государственное бюджетное общеобразовательное учреждение «Школа-интернат № 3»",
      short: "ГБОУ «Школа-интернат № 3»",
      head: { name: person(1, false), title: "директор" },
    },
    bases: 12,
    others: 1,
  },
  {
    name: "министерство, государственная школа области, базовых школ нет",
    date: "2025-09-03",
    own: ["министерство", "область", "директор"],
    rich: true,
    territory: {
      full: "Примерская область",
      short: "Примерская область",
      common: "область",
      region: "Примерская область",
    },
    body: {
      full: "министерство образования Примерской области",
      short: "Министерство образования",
      head: { name: person(2, false), title: "министр" },
    },
    school: {
      full: "областное государственное автономное общеобразовательное учреждение «Многопрофильный центр»",
      short: "ОГАОУ «Многопрофильный центр»",
      head: { name: person(3, true), title: "директор" },
    },
    bases: 0,
    others: 0,
  },
  {
    name: "комитет, автономная некоммерческая организация, чьё имя не говорит о школе, одна базовая школа",
    date: "2026-03-16",
    own: ["комитет", "район", "директор"],
    rich: true,
    territory: {
      full: "муниципальное образование «Заречный район» Примерской области",
      short: "Заречный район",
      region: "Примерская область",
    },
    body: {
      full: "комитет по образованию администрации муниципального образования «Заречный район» Примерской области",
      short: "Комитет по образованию",
      head: { name: person(4, true), title: "председатель" },
    },
    school: {
      full: "автономная общеобразовательная организация «Новая школа»",
      short: "АОО «Новая школа»",
      founder: "private",
      head: { name: person(5, false), title: "директор" },
    },
    bases: 1,
    others: 1,
  },
  {
    name: "управление, детский сад, женщина – заведующий, две базовые организации",
    date: "2026-09-07",
    own: ["управление", "муниципальный округ", "округ", "заведующий", "детский сад"],
    rich: true,
    territory: {
      full: "Приозёрный муниципальный округ Примерской области",
      short: "Приозёрный муниципальный округ",
      region: "Примерская область",
    },
    body: {
      full: "управление образования администрации Приозёрного муниципального округа Примерской области",
      short: "Управление образования",
      head: { name: person(8, true), title: "начальник" },
    },
    school: {
      full: "муниципальное бюджетное дошкольное образовательное учреждение «Детский сад № 12 «Солнышко»»",
      short: "МБДОУ «Детский сад № 12»",
      head: { name: person(9, true), title: "заведующий" },
    },
    bases: 2,
    others: 1,
  },
  {
    name: "министерство края, государственная гимназия, три базовые школы",
    date: "2026-01-12",
    own: ["министерство", "край", "гимназия", "директор"],
    rich: false,
    territory: { full: "Дальний край", short: "Дальний край", common: "край", region: "Дальний край" },
    body: {
      full: "министерство образования и молодёжной политики Дальнего края",
      short: "Министерство образования и молодёжной политики",
      head: {
        name: person(10, false),
        title: "министр",
        acting: { orderNumber: "115-рл", orderDate: "2025-12-08" },
      },
    },
    school: {
      full: "краевое государственное бюджетное общеобразовательное учреждение «Гимназия № 1»",
      short: "КГБОУ «Гимназия № 1»",
      head: { name: person(11, true), title: "директор" },
    },
    bases: 3,
    others: 1,
  },
];

/** The matrix: bodies, schools, territories, heads of every sort, 0 to 12 base schools, three school years. */
export const MADE_UP_CENTRES: readonly MadeUpCentre[] = SKETCHES.map(centreOf);

/** Surnames of a region: of things that grow, swim and fly, so that nobody is meant. */
const MORE_SURNAMES =
  "Ольхов Осинов Ясенев Рябинов Калинов Малинов Черникин Брусникин Крапивин Лопухов Клеверов Ромашов Васильков Тюльпанов Сиренев Жасминов Окунев Карасев Налимов Сазанов Ершов Щукин Лещёв Плотвин Дроздов Синицын Стрижов Галкин Чайкин Уткин Лебедев Кукушкин".split(
    " ",
  );

/**
 * A centre of a region, as many as are asked for: each of the matrix in turn, with people, codes and places of its own.
 *
 * @param number from 0 to 9,999
 */
export function madeUpCentre(number: number): MadeUpCentre {
  const sketch = SKETCHES[number % SKETCHES.length] as Sketch;
  const made = centreOf(sketch, number % 1000);
  const surname = (at: number): string => MORE_SURNAMES[(at + number) % MORE_SURNAMES.length] ?? "";
  const renamed = SURNAMES.reduce(
    // The woman's form is the man's and one letter more.
    (text, [man], at) => text.replaceAll(new RegExp(`${man}(?=а? [А-Я])`, "gu"), surname(at)),
    JSON.stringify(made.answers),
  );
  return { ...made, answers: JSON.parse(renamed.replaceAll(/(с\. Ближнее|г\. Примерск)/gu, `$1-${number + 1}`)) };
}
