import { KEPT } from "./kept-words.ts";
import { SHORT_WORDS } from "./typography.ts";

const NBSP = "\u00a0";

/** A word of the list, its first letter as it stands or a capital. */
function anyCase(list: string): string {
  return list.replace(/(?<=^|\|)\p{Ll}(?=\p{Ll})/gu, (letter) => `[${letter}${letter.toUpperCase()}]`);
}

const CAPITAL_KNOWN = KEPT.known.replace(/(?<=^|\|)\p{Ll}/gu, (letter) => letter.toUpperCase());
const LISTED = `(?:№|§|(?<!\\p{L})(?:(?:${KEPT.links}|${anyCase(KEPT.listed)})\\.|(?:${anyCase(KEPT.listedWords)})\\p{Ll}{0,3}))`;
const ABBREVIATIONS = `${anyCase(KEPT.abbreviations)}|${CAPITAL_KNOWN}`;
/** The beginning of a word: neither a letter nor a figure before it. */
const FROM = "(?<![\\p{L}\\d-])";

/** A year, seconds, sheets, «и т. д.»: not what stands before a name. */
const CLOSED = "(?:(?:\\d|уч\\.|фин\\.|отч\\.)~г|\\d~[лс]|т\\.~[дп])\\.";

/**
 * What one line holds beside what typography glues in the words themselves: that is frozen with a document, this is a matter of its lines.
 * Each is what stands around a space; `~` is a space or a no-break one. The quicker part stands first.
 */
const BETWEEN_WORDS: readonly string[] = [
  // детский сад; пр-т Ленина; Смоленская обл.
  "(?=[Сс][Аа][Дд](?!\\p{L}{3}))(?<=[Дд][Ее][Тт][Сс][Кк]\\p{L}{2,3} )",
  `(?=[\\p{L}\\d«])(?<=${FROM}(?:${anyCase(KEPT.hyphened)}) )`,
  "(?=(?:обл\\.|р-н)(?!\\p{L}))(?<=\\p{L} )",
  // п. 2 ч. 3 ст. 28; №№ 5а и 6
  `(?=(?:${KEPT.links})\\.~[«\\d])(?<=[\\d\\p{L}»)] )(?<=(?<!\\p{L})(?:${KEPT.links})\\.~[«\\d][^ ~]{0,8} )`,
  `(?=и~\\d)(?<=${LISTED}~\\d[\\d\\p{L}./-]*(?:,~\\d[\\d\\p{L}./-]*)? )`,
  // 1990-х гг.; 1-й квартал, 5-го числа; 20 млн руб., 760 мм рт. ст.
  "(?=гг?\\.|год)(?<=\\d-[хе] )",
  `(?=${KEPT.rows})(?<=${FROM}(?:[IVXLC]+|\\d+)(?:-\\p{Ll}{1,3})? )`,
  "(?=\\p{L})(?<=(?<![\\p{L}\\d.,/–-])\\d{1,3}-(?:[йяею]|го|м[иу]?|х|ая|ый|ой) )",
  `(?=${KEPT.months})(?<=\\d-\\p{Ll}{1,3} )`,
  `(?<=(?:млн|млрд|трлн|тыс\\.) )(?=(?:т|м|км|га)(?!\\p{L})|руб|чел|экз|шт|долл|₽|кв\\.|куб\\.|${KEPT.counted})`,
  "(?=рт\\.|вод\\.)(?<=\\d~мм )",
];

/** The same beside a figure, a sign or a capital: between small letters none of it stands. */
const BESIDE_SIGNS: readonly string[] = [
  // лицей № 5, школа-интернат № 2, детский сад, МАДОУ № 3; МБОУ «СШ», ФГБОУ ВО «Университет»; ИП Иванов, ПАО Сбербанк
  "(?=№)(?<=(?<!\\p{L})(?:[Шш][Кк][Оо][Лл]|[Лл][Ии][Цц][Ее]|[Гг][Ии][Мм][Нн][Аа][Зз][Ии]|[Сс][Аа][Дд]|[Ии]нтернат|\\p{Lu}+(?:Ш|ОУ|ШИ|НС|ИК))[\\p{L}-]* )",
  "(?=[«„])(?<=(?<![\\p{L}\\d-])\\p{Lu}{2,6} )",
  "(?=(?:СШ|СОШ|ООШ|НОШ)~№)(?<=(?<!\\p{L})\\p{Lu}{2,6} )",
  `(?=\\p{Lu}\\p{L})(?<=${FROM}(?:${KEPT.forms}) )(?=\\p{Lu}\\p{Ll})`,
  // Правительства РФ, И. о. директора; ГК РФ, КоАП РФ, МБУ ДО; ФГОС ООО; ГОСТ Р 7.0.97, ИНН/КПП: 67…, р/с 407…, СП 2.4.3648-20
  "(?=РФ(?!\\p{L}))(?<=\\p{L} )",
  `(?=(?:${KEPT.levels})(?!\\p{L}))(?<=${FROM}\\p{Lu}\\p{L}{0,4}\\p{Lu} )`,
  `(?=\\p{Lu}{2,4}(?!\\p{L}))(?<=${FROM}(?:${KEPT.standards}) )`,
  `(?=[№\\d])(?<=${FROM}(?:${KEPT.codes})(?:/(?:${KEPT.codes}))*:? )`,
  `(?=\\d+(?:[./-]\\d|\\d{4}))(?!\\d\\d?\\.\\d\\d\\.\\d{4})(?<=${FROM}\\p{Lu}\\p{L}*\\p{Lu} )`,
  // СНиП II-3-79, свидетельство серии I-МП № 123456; на счёт 40702…, паспорт 66 01 123456, код подразделения 670-001
  `(?=[IVXLC]+-[\\p{Lu}\\d])(?<=${FROM}(?:${KEPT.codes}|[Сс]ери\\p{Ll}) )`,
  "(?=№~\\d{6})(?<=[IVXLC]-\\p{Lu}{2} )",
  "(?=(?:№~)?\\d{5})(?<=(?<!\\p{L})[Сс]ч(?:[её]т\\p{Ll}{0,3}:?|\\.) )",
  "(?=\\d\\d~?\\d\\d~(?:№~)?\\d{6}(?!\\d))(?<=[Пп]аспорт\\p{Ll}{0,2}:? )",
  "(?=\\d\\d~(?:(?:№|номер)~)?\\d{6}(?!\\d))(?<=(?<![\\d.])\\d\\d )",
  "(?=\\d{6}(?!\\d))(?<=(?<![\\d.])\\d\\d~?\\d\\d )",
  "(?=№~\\d{6}(?!\\d))(?<=(?:(?<![\\d.])\\d\\d~\\d\\d|[Сс]ери\\p{Ll}{1,2}~\\d{4}) )",
  "(?=\\d{3}-\\d{3}(?!\\d))(?<=подразделения )",
  "(?<=ГОСТ )(?=Р~|ИСО|ISO|МЭК|IEC|EN)|(?<=ГОСТ~Р )(?=[\\dИМIE])",
  // ст. 19 а, but not «… а также»
  "(?=\\p{Ll}(?![\\p{L}.]|~также))(?<=(?<!\\p{L})(?:ст\\.|стать\\p{L}*)~\\d[\\d.]* )",
  // пр. Мира, корп. 2, подп. «а», г. о. Десногорск, и.о. директора; канд. ист. наук; пр-т Ленина; Смоленская обл.; т. е., н. э., к. п. н.
  `(?=[\\d«№+(])(?<=[.:] )(?<!${CLOSED} )(?<=(?:${FROM}|\\.)(?:${ABBREVIATIONS}|\\p{Lu})(?:\\.|\\.?:) )`,
  `(?=[№+(])(?<=\\. )(?<!${CLOSED} )(?<=(?:${FROM}|\\.)(?:${KEPT.known})\\. )`,
  `(?<=\\. )(?=\\p{L})(?<!${CLOSED} )(?<=(?:${FROM}|\\.)(?<!\\d~)(?:${ABBREVIATIONS})\\. )`,
  `(?<=\\. )(?=\\p{Ll})(?<=(?:${FROM}|-)(?!(?:${KEPT.closing})\\.)\\p{L}\\p{Ll}{1,5}\\. )`,
  "(?<=(?<!\\p{L})им\\. )(?=\\p{Lu})",
  "(?<=(?<!\\p{L})(?:\\p{Ll}|И)\\. )(?=\\p{Ll}\\.(?!\\p{L}))",
  // графа 3, дом № 5, подпункт «а», литера А
  `(?=[№\\d]|[(+]\\d|[«„]\\p{L}[»“]|\\p{Lu}(?![\\p{L}.]))(?<=${FROM}(?:${anyCase(KEPT.parts)})\\p{Ll}{0,3} )`,
  "(?=[«„]\\p{Ll}[»“])(?<=пункт\\p{Ll}{0,3} )",
  // п. 2 ч. 3 ст. 28, подп. «а» п. 2; №№ 5, 6; № 5 и 6, ст. 5, 6; д. 5, кв. 12
  `(?=\\d)(?<=(?:,| и) )(?<=${LISTED}~\\d[\\d\\p{L}./-]*(?:(?:,| и)~\\d[\\d\\p{L}./-]*){0,2}(?:,| и) )`,
  "(?<=, )(?=(?:ауд|каб|кв|ком|корп|лит|оф|пом|стр|эт|к)\\.?~\\d)(?<=(?<!\\p{L})(?:д|дом|к|корп|стр)\\.?~\\d[\\d\\p{L}/-]*, )",
  // +7 (4812) 38-12-45, 8 800 555 35 35
  "(?=[\\d(])(?<=\\+\\d[\\d()~-]{0,16} )",
  "(?<=(?<![\\p{L}\\d.,–-])8 )(?=\\(\\d|\\d{3}[~-]\\d{2})",
  "(?<=\\((?:8-)?\\d{3,5}\\) )(?=\\d)",
  "(?=\\d{2,3}(?!\\d))(?<=(?<![\\d.,])8~\\(?\\d{3}\\)?(?:[~-]\\d{2,3})+ )",
  // СНИЛС 123-456-789 01
  "(?=\\d\\d(?!\\d))(?<=\\d{3}-\\d{3}-\\d{3} )",
  // 10000 000, 75115 226 328,90: figures that are grouped by another hand
  "(?=\\d{3}(?!\\d))(?<=(?<![\\p{L}\\d.,/–-])\\d{4,} )",
  // ул. Мира, 5; обязуется: а) учить; б) лечить
  "(?=\\d{1,3}[а-я]?(?:[/-]\\d+)?(?![\\p{L}\\d]))(?<=(?<!\\p{L})(?:ул|пер|пр|наб|ш|пр-к?т|б-р)\\.?~\\p{Lu}[\\p{L}-]*, )",
  "(?<=(?:^|[;:,] )(?:\\p{Ll}|\\d{1,2})\\) )(?=\\S)",
  // □ согласен
  "(?<=[□■] )(?=\\S)",
  // 2025/2026 учебный год, 1990-х гг.; 10 занятий, но не «школа № 5 занята»; 10 (десять) дней
  `(?=(?:${KEPT.years})\\p{Ll})(?<=(?<!\\d)\\d{4} )`,
  `(?=${KEPT.things})(?<=(?<![\\p{L}\\d.,/–-]|(?:[№§.]|\\p{L}{4})\u00a0)(?:\\d{1,3}[–,])?\\d{1,3} )`,
  "(?=\\((?:од[ин]|дв|тр|четыр|пят|шест|сем|вос|дев|дес|сор|ст[оа])\\p{Ll}*\\))(?<=\\d )",
  // 5–6 классов, 5А класс, 7 «А» класс; XX в., 1-й квартал, 5-го числа; Николай II, раздел IV
  "(?=класс|кл\\.)(?<=\\d[~-]?[«„]?[А-ЯЁ]?[»“]? )",
  "(?<=\\d )(?=[«„]?[А-ЯЁ][»“]?~класс)",
  `(?<=\\d )(?=(?:${KEPT.monthsShort})\\.)`,
  `(?=[IVXLC]+(?![\\p{L}\\d–-]|~(?:${KEPT.rows})))(?<=${FROM}(?:\\p{Lu}\\p{Ll}+|(?:${KEPT.chapters})\\p{Ll}*) )`,
  // 1,5 ч., 20 °C, 15 м², 5 м/с, в 2 раза, 3 тыс. руб., 20 кв. м, 5 руб. 50 коп., 2 ч. 30 мин.; 10 × 15, ± 5, ≤ 10
  `(?<=\\d )(?<!\\d{9} )(?=(?:${KEPT.units})(?:/\\p{Ll}{1,4}[²³]?)?(?![\\p{L}/-]|\\d[\\d\\p{L}])|${KEPT.counted}|кв\\.|куб\\.|уч\\.|ак(?:ад(?:ем)?)?\\.|°|[₽$€%‰])`,
  "(?<=\\d~(?:кв|куб)\\. )(?=[а-я]?м(?!\\p{L}))",
  "(?<=\\d~?° )(?=[CСFК])",
  "(?=руб)(?<=\\p{Ll}\\) )",
  "(?=\\d\\d?~коп)(?<=[\\d)]~руб(?:\\.|\\p{Ll}+) )",
  "(?=\\d\\d?~мин)(?<=\\d~ч(?:ас\\p{Ll}*)?\\.? )",
  "(?=\\d)(?<=[ ~(][±≤≥<>≈=+−×÷:xх] )|(?<=\\d )(?=[±≤≥<>≈=+−×÷:xх]~\\d)",
  // ОО – ТРЦ, мероприятий – 5, 9.00 – 10.00, but a line may end in «27 октября – | 5 ноября»
  "(?<=\\p{Lu}{2,}~– )(?=\\p{Lu}{2,})",
  `(?<=[\\p{L}\\d)»]~– )(?=\\d)(?!\\d\\d?~(?:${KEPT.months}))`,
];

const WORDS = together(BETWEEN_WORDS);
const ANY = together([...BESIDE_SIGNS, ...BETWEEN_WORDS]);

/** Asks about the space at its `lastIndex`. */
function together(patterns: readonly string[]): RegExp {
  return new RegExp(` (?:${patterns.map(spelt).join("|")})`, "uy");
}

function spelt(pattern: string): string {
  return pattern.replace(/\[([^\]]*)~/g, "[$1 \u00a0").replaceAll("~", "[ \u00a0]");
}

/** Typography glues what looks like an abbreviation before a word; behind a number it is a year or a unit, and closes what it stands in. And «3 части 4» are no hours. */
const LET_GO = new RegExp(spelt(`\\u00a0(?:(?<=${CLOSED}\\u00a0)(?=[\\p{L}«„])|(?<=\\d\\u00a0)(?=част))`), "gu");

/** The text with no-break spaces where a line must not end, and plain ones where it may: of the same length, for layout alone. */
export function keepTogether(text: string): string {
  const free = text.includes(NBSP) ? text.replace(LET_GO, " ") : text;
  let glued = "";
  let from = 0;
  for (let at = free.indexOf(" "); at >= 0; at = free.indexOf(" ", at + 1)) {
    // Most spaces of a text stand between small letters.
    const pattern = isSmall(free.charCodeAt(at - 1)) && isSmall(free.charCodeAt(at + 1)) ? WORDS : ANY;
    pattern.lastIndex = at;
    if (!pattern.test(free)) continue;
    glued += free.slice(from, at) + NBSP;
    from = at + 1;
  }
  return from === 0 ? free : glued + free.slice(from);
}

/** Whether a code is that of a small letter of Russian. */
function isSmall(code: number): boolean {
  return (code >= 0x430 && code <= 0x44f) || code === 0x451;
}

/** The no-break space behind a short word, but not in «и т. д.», «и др.», «5 А класс» or before a sign. */
const BEHIND_SHORT = `(?<=(?:^|[ \\u00a0«„(\\n])(?<!\\d\\u00a0(?=\\p{Lu}))(?:${SHORT_WORDS})\\u00a0)(?=[«„(]?(?!(?:т|др|пр)\\.)[\\p{L}\\p{N}])`;
/** Long words that are better parted from their neighbours than a line is loose: «10 занятий», «2-й вторник», «2025/2026 учебный», «Правительства РФ», «счёт 407…». */
const LONG = [
  `(?<=\\d\\u00a0)(?=${KEPT.things}|(?:${KEPT.years})\\p{Ll})`,
  "(?=РФ(?!\\p{L}))(?<=\\p{Ll}\\u00a0)",
  `(?=\\p{L})(?<=\\d-\\p{Ll}{1,2}\\u00a0)(?!${KEPT.rows}|${KEPT.months}|г)`,
  "(?=[Сс][Аа][Дд])(?<=[Дд][Ее][Тт]\\p{L}{4,5}\\u00a0)",
  "(?=\\d)(?<=[Сс]ч[её]т\\p{Ll}{0,3}:?\\u00a0)",
];
const SOFT = new RegExp(`\\u00a0(?:${[BEHIND_SHORT, ...LONG].join("|")})`, "gu");

/** The text with plain spaces where glue is soft: let go where a line would get loose, as behind short words. */
export function softenGlue(text: string): string {
  return text.includes(NBSP) ? text.replace(SOFT, " ") : text;
}

/** Spaces inside a link of what is kept together: behind an abbreviation, initials or №, before a unit, a sign or a group of figures. */
const INSIDE_LINK = new RegExp(
  [
    "[№§±≤≥]~",
    "(?<!\\p{L})(?:\\p{Ll}{1,5}|\\p{Lu})\\.~",
    "~(?=гг?\\.(?!\\p{L}))",
    "(?<=\\d)~(?=[–—])",
    "(?<=(?<!\\d)\\d\\d)~(?=\\d\\d~(?:№~)?\\d{6}(?!\\d))",
    "(?<=[IVXLC])~(?=вв?\\.)",
    "(?<!\\+[\\d()~-]{1,16})(?<=\\d)~(?=\\d{3}(?!\\d))",
    `(?<=\\d)~(?=[°%‰₽$€]|[А-Е](?!\\p{L})|(?!(?:${KEPT.links})\\.~[«\\d](?!\\d?~мин))\\p{Ll}{1,3}(?!\\p{L}))`,
  ]
    .map(spelt)
    .join("|"),
  "gu",
);

/** Where a line may end in glued words that no line holds: at the spaces between their links, and as the last resort `inside` a link. */
export function glueOf(words: string): { readonly between: readonly number[]; readonly inside: readonly number[] } {
  const inside = new Set(
    [...words.matchAll(INSIDE_LINK)].map(({ 0: found, index }) => index + found.search(/[ \u00a0]/)),
  );
  const between = [...words.matchAll(/[ \u00a0]/g)].map(({ index }) => index).filter((at) => !inside.has(at));
  return { between, inside: [...inside] };
}
