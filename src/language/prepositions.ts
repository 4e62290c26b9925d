/** Letters whose names begin with a vowel that «об» is said before. «Эм», «эс», «эф» begin with one too, but the office writes «о МБОУ». */
const VOWEL = /^[аоуэи]/;
const CONSONANTS = "бвгджзйклмнпрстфхцчшщ";

/** Prepositions that change before clusters of consonants. */
export type Preposition = "о" | "с" | "в" | "к";

/**
 * The right form of a preposition before the next text: «о/об/обо», «с/со», «в/во», «к/ко», without the text itself.
 * Numbers and abbreviations count as they are read aloud: «об 11», «во 2-м», «об ОГЭ», «о МБОУ», «со СНИЛС».
 *
 * `preposition("о", "утверждении")` → `об`; `preposition("о", "едином")` → `о`; `preposition("с", "школой")` → `со`.
 */
export function preposition(name: Preposition, next: string): string {
  const first = /[\p{L}\p{N}][\p{L}\p{N}-]*/u.exec(next)?.[0] ?? "";
  const word = ordinalAloud(first, next) ?? aloud(first);
  return LONG[name](word)
    ? { о: word.startsWith("вс") || /^(мне|что)/.test(word) ? "обо" : "об", с: "со", в: "во", к: "ко" }[name]
    : name;
}

const LONG: { readonly [name in Preposition]: (word: string) => boolean } = {
  о: (word) => VOWEL.test(word) || /^(мне|всём|всем|всей|всех|всю|всё|что)$/.test(word),
  с: (word) =>
    new RegExp(`^[сзшж][${CONSONANTS}]|^щ`).test(word) ||
    /^(мной|мною|всем|всей|всею|всеми|всех|всего|льд|льг|льв|лба|рвен|рта|ртом|вторник|втор|временем|дня$|двора|взвод|вниман|взаим|мног|псков|мху|ржев)/.test(
      word,
    ),
  в: (word) =>
    new RegExp(`^[вф][ь${CONSONANTS}]`).test(word) ||
    /^(исполнение|избежание|имя|мне|многих|многом|множеств|дворе|дворц|льд|льг|льв|мцен|рту|сне|сколько|что)/.test(
      word,
    ),
  к: (word) => /^(мне|всем|всему|всей|всяк|втор|дню|двору|многим|многому|сну|льд|льг|льв|мцен|ржев|рту)/.test(word),
};

/** «Со 2 сентября», «во II полугодии», «об XI съезде»: a day of a month and a Roman figure are ordinals. */
function ordinalAloud(first: string, next: string): string | null {
  const day = /^\d{1,2}$/.test(first) && DAY.test(next);
  if (day) return first === "2" ? "второго" : first === "11" ? "одиннадцатого" : null;
  if (!/^[IVXLC]+$/.test(first)) return null;
  return { II: "втором", XI: "одиннадцатом" }[first] ?? "б";
}

const DAY =
  /^[^\p{L}\d]*\d{1,2}[»"]?[\s\u00a0](января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)/u;

/** What is said: a number by the beginning of its name, letters one by one as a single sign that no rule matches, the rest as a word. */
function aloud(word: string): string {
  if (/^\d/.test(word)) return numberAloud(word);
  const capitals = word.length > 1 && word === word.toUpperCase();
  if (!capitals || isSaidAsWord(word)) return word.toLowerCase();
  return /^[АОУЭИЫ]/.test(word) ? word.slice(0, 1).toLowerCase() : "б";
}

/** СНИЛС, ВНИИ, СОИРО are said as words; МБОУ, СКФО, ФГОС letter by letter. */
function isSaidAsWord(word: string): boolean {
  const vowels = /[АЕЁИОУЫЭЮЯ]/;
  return (
    word.length >= 4 &&
    new RegExp(`^[${CONSONANTS.toUpperCase()}]{0,2}[АЕЁИОУЫЭЮЯ]`).test(word) &&
    !/[АЕЁИОУЫЭЮЯ]{3}|^М[БКАО]О?У|^Ф/.test(word) &&
    vowels.test(word.slice(1))
  );
}

/** 1, 11, 18, 80, 800 begin with a vowel only as «один», «одиннадцать»; «2-й» is «второй». */
function numberAloud(text: string): string {
  const digits = /^\d+/.exec(text)?.[0] ?? "";
  const ordinalMark = /^\d+-?(й|го|му|м|я|ю|е|х)\b|^\d+-[а-я]/i.test(text);
  if (/^1(1\d{3})?$/.test(digits) || digits === "11" || /^11\d{3}$/.test(digits))
    return ordinalMark && digits === "1" ? "первый" : "один";
  if (ordinalMark && digits === "2") return "второй";
  if (/^1\d\d$/.test(digits)) return "сто";
  return digits === "1000" ? "тысяча" : "б";
}
