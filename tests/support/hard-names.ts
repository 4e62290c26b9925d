import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse, stringify } from "yaml";

/** A name in its six cases, the nominative first. */
type SixForms = readonly string[];
/** An ordinary name, whose forms show their case, and a hard one that takes its place. */
export type Pair = { readonly easy: SixForms; readonly hard: SixForms };
type Sex = "masculine" | "feminine";

/** «учител{ь|я|ю|я|ем|е} физики» → its six forms; a text without braces stands still. */
function sixForms(pattern: string): SixForms {
  return [0, 1, 2, 3, 4, 5].map((at) =>
    pattern.replace(/\{([^}]*)\}/gu, (_all, endings: string) => endings.split("|")[at] ?? ""),
  );
}

/** One pair of a line «easy = hard». */
function pairs(lines: string): readonly Pair[] {
  return lines
    .trim()
    .split("\n")
    .map((line) => line.split(" = ").map((one) => sixForms(one.trim())))
    .map(([easy = [], hard = []]) => ({ easy, hard }));
}

const OV = "{|а|у|а|ым|е}";
const OVA = "{а|ой|ой|у|ой|ой}";
const HE = "{|а|у|а|ом|е}";
const ICH = "{|а|у|а|ем|е}";

const SURNAMES: { readonly [sex in Sex]: readonly Pair[] } = {
  masculine: pairs(`
    Бобриков${OV} = Дюма
    Ветлугин${OV} = Седых
    Галушкин${OV} = Шевченко
    Дудкин${OV} = Кара-Мурз{а|ы|е|у|ой|е}
    Ежиков${OV} = Щербак{|а|у|а|ом|е}-Жуков${OV}
    Жабин${OV} = Цо{й|я|ю|я|ем|е}
    Зайкин${OV} = Крамск{ой|ого|ому|ого|им|ом}
    Ивушкин${OV} = Гарси{я|и|и|ю|ей|и}
    Карасёв${OV} = Мюллер${HE}
    Ласточкин${OV} = Берёз{а|ы|е|у|ой|е}
    Мышкин${OV} = Дарвин${HE}
    Норкин${OV} = Вельможн{ый|ого|ому|ого|ым|ом}`),
  feminine: pairs(`
    Бобриков${OVA} = Дюма
    Ветлугин${OVA} = Седых
    Галушкин${OVA} = Шевченко
    Дудкин${OVA} = Кара-Мурз{а|ы|е|у|ой|е}
    Ежиков${OVA} = Лугов{ая|ой|ой|ую|ой|ой}-Полев{ая|ой|ой|ую|ой|ой}
    Жабин${OVA} = Цой
    Зайкин${OVA} = Крамск{ая|ой|ой|ую|ой|ой}
    Ивушкин${OVA} = Гарси{я|и|и|ю|ей|и}
    Карасёв${OVA} = Мюллер
    Ласточкин${OVA} = Берёз{а|ы|е|у|ой|е}
    Мышкин${OVA} = Петрович
    Норкин${OVA} = Вельможн{ая|ой|ой|ую|ой|ой}`),
};

const GIVEN: { readonly [sex in Sex]: readonly Pair[] } = {
  masculine: pairs(`
    Антон${HE} = Иль{я|и|е|ю|ёй|е}
    Вадим${HE} = Л{ев|ьва|ьву|ьва|ьвом|ьве}
    Герман${HE} = П{ётр|етра|етру|етра|етром|етре}
    Роман${HE} = Пав{ел|ла|лу|ла|лом|ле}`),
  feminine: pairs(`
    Зинаид{а|ы|е|у|ой|е} = Любов{ь|и|и|ь|ью|и}
    Вер{а|ы|е|у|ой|е} = И{я|и|е|ю|ей|е}
    Тамар{а|ы|е|у|ой|е} = Нинел{ь|и|и|ь|ью|и}
    Римм{а|ы|е|у|ой|е} = Эдит`),
};

const PATRONYMICS: { readonly [sex in Sex]: readonly Pair[] } = {
  masculine: pairs(`
    Денисович${ICH} = Фомич{|а|у|а|ом|е}
    Егорович${ICH} = Ахмед оглы
    Глебович${ICH} = Ильич{|а|у|а|ом|е}`),
  feminine: pairs(`
    Денисовн{а|ы|е|у|ой|е} = Ильиничн{а|ы|е|у|ой|е}
    Егоровн{а|ы|е|у|ой|е} = Рашид кызы
    Глебовн{а|ы|е|у|ой|е} = Саввичн{а|ы|е|у|ой|е}`),
};

const LIVES = "{ь|я|ю|я|ем|е}";
const POSTS = pairs(`
  картограф${HE} = учител${LIVES} физики, математики и информатики
  минералог${HE} = социальн{ый|ого|ому|ого|ым|ом} педагог${HE} (куратор${HE})
  орнитолог${HE} = учител${LIVES}-логопед${HE}
  палеонтолог${HE} = заместител${LIVES} директора по учебно-воспитательной, научной и методической работе
  ихтиолог${HE} = и. о. заведующего отделом
  египтолог${HE} = старш{ий|его|ему|его|им|ем} воспитател${LIVES}, музыкальн{ый|ого|ому|ого|ым|ом} руководител${LIVES}
  вулканолог${HE} = мастер${HE} производственного обучения (по совместительству)
  спелеолог${HE} = педагог${HE} дополнительного образования детского технопарка «Кванториум»
  энтомолог${HE} = преподавател${LIVES}-организатор${HE} основ безопасности и защиты Родины
  лексиколог${HE} = заведующ{ий|его|ему|его|им|ем} библиотекой
  сейсмолог${HE} = ведущ{ий|его|ему|его|им|ем} специалист${HE} 1-й категории отдела общего, дошкольного и дополнительного образования
  гидролог${HE} = педагог${HE}-психолог${HE}
  библиограф${HE} = библиотекар${LIVES} (архивариус${HE})`);

/** Organisations and territories by their files, full and short names; the hard one is of the gender of the easy one. */
const THINGS: { readonly [file: string]: { readonly gender: Sex | "neuter"; readonly names: readonly Pair[] } } = {
  "organisations/partner-library.yaml": {
    gender: "masculine",
    names: pairs(`
      городск{ой|ого|ому|ой|им|ом} дендропарк{|а|у||ом|е} «Глобус» = индивидуальн{ый|ого|ому|ого|ым|ом} предпринимател${LIVES} Кара-Мурз{а|ы|е|у|ой|е} Иль{я|и|е|ю|ёй|е} Фомич{|а|у|а|ом|е}
      Дендрари{й|я|ю|й|ем|и} «Глобус» = ИП Кара-Мурз{а|ы|е|у|ой|е} И. Ф.`),
  },
  "organisations/partner-creativity.yaml": {
    gender: "feminine",
    names: pairs(`
      сельск{ая|ой|ой|ую|ой|ой} ферм{а|ы|е|у|ой|е} «Парус» = начальн{ая|ой|ой|ую|ой|ой} школ{а|ы|е|у|ой|е} – детск{ий|ого|ому|ий|им|ом} сад{|а|у||ом|е} «Росток»
      Усадьб{а|ы|е|у|ой|е} «Парус» = Прогимнази{я|и|и|ю|ей|и} «Росток»`),
  },
  "organisations/partner-college.yaml": {
    gender: "masculine",
    names: pairs(`
      окружн{ой|ого|ому|ой|ым|ом} дендропарк{|а|у||ом|е} «Компас» = колледж{|а|у||ем|е} экономики, права и информатики города Ростова-на-Дону
      Дендрари{й|я|ю|й|ем|и} «Компас» = Колледж{|а|у||ем|е} экономики, права и информатики`),
  },
  "organisations/base-uchebnoe.yaml": {
    gender: "neuter",
    names: pairs(`
      сельск{ое|ого|ому|ое|им|ом} лесничеств{о|а|у|о|ом|е} «Подлесок» = муниципальн{ое|ого|ому|ое|ым|ом} казённ{ое|ого|ому|ое|ым|ом} общеобразовательн{ое|ого|ому|ое|ым|ом} учреждени{е|я|ю|е|ем|и} (лице{й|я|ю|й|ем|е}) № 2 города Петропавловска-Камчатского
      Угодь{е|я|ю|е|ем|е} «Подлесок» = МКОУ (лицей) № 2`),
  },
  "organisations/committee.yaml": {
    gender: "masculine",
    names: pairs(`
      департамент{|а|у||ом|е} просвещения города Ближнеградска = отдел{|а|у||ом|е} по делам образования, культуры и спорта администрации городского округа «Город Йошкар-Ола» Республики Марий Эл
      Департамент{|а|у||ом|е} просвещения = Отдел{|а|у||ом|е} по делам образования, культуры и спорта`),
  },
  "territories/smolenskiy.yaml": {
    gender: "neuter",
    names: pairs(`
      сельск{ое|ого|ому|ое|им|ом} поселени{е|я|ю|е|ем|и} «Ближнее» = муниципальн{ое|ого|ому|ое|ым|ом} образовани{е|я|ю|е|ем|и} «Город Горно-Алтайск» Республики Северная Осетия – Алания
      Ближн{ий|его|ему|ий|им|ем} край = Петропавловск-Камчатск{ий|ого|ому|ий|им|ом} городск{ой|ого|ому|ой|им|ом} округ`),
  },
};

/** What a record has in a copy of the sample, ordinary or hard, all its people of one gender; and the pairs that were used. */
export function rename(content: string, which: "easy" | "hard", sex: Sex): readonly Pair[] {
  const used = new Set<Pair>();
  const take = (list: readonly Pair[], at: number): string => {
    const pair = list[at % list.length];
    if (pair === undefined) throw new Error("an empty list");
    used.add(pair);
    return pair[which][0] ?? "";
  };
  const edit = (file: string, change: (data: Fields) => Fields): void => {
    const path = join(content, file);
    writeFileSync(path, stringify(change(parse(readFileSync(path, "utf8")) as Fields)));
  };
  const people = readdirSync(join(content, "people")).sort();
  const posts = new Map(people.map((file, at) => [file.replace(".yaml", ""), take(POSTS, at)]));
  for (const [at, file] of people.entries())
    edit(
      `people/${file}`,
      ({ cases: _, surnameCases: _forms, indeclinableSurname: _frozen, earlier: _past, ...data }) => ({
        ...data,
        surname: take(SURNAMES[sex], at),
        given: take(GIVEN[sex], at + Math.floor(at / 12)),
        patronymic: take(PATRONYMICS[sex], at),
        gender: sex,
        positions: (data.positions as Fields[]).map((one) => ({ ...one, title: posts.get(file.replace(".yaml", "")) })),
      }),
    );
  const withHeads = ({ heads, ...data }: Fields): Fields => ({
    ...data,
    ...(heads !== undefined && {
      heads: (heads as Fields[]).map((one) => ({ ...one, title: posts.get(String(one.person)) ?? one.title })),
    }),
  });
  edit("centre.yaml", withHeads);
  for (const file of readdirSync(join(content, "organisations"))) edit(`organisations/${file}`, withHeads);
  for (const [file, { gender, names }] of Object.entries(THINGS))
    edit(file, (data) => ({
      ...data,
      names: (data.names as Fields[]).map((one) => ({ ...one, gender, full: take(names, 0), short: take(names, 1) })),
    }));
  return [...used];
}

type Fields = { readonly [name: string]: unknown };

/** The sample with nothing issued, so that its words may change. */
export function freshCopy(content: string): void {
  cpSync("content", content, { recursive: true });
  rmSync(join(content, "register"), { recursive: true });
}

/** A line as it is compared: initials, spaces, capitals and the form of a preposition before a name are told by other tests. */
function plain(line: string): string {
  return line
    .replace(/[\s\u00a0\u202f]+/gu, " ")
    .replace(/(?<![\p{L}])\p{Lu}\.(?! о\.)(?: ?\p{Lu}\.)?/gu, "#")
    .replaceAll("\u2011", "-")
    .toLowerCase();
}

/** What a line of the ordinary set must be in the hard one: every name in the case that it stands in, and nothing else changed. */
function expectedLine(pairs: readonly Pair[]): (line: string) => RegExp {
  const byForm = new Map<string, Set<string>>();
  for (const { easy, hard } of pairs)
    for (const [at, form] of easy.entries()) {
      const known = byForm.get(plain(form)) ?? new Set();
      byForm.set(plain(form), known.add(plain(hard[at] ?? "")));
    }
  const forms = [...byForm.keys()].sort((a, b) => b.length - a.length);
  const names = new RegExp(`(?<![\\p{L}-])(${forms.map(literal).join("|")})(?![\\p{L}-])`, "u");
  return (line) => {
    const parts = plain(line).split(names);
    const source = parts.map((part, at) =>
      at % 2 === 1
        ? `(?:${[...(byForm.get(part) ?? [])].map(literal).join("|")})`
        : literal(part).replace(
            /(?<![\p{L}])(о|об|обо|в|во|с|со|к|ко) $/u,
            (_all, name: string) => `${name.slice(0, 1)}(?:о|бо|б)? `,
          ),
    );
    return new RegExp(`^${source.join("")}$`, "u");
  };
}

/** The lines of the hard set that no line of the ordinary one leads to; numbers of leaves follow from the length of the names. */
export function unexpected(easy: readonly string[], hard: readonly string[], pairs: readonly Pair[]): string[] {
  const expected = easy.map(expectedLine(pairs));
  return hard.filter((line, at) => {
    const own = plain(line);
    if (!/\p{L}/u.test(own) || /\d \([а-яё ]+\) лист/u.test(own)) return false;
    return expected[at]?.test(own) !== true && !expected.some((one) => one.test(own));
  });
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/gu, "\\$&");
}
