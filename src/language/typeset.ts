const NBSP = "\u00a0";
const RULES: readonly (readonly [RegExp, string])[] = [
  // № 145, § 3, ст. 15, п. 3.2, ч. 4, разд. 2, прил. 1, л. 3
  [/(№|§) (?=\S)/g, `$1${NBSP}`],
  [/(?<![\p{L}\d])(ст|п|пп|ч|разд|рис|табл|прил|гл|л|д|кв|каб|стр|с|г|ул|пос|дер|обл)\. (?=[\p{L}\d«])/gu, "$1.\u00a0"],
  // 2025 г., 5 гг., т. е., т. д., т. п., и др.
  [/(\d) (г\.|гг\.)/g, `$1${NBSP}$2`],
  [/(?<![\p{L}])([иИ]) (т)\. (д|п)\./gu, `$1${NBSP}$2.${NBSP}$3.`],
  [/(?<![\p{L}])(т)\. (е|д|п|к|н)\./gu, `$1.${NBSP}$2.`],
  [/(?<![\p{L}])и (др|пр)\./gu, `и${NBSP}$1.`],
  // И. И. Петров; И.И. Петров
  [/(?<![\p{L}])(\p{Lu}\.) (?=\p{Lu}\.)/gu, `$1${NBSP}`],
  [/(?<=(?<![\p{L}])\p{Lu}\.) (?=\p{Lu}\p{Ll})/gu, NBSP],
  [/(?<=\p{Lu}\p{Ll}+) (?=\p{Lu}\.(?:[ \u00a0]?\p{Lu}\.)?(?![\p{L}]))/gu, NBSP],
  // A number and what it counts; a per cent sign.
  [
    /(\d) (?=(?:лет|год|года|дн|дня|дней|день|рабоч|календарн|час|мин|экз|л\.|лист|чел|руб|коп|обучающ|педагог|%|‰))/gu,
    `$1${NBSP}`,
  ],
  // A dash with spaces never begins a line.
  [/ ([–—])(?= )/g, `${NBSP}$1`],
];
/** Short words stay with the next one; twice, because in «и в школе» the spaces overlap. */
const SHORT_WORD =
  /(?<=(?:^|[ \u00a0«„(])(?:в|к|с|о|и|а|на|за|по|от|до|об|во|ко|со|не|из|у|В|К|С|О|И|А|На|За|По|От|До|Об|Во|Ко|Со|Не|Из|У)) (?=\S)/gu;

/**
 * Glues literal text with no-break spaces by the rules of Russian office typography: numbers with their signs, initials with surnames,
 * short prepositions with the next word, a dash with the word before it. Changes nothing but plain spaces; doing it twice changes nothing more.
 */
export function typeset(text: string): string {
  if (!text.includes(" ")) return text;
  let result = text;
  for (const [pattern, replacement] of RULES) result = result.replace(pattern, replacement);
  return result.replace(SHORT_WORD, NBSP);
}
