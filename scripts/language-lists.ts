// Lists of forms made by paradigm alone, apart from the program: words of tests/fixtures/language/paradigms.txt, and phrases put
// together from phrases.txt, whose right form is known because every word of them is inflected here.
import { readFileSync } from "node:fs";
import { CASES } from "../src/language/index.ts";

/** A word or a phrase in its six cases; «?» is a form that must be asked about. */
type Lemma = {
  readonly group: string;
  readonly text: string;
  readonly gender: string;
  readonly forms: readonly string[];
};
type Noun = { readonly one: readonly string[]; readonly many: readonly string[]; readonly gender: "m" | "f" | "n" };
type Row = 0 | 1 | 2 | 3;
type Words = { readonly [part: string]: readonly string[] };
/** Picks and counts by a fixed seed: the same lists on every machine. */
type Dice = {
  pick<T>(of: readonly T[]): T;
  some<T>(of: readonly T[], count: number): T[];
  below(limit: number): number;
};

const FOLDER = "tests/fixtures/language";
const ASKED = CASES.map(() => "?");
const HEADER = "group\tlemma\tgender\tcase\texpected";

/** The generated lists by name: words by paradigm, names and posts as they come in schools, and phrases chosen against the program. */
export function madeLists(): Map<string, string> {
  const paradigms = wordsByParadigm();
  const words = partsOf(readFileSync(`${FOLDER}/phrases.txt`, "utf8"));
  return new Map([
    ["words by paradigm", tsv(paradigms)],
    ["ordinary names and posts", tsv(ordinary(paradigms, words))],
    ["phrases against the program", tsv(against(words, paradigms))],
    ["judged by hand", tsv(judged())],
  ]);
}

/** Words and names that a person judged: `[|а|у|а|ом|е]` are the endings of the six cases; parted by «;» whole forms; «?» must be asked about. */
function judged(): Lemma[] {
  const blocks = readFileSync(`${FOLDER}/judged.txt`, "utf8").split(/^## /m).slice(1);
  return blocks.flatMap((block) => {
    const [group = "", ...lines] = block.split("\n");
    const gender = /_[mf]$/.exec(group)?.[0].slice(1) ?? "";
    return lines
      .filter((line) => line !== "")
      .map((line) => {
        const text = line.includes(";") ? line : line.replace(/ \?$/, "");
        const forms = line.includes(";")
          ? line.split("; ")
          : CASES.map((_, at) =>
              text.replace(/\[([^\]]*)\]/g, (_all, endings: string) => endings.split("|")[at] ?? ""),
            );
        return { group, text: forms[0] ?? "", gender, forms: text === line ? forms : [text, ...ASKED.slice(1)] };
      });
  });
}

/** What each group of the made lists is, in a line: the rule by which its forms were made. */
export function groupRules(): ReadonlyMap<string, string> {
  const heads = readFileSync(`${FOLDER}/paradigms.txt`, "utf8").matchAll(/^## (\S+) \| [^|]* \| ([^|]+) \|/gm);
  const rules = partsOf(readFileSync(`${FOLDER}/phrases.txt`, "utf8"))["rules of groups"] ?? [];
  return new Map([
    ...[...heads].map(([, group = "", rule = ""]) => [group.replace(/^patr_/, "patrname_"), rule.trim()] as const),
    ...rules.map((line) => line.split(" | ") as [string, string]),
  ]);
}

function tsv(lemmas: readonly Lemma[]): string {
  const rows = lemmas.flatMap(({ group, text, gender, forms }) =>
    CASES.flatMap((name, at) => (at === 0 ? [] : [[group, text, gender, name, forms[at] ?? ""].join("\t")])),
  );
  return [HEADER, ...new Set(rows)].join("\n");
}

function wordsByParadigm(): Lemma[] {
  const blocks = readFileSync(`${FOLDER}/paradigms.txt`, "utf8").split(/^## /m).slice(1);
  return blocks.flatMap((block) => {
    const [head = "", ...lines] = block.split("\n");
    const [name = "", gender = "", , row = ""] = head.split("|").map((one) => one.trim());
    const [cut = "", ...endings] = row.split(" ");
    const group = name.startsWith("patr") ? name.replace("patr", "patrname") : name;
    return lines
      .join(" ")
      .split(/\s+/)
      .filter((text) => text !== "")
      .map((text) => ({ group, text, gender, forms: cut === "?" ? ASKED : formsOf(text, Number(cut), endings) }));
  });
}

/** Both halves of a double surname on -ов take the same endings; «-» is no ending, «?» a form to ask about. */
function formsOf(text: string, cut: number, endings: readonly string[]): string[] {
  const parts = /^\p{Lu}\S*(ов|ев|ин)-\S+(ов|ев|ин)$/u.test(text) ? text.split("-") : [text];
  const form = (ending: string): string =>
    parts
      .map((part) => (cut === 0 || ending === "-" ? part : part.slice(0, -cut)) + (ending === "-" ? "" : ending))
      .join("-");
  return [text, ...endings.map((ending) => (ending === "?" ? "?" : form(ending)))];
}

function partsOf(text: string): Words {
  const blocks = text.split(/^## /m).slice(1);
  return Object.fromEntries(
    blocks.map((block) => {
      const [name = "", ...lines] = block.split("\n");
      const full = lines.filter((line) => line.trim() !== "");
      return [
        name,
        name === "adjectives" || name === "adjectives of posts" || name === "genitives"
          ? full.join(" ").split(" ")
          : full,
      ];
    }),
  );
}

function nouns(words: Words, part: string): Noun[] {
  return (words[part] ?? []).map((line) => {
    const [one = "", many = "", gender = "m"] = line.split(";").map((piece) => piece.trim());
    return { one: one.split(" "), many: many.split(" "), gender: gender as Noun["gender"] };
  });
}

function dice(seed: number): Dice {
  let state = seed;
  const below = (limit: number): number => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return (state >>> 8) % limit;
  };
  const pick = <T>(of: readonly T[]): T => of[below(of.length)] as T;
  const some = <T>(of: readonly T[], count: number): T[] => {
    const left = [...of];
    return Array.from({ length: Math.min(count, of.length) }, () => left.splice(below(left.length), 1)[0] as T);
  };
  return { pick, some, below };
}

/** The six forms of an adjective given in the masculine; `row`: masculine, neuter, feminine, plural. */
function adjective(word: string, row: Row, animate: boolean): string[] {
  const stem = word.slice(0, -2);
  const soft = /[нл]ий$/.test(word);
  const hushing = /[жшщч]$/.test(stem);
  const [y, o, a, u] = soft
    ? ["и", "е", "я", "ю"]
    : [/[гкхжшщч]$/.test(stem) ? "и" : "ы", hushing ? "е" : "о", "а", "у"];
  const ending = [
    [`${/ой$/.test(word) ? "о" : y}й`, `${o}го`, `${o}му`, "*", `${y}м`, `${o}м`],
    [`${o}е`, `${o}го`, `${o}му`, `${o}е`, `${y}м`, `${o}м`],
    [`${a}я`, `${o}й`, `${o}й`, `${u}ю`, `${o}й`, `${o}й`],
    [`${y}е`, `${y}х`, `${y}м`, "*", `${y}ми`, `${y}х`],
  ][row] as string[];
  return ending.map((one, at) => stem + (one === "*" ? ending[animate ? 1 : 0] : ending[at]));
}

const ROW: { readonly [gender: string]: Row } = { m: 0, n: 1, f: 2 };
const zip = (...parts: readonly (readonly string[] | string)[]): string[] =>
  CASES.map((_, at) => parts.map((part) => (typeof part === "string" ? part : part[at])).join(""));
const lemma = (group: string, forms: readonly string[], gender = ""): Lemma => ({
  group,
  text: forms[0] ?? "",
  gender,
  forms,
});

/** «Физики», «физики и химии», «физики, математики и информатики». */
function listOf(genitives: readonly string[]): string {
  return genitives.length < 2 ? genitives.join("") : `${genitives.slice(0, -1).join(", ")} и ${genitives.at(-1)}`;
}

/** How many of a hundred people have a surname of each group, roughly as in a school of middle Russia. */
const SURNAMES = { possessive: 66, ski: 12, o: 11, consonant: 9, vich: 2 };

/** Names and posts as they come in schools: the groups of surnames by their share, the words of each (most frequent first) by their place. */
function ordinary(paradigms: readonly Lemma[], words: Words): Lemma[] {
  const { pick, below } = dice(7);
  // Rare words are in the lists against the program, not among those of a school.
  const of = (pattern: RegExp): Lemma[] =>
    paradigms.filter(({ group }) => pattern.test(group) && !group.endsWith("_fresh"));
  const often = <T>(list: readonly T[]): T => list[Math.min(below(list.length), below(list.length))] as T;
  const people = (["m", "f"] as const).flatMap((sex) => {
    const groups = Object.entries(SURNAMES).flatMap(([group, share]) => {
      const list = of(new RegExp(`^surname_${sex}_${group}$`));
      return list.length === 0 ? [] : Array.from({ length: share }, () => list);
    });
    const [given, patronymics] = [of(new RegExp(`^given_${sex}`)), of(new RegExp(`^patr.*_${sex}$`))];
    return Array.from({ length: 1900 }, () => {
      const parts = [often(pick(groups)), often(given), often(patronymics)];
      return lemma(
        "name_full",
        zip(parts[0]?.forms ?? [], " ", parts[1]?.forms ?? [], " ", parts[2]?.forms ?? []),
        sex,
      );
    });
  });
  const [heads, tails] = [nouns(words, "heads of posts, masculine"), words["tails of posts"] ?? []];
  const posts = heads.flatMap(({ one }) => tails.map((tail) => lemma("position", zip(one, ` ${tail}`))));
  const led = heads.flatMap(({ one }) =>
    (words["adjectives of posts"] ?? []).map((word) => lemma("position", zip(adjective(word, 0, true), " ", one))),
  );
  const orgs = Array.from({ length: 400 }, () => {
    const { one, gender } = pick(nouns(words, "heads of organisations"));
    const own = Array.from({ length: below(4) }, () => pick(words.adjectives ?? []));
    const forms = own.flatMap((word) => [adjective(word, ROW[gender] ?? 0, false), " "]);
    return lemma("org", zip(...forms, one, ` ${pick(words["tails of organisations"] ?? [])}`));
  });
  return [...people, ...posts, ...led, ...asTheyCome(words), ...orgs];
}

/** Posts of a school with the words that usually follow them, and with those that may stand before them. */
function asTheyCome(words: Words): Lemma[] {
  const before = (words["words before a post"] ?? []).join(" ").split(" ");
  const led = new Set((words["heads that take a word before"] ?? []).join(" ").split(" "));
  return ["posts as they come, masculine", "posts as they come, feminine"].flatMap((part) =>
    (words[part] ?? []).flatMap((line) => {
      const [head = "", tails = ""] = line.split("|");
      const forms = head
        .trim()
        .split(" ")
        .map((word) => word.replace("~", " "));
      const own = tails.split(";").map((tail) => (tail.trim() === "" ? "" : ` ${tail.trim()}`));
      const leading = led.has(forms[0] ?? "")
        ? before.map((word) => [...adjective(word, 0, true).map((one) => `${one} `)])
        : [];
      return own.flatMap((tail) => [
        lemma("position", zip(forms, tail)),
        ...leading.map((one) => lemma("position", zip(one, forms, tail))),
      ]);
    }),
  );
}

function against(words: Words, paradigms: readonly Lemma[]): Lemma[] {
  const roll = dice(15);
  const many = (count: number, make: () => Lemma): Lemma[] => Array.from({ length: count }, make);
  return [
    ...dependants(words, roll, many),
    ...heads(words, roll, many),
    ...things(words, roll, many),
    ...persons(paradigms, roll, many),
    ...nested(words, roll, many),
  ];
}

/** Kinds that were put together later: brackets and quotes within each other, numbers, hyphens and abbreviations, lists of several heads. */
function nested(words: Words, { pick, some, below }: Dice, many: Many): Lemma[] {
  const posts = nouns(words, "heads of posts, masculine");
  const [orgs, all] = [nouns(words, "heads of organisations"), nouns(words, "things")];
  const [a, b] = [words["adjectives of posts"] ?? [], words.adjectives ?? []];
  const [tails, orgTails] = [words["tails of posts"] ?? [], words["tails of organisations"] ?? []];
  const two = (): [Noun, Noun] => some(posts, 2) as [Noun, Noun];
  const three = (): [Noun, Noun, Noun] => some(posts, 3) as [Noun, Noun, Noun];
  const schools = [
    "МБОУ СШ № 5",
    "МКОУ «Ключевская ООШ»",
    "МБОУ «СШ № 2» г. Вязьмы",
    "ГБОУ ДПО «ИРО»",
    "МБДОУ № 15 «Росток»",
  ];
  const quoted = ["«Школа имени «Искры»»", "«Лицей № 1 (опорный)»", "«Центр „Взлёт“»", "«Росток-2»"];
  return [
    ...many(80, () => {
      const [one, other] = two();
      return lemma(
        "position_brackets_tail",
        zip(one.one, " (", adjective(pick(a), 0, true), " ", other.one, `) ${pick(tails)}`),
      );
    }),
    ...many(80, () => {
      const [one, other] = two();
      return lemma("position_nested_brackets", zip(one.one, " (", other.one, ` ${pick(tails)}) ${pick(schools)}`));
    }),
    ...many(80, () => lemma("position_abbreviation", zip(pick(posts).one, ` ${pick(tails)} ${pick(schools)}`))),
    ...many(80, () => {
      const [one, other] = two();
      return lemma("position_dash", zip(one.one, ` ${pick(tails)} – `, adjective(pick(a), 0, true), " ", other.one));
    }),
    ...many(80, () => {
      const [one, other, third] = three();
      return lemma(
        "position_three",
        zip(one.one, ", ", adjective(pick(a), 0, true), " ", other.one, ` ${pick(tails)} и `, third.one),
      );
    }),
    ...many(80, () => {
      const [one, other, third] = three();
      return lemma("position_hyphens", zip(one.one, "-", other.one, ", ", third.one, ` ${below(9) + 1} категории`));
    }),
    ...many(80, () => {
      const { one, gender } = pick(orgs);
      return lemma("org_nested_quotes", zip(adjective(pick(b), ROW[gender] ?? 0, false), " ", one, ` ${pick(quoted)}`));
    }),
    ...many(80, () => {
      const [first, second] = some(orgs, 2) as [Noun, Noun];
      const [x, y] = some(b, 2) as [string, string];
      return lemma(
        "org_two_heads",
        zip(
          adjective(x, ROW[first.gender] ?? 0, false),
          " ",
          first.one,
          " и ",
          adjective(y, ROW[second.gender] ?? 0, false),
          " ",
          second.one,
          ` ${pick(orgTails)}`,
        ),
      );
    }),
    ...many(80, () => {
      const [one, other] = some(all.slice(0, 8), 2) as [Noun, Noun];
      return lemma(
        "phrase_two_plurals",
        zip(adjective(pick(b), 3, false), " ", one.many, " и ", adjective(pick(b), 3, false), " ", other.many),
      );
    }),
    ...many(80, () => {
      const [one, other, third] = three();
      return lemma(
        "phrase_people_brackets",
        zip(one.many, " (", adjective(pick(b), 3, true), " ", other.many, ") и ", third.many),
      );
    }),
    ...many(80, () => {
      const [one, other] = two();
      return lemma(
        "phrase_people_abbreviation",
        zip(adjective(pick(b), 3, true), " ", one.many, " и ", other.many, ` ${pick(schools)}`),
      );
    }),
  ];
}

type Many = (count: number, make: () => Lemma) => Lemma[];

function dependants(words: Words, { pick, some, below }: Dice, many: Many): Lemma[] {
  const posts = nouns(words, "heads of posts, masculine");
  const orgs = nouns(words, "heads of organisations");
  const list = (): string => listOf(some(words.genitives ?? [], 1 + below(4)));
  return [
    ...many(200, () => lemma("position_subjects", zip(pick(posts).one, ` ${list()}`))),
    ...many(100, () =>
      lemma(
        "position_subjects_tail",
        zip(
          pick(posts).one,
          ` ${list()} ${pick(["МБОУ «Средняя школа № 2»", "(1 ставка)", "и классный руководитель"].slice(0, 2))}`,
        ),
      ),
    ),
    ...many(150, () => {
      const { one, gender } = pick(orgs);
      return lemma(
        "org_subjects",
        zip(adjective(pick(words.adjectives ?? []), ROW[gender] ?? 0, false), " ", one, ` ${list()}`),
      );
    }),
    ...many(60, () => lemma("phrase_subjects", zip(pick(posts).many, ` ${list()}`))),
  ];
}

function heads(words: Words, { pick, some }: Dice, many: Many): Lemma[] {
  const posts = nouns(words, "heads of posts, masculine");
  const [a, b, c] = ["adjectives of posts", "adjectives", "tails of posts"].map((part) => words[part] ?? []) as [
    string[],
    string[],
    string[],
  ];
  const two = (): [Noun, Noun] => some(posts, 2) as [Noun, Noun];
  const orgs = nouns(words, "heads of organisations");
  return [
    ...many(60, () => {
      const [one, other] = two();
      return lemma("position_brackets", zip(one.one, " (", other.one, ")"));
    }),
    ...many(60, () => {
      const [one, other] = two();
      return lemma("position_joined", zip(one.one, ` ${pick(c)} и `, adjective(pick(a), 0, true), " ", other.one));
    }),
    ...many(60, () => {
      const [one, other] = two();
      return lemma("position_compound", zip(one.one, "-", other.one, ` ${pick(c)}`));
    }),
    ...many(60, () => {
      const [one, other] = two();
      return lemma("phrase_brackets", zip(one.many, " (", adjective(pick(b), 3, true), " ", other.many, ")"));
    }),
    ...many(60, () => {
      const three = some(posts, 3).map(({ many: forms }) => forms) as [string[], string[], string[]];
      return lemma("phrase_list", zip(three[0], ", ", three[1], " и ", three[2]));
    }),
    ...many(30, () => {
      const [one, other] = two();
      return lemma(
        "phrase_joined_substantive",
        zip(one.many, ", ", other.many, " и ", substantive(pick(["обучающие", "учащие"]))),
      );
    }),
    ...many(60, () => {
      const { one, gender } = pick(orgs);
      const [first, second] = some(b, 2).map((word) => adjective(word, ROW[gender] ?? 0, false)) as [
        string[],
        string[],
      ];
      return lemma("org_bracket_adjective", zip(first, " (", second, ") ", one));
    }),
    ...many(40, () => {
      const [first, second] = some(orgs, 2) as [Noun, Noun];
      return {
        ...lemma(
          "org_second_head",
          zip(first.one, " ", adjective(pick(b), ROW[second.gender] ?? 0, false), " ", second.one, ` № ${2}`),
        ),
        forms: ASKED,
      };
    }),
    ...many(60, () => lemma("position_first_word_case", zip(pick(posts).one.map(capital), ` ${pick(c)}`))),
  ];
}

/** «Обучающиеся», «учащиеся» by the stem of the plural. */
function substantive(stem: string): string[] {
  return ["ся", "хся", "мся", "хся", "мися", "хся"].map((ending) =>
    ending === "ся" ? `${stem}ся` : `${stem.slice(0, -1)}${ending}`,
  );
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

function things(words: Words, { pick, some, below }: Dice, many: Many): Lemma[] {
  const [all, posts] = [nouns(words, "things"), nouns(words, "heads of posts, masculine")];
  const adjectives = words.adjectives ?? [];
  return [
    ...many(60, () => {
      const noun = pick(all.slice(0, 4));
      const [one, other] = some(adjectives, 2).map((word) => adjective(word, 0, false)) as [string[], string[]];
      return lemma("phrase_joined_adjectives", zip(one, " и ", other, " ", noun.many));
    }),
    ...many(60, () => {
      const { one, gender } = pick(all.slice(0, 8));
      return lemma("phrase", zip(adjective(pick(adjectives), ROW[gender] ?? 0, false), " ", one));
    }),
    ...many(150, () => {
      const animate = below(2) === 0;
      const noun = animate ? pick(posts) : pick(all);
      const value = pick([1, 2, 3, 4, 5, 11, 12, 21, 22, 24, 31, 100, 101, 102, 111, 1000, 5000, 1_000_000, 2_000_000]);
      return { ...lemma("num_noun", counted(value, noun, animate)), text: `${value} ${noun.one[0]}` };
    }),
    ...(words["whole phrases"] ?? []).map((line) => {
      const [group = "", forms = ""] = line.split(" | ");
      return lemma(group, forms.split("; "));
    }),
  ];
}

const NBSP = /\u00a0/g;

function counted(value: number, noun: Noun, animate: boolean): string[] {
  const [tens, units] = [value % 100, value % 10];
  const teen = tens > 10 && tens < 15;
  const size = units === 1 && !teen ? "one" : units > 1 && units < 5 && !teen ? "few" : "many";
  const after = size === "few" ? noun.one[1] : noun.many[1];
  const number = String(value.toLocaleString("ru-RU")).replace(NBSP, " ");
  const shown = value < 10_000 ? String(value) : number;
  // A compound numeral keeps the noun of the accusative as in the nominative: «двадцать два ученика». Round thousands rule the genitive.
  const round = value >= 1000 && value % 1000 === 0;
  return CASES.map((name, at) => {
    if (size === "one") return `${shown} ${noun.one[at]}`;
    if (name === "nominative" || round) return `${shown} ${after}`;
    if (name === "accusative") return `${shown} ${animate && size === "few" && value < 20 ? noun.many[1] : after}`;
    return `${shown} ${noun.many[at]}`;
  });
}

function persons(paradigms: readonly Lemma[], { pick }: Dice, many: Many): Lemma[] {
  const of = (pattern: RegExp): Lemma[] => paradigms.filter(({ group }) => pattern.test(group));
  const [men, given, patronymics] = [
    of(/^surname_m_(possessive|ski|vich|consonant)/),
    of(/^given_m/),
    of(/^patr.*_m$/),
  ];
  const shown = of(/^surname_m_(possessive|ski)/);
  const women = of(/^surname_f_(possessive|ski)$/);
  const full = (): string[] => zip(pick(men).forms, " ", pick(given).forms, " ", pick(patronymics).forms);
  const entrepreneur = [
    "индивидуальный предприниматель",
    "индивидуального предпринимателя",
    "индивидуальному предпринимателю",
    "индивидуального предпринимателя",
    "индивидуальным предпринимателем",
    "индивидуальном предпринимателе",
  ];
  return [
    ...many(60, () => lemma("org_entrepreneur", zip("ИП ", full()))),
    ...many(60, () => lemma("org_entrepreneur", zip(entrepreneur.map(capital), " ", full()))),
    ...many(40, () => lemma("org_entrepreneur_initials", zip(entrepreneur, " ", pick(shown).forms, " И. И."))),
    ...many(60, () => lemma("name_initials_first", zip("И. И. ", pick(men).forms), "m")),
    ...many(30, () => lemma("name_initials_first", zip("О.П. ", pick(women).forms), "f")),
    ...many(40, () => ({ ...lemma("name_gender", zip(pick(women).forms, " ", pick(given).forms), "m"), forms: ASKED })),
    ...many(40, () => ({
      ...lemma("name_gender", zip(pick(men).forms, " ", pick(given).forms, " ", pick(patronymics).forms), "f"),
      forms: ASKED,
    })),
  ];
}
