const NBSP = "\u00a0";
/** Thin groups of digits. The narrow space of the same width in both fonts is not to be had, so groups are parted by a no-break space. */
const GROUP = NBSP;

/** Names of the rules, as the settings switch them. `lists` is about the marks between items, `stops` about a full stop too many: neither puts one character for another. */
export const TYPOGRAPHY_RULES = [
  "numbers",
  "abbreviations",
  "initials",
  "units",
  "groups",
  "dashes",
  "quotes",
  "shortWords",
  "lists",
  "stops",
] as const;
/** Name of a typography rule, as settings switch it. */
export type TypographyRule = (typeof TYPOGRAPHY_RULES)[number];

type Pair = readonly [RegExp, string];

const PAIRS: {
  readonly [rule in Exclude<TypographyRule, "quotes" | "shortWords" | "lists" | "stops">]: readonly Pair[];
} = {
  // № 145, § 3; статьи 15, пункт 3.2, приложение 1
  numbers: [
    [/([№§]) (?=\S)/g, `$1${NBSP}`],
    [
      /(?<![\p{L}])((?:[Сс]тать|[Пп]ункт|[Пп]одпункт|[Рр]аздел|[Гг]лав|[Чч]аст|[Пп]риложени|[Тт]аблиц|[Рр]исун)\p{Ll}*) (?=\d)/gu,
      `$1${NBSP}`,
    ],
  ],
  // ст. 15, п. 3.2, г. Смоленск, ул. Мира; 2025 г., т. е., и т. д., и др.
  abbreviations: [
    [
      /(?<![\p{L}\d])(ст|п|пп|ч|разд|рис|табл|прил|гл|л|д|кв|каб|стр|с|г|ул|пос|дер|обл)\. (?=[\p{L}\d«])/gu,
      `$1.${NBSP}`,
    ],
    [/(\d) (г\.|гг\.)/g, `$1${NBSP}$2`],
    [/(?<![\p{L}])([иИ]) (т)\. ([дп])\./gu, `$1${NBSP}$2.${NBSP}$3.`],
    [/(?<![\p{L}])(т)\. ([едпкн])\./gu, `$1.${NBSP}$2.`],
    [/(?<![\p{L}])и (др|пр)\./gu, `и${NBSP}$1.`],
  ],
  // И. И. Петров; И.И. Петров; Петров И. И.
  initials: [
    [/(?<![\p{L}])(\p{Lu}\.) (?=\p{Lu}\.)/gu, `$1${NBSP}`],
    [/(?<=(?<![\p{L}])\p{Lu}\.) (?=\p{Lu}\p{Ll})/gu, NBSP],
    // The space comes first: looked at before every letter, the word before it would cost the square of its length.
    [/ (?<=\p{Lu}\p{Ll}+ )(?=\p{Lu}\.(?:[ \u00a0]?\p{Lu}\.)?(?![\p{L}]))/gu, NBSP],
  ],
  // A number and what it counts; a day and its month; a per cent sign.
  units: [
    [
      /(\d) (?=(?:лет|год|года|дн|дня|дней|день|рабоч|календарн|час|мин|экз|л\.|лист|чел|руб|коп|обучающ|педагог|мм|см|кг|%|‰))/gu,
      `$1${NBSP}`,
    ],
    [
      /(?<!\d)(\d{1,2}»?) (?=(?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)(?!\p{L}))/gu,
      `$1${NBSP}`,
    ],
  ],
  groups: [[/(?<=(?<![\d.,])\d{1,3}(?:[ \u00a0]\d{3})*) (?=\d{3}(?:[ \u00a0]\d{3})*(?![\d.]))/gu, GROUP]],
  // A hyphen between spaces is a dash; a dash with spaces never begins a line.
  dashes: [
    [/(?<=\S)([ \u00a0])-(?= )/g, "$1–"],
    [/ ([–—])(?= )/g, `${NBSP}$1`],
  ],
};
/** Prepositions and conjunctions that stay with the next word. */
export const SHORT_WORDS =
  "в|к|с|о|и|а|на|за|по|от|до|об|во|ко|со|не|из|у|В|К|С|О|И|А|На|За|По|От|До|Об|Во|Ко|Со|Не|Из|У";
/** Short words stay with the next one; twice in a row, as in «и в школе», where the spaces overlap. */
const SHORT_WORD = new RegExp(`(?<=(?:^|[ \\u00a0«„(\\n])(?:${SHORT_WORDS})) (?=\\S)`, "gu");

/**
 * Sets a text by the rules of Russian office typography: no-break spaces, dashes, inner quotation marks. Puts one character for another and
 * never adds or drops any, so that what is bold stays bold; doing it twice changes nothing more.
 *
 * @param off rules that are switched off
 */
export function typeset(text: string, off: ReadonlySet<TypographyRule> = NONE): string {
  let result = text;
  for (const rule of TYPOGRAPHY_RULES) {
    if (off.has(rule) || rule === "lists" || rule === "stops") continue;
    if (rule === "quotes") result = innerQuotes(result);
    else if (rule === "shortWords") result = result.replace(SHORT_WORD, NBSP);
    else for (const [pattern, replacement] of PAIRS[rule]) result = result.replace(pattern, replacement);
  }
  return result;
}

/** Two full stops, no more, that end a word: not «…», not «?..», not a step up in a path, not a range. */
const DOUBLED = /(?<=[\p{L}\p{N}»“)%])\.\.(?=$|[\s»“)\],;:–—\ufffc])/gu;

/**
 * Where in a text a full stop repeats the one before it: that of an abbreviation, of initials or of a whole value ends the sentence too
 * («и т. д.», «Седых Л. Н.»). Offsets of those to leave out; a text without them has none.
 */
export function doubledStops(text: string): number[] {
  return [...text.matchAll(DOUBLED)].map(({ index }) => index + 1);
}

/** The text with one full stop where two ended a word. */
export function withoutDoubledStops(text: string): string {
  return text.replace(DOUBLED, ".");
}

const NONE: ReadonlySet<TypographyRule> = new Set();

/** «А «Б» в» → «А „Б“ в». Marks that do not pair are left as they stand. */
function innerQuotes(text: string): string {
  if (text.indexOf("«") === text.lastIndexOf("«")) return text;
  const open: number[] = [];
  const inner = new Map<number, string>();
  for (let index = 0; index < text.length; index++) {
    const character = text[index];
    if (character === "«") open.push(index);
    else if (character === "»") {
      const start = open.pop();
      if (start === undefined) return text;
      if (open.length > 0) inner.set(start, "„").set(index, "“");
    }
  }
  if (open.length > 0 || inner.size === 0) return text;
  return [...text].length === text.length
    ? [...text].map((character, index) => inner.get(index) ?? character).join("")
    : text;
}
