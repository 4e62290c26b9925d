const NBSP = "\u00a0";

/** Abbreviations before a number, a name or a word in quotation marks that typography does not glue. */
const ABBREVIATIONS =
  "абз|ал|ауд|бул|вх|вып|гр|доб|зд|изд|ил|им|инв|исх|кн|ком|корп|лит|мкр|наб|оф|пер|пл|подп|подъезд|пом|пос|пр|прим|просп|проф|рег|респ|сл|см|ср|тел|туп|факс|ш|эт";
/** Parts of an act in a chain of references. */
const LINKS = "абз|гл|пп?|подп|разд|ст|ч";
/** What numbers count, but for the words that typography knows: to be followed by no letter. */
const UNITS =
  "Вт|ГБ|Гб|га|Гц|дм|ед|[кК]Вт|[кМГ]Гц|КБ|км|комн|л|м|М[бБ]|мес|мин|мл|млн|млрд|м[²³]|нед|раз|сек|см|сут|т|тыс|уч|ч|чел|шт|экз";

/**
 * What one line holds beside what typography glues in the words themselves: that is frozen with a document, this is a matter of its lines.
 * Each is what stands around a space; `~` is a space or a no-break one. The quicker part stands first.
 */
const TOGETHER: readonly string[] = [
  // лицей № 5, школа-интернат № 2; ИП Иванов; МБОУ «СШ», ФГБОУ ВО «Университет»
  "(?=№)(?<=(?<!\\p{L})(?:[Шш][Кк][Оо][Лл]|[Лл][Ии][Цц][Ее]|[Гг][Ии][Мм][Нн][Аа][Зз][Ии]|[Сс][Аа][Дд]|[Ии]нтернат|СШ|СОШ|ООШ|НОШ)[\\p{L}-]* )",
  "(?=[«„])(?<=(?<![\\p{L}\\d-])\\p{Lu}{2,6} )",
  "(?=(?:СШ|СОШ|ООШ|НОШ)~№|ВО |ДПО |ДО |СПО )(?<=(?<!\\p{L})\\p{Lu}{2,6} )",
  "(?<=(?<!\\p{L})ИП )(?=\\p{Lu})",
  // ст. 19 а, but not «… а также»
  "(?=\\p{Ll}(?![\\p{L}.]|~также))(?<=(?<!\\p{L})(?:ст\\.|стать\\p{L}*)~\\d[\\d.]* )",
  // пр. Мира, корп. 2, подп. «а»; пр-т Ленина; Смоленская обл., Примерненский р-н; т. е., н. э., к. п. н.
  `(?<=\\. )(?=[\\p{L}\\d«№+(])(?<=(?<![\\p{L}\\d-])(?:${ABBREVIATIONS})\\. )`,
  "(?<=(?<!\\p{L})(?:пр-т|пр-д|б-р|пгт|рп) )(?=[\\p{Lu}\\d])",
  "(?=(?:обл\\.|р-н)(?!\\p{L}))(?<=\\p{L} )",
  "(?<=(?<!\\p{L})\\p{Ll}\\. )(?=\\p{Ll}\\.(?!\\p{L}))",
  // п. 2 ч. 3 ст. 28, подп. «а» п. 2; №№ 5, 6; № 5 и 6; д. 5, кв. 12
  `(?=(?:${LINKS})\\.~[«\\d])(?<=[\\d\\p{Ll}»)] )(?<=(?<!\\p{L})(?:${LINKS})\\.~[«\\d][^ ~]{0,8} )`,
  "(?=\\d)(?<=(?:,| и) )(?<=№~\\d[\\d\\p{L}/-]*(?:(?:,| и)~\\d[\\d\\p{L}/-]*){0,2}(?:,| и) )",
  "(?=и~\\d)(?<=№~\\d[\\d\\p{L}/-]*(?:,~\\d[\\d\\p{L}/-]*)? )",
  "(?<=, )(?=(?:ауд|каб|кв|ком|корп|лит|оф|пом|стр|эт|к)\\.?~\\d)(?<=(?<!\\p{L})(?:д|дом|к|корп|стр)\\.?~\\d[\\d\\p{L}/-]*, )",
  // +7 (4812) 38-12-45, 8 800 555 35 35
  "(?=[\\d(])(?<=\\+\\d[\\d()~-]{0,16} )",
  "(?<=(?<![\\p{L}\\d.,–-])8 )(?=\\(\\d|\\d{3}[~-]\\d{2})",
  "(?<=\\(\\d{3,5}\\) )(?=\\d)",
  "(?=\\d{2,3}(?!\\d))(?<=(?<![\\d.,])8~\\(?\\d{3}\\)?(?:[~-]\\d{2,3})+ )",
  // □ согласен
  "(?<=[□■] )(?=\\S)",
  // 5–6 классов, в 3 классе, 5 А класс; XX в., II полугодие
  "(?<=\\d )(?=класс|уч\\.)",
  "(?<=\\d )(?=[АБВГДЕ]~класс)",
  "(?<=(?<![\\p{L}\\d])[IVXLC]+ )(?=вв?\\.|век|квартал|полугоди|триместр|четверт|категори|степен|групп|этап|тур(?!\\p{Ll}{4}))",
  // 1,5 ч., 20 °C, 15 м², 3 тыс. руб., 20 кв. м, 5 руб. 50 коп., 2 ч. 30 мин.; 10 × 15
  `(?<=\\d )(?=(?:${UNITS})(?![\\p{L}-])|кв\\.|куб\\.|°|[₽$€%‰×])`,
  "(?<=(?:млн|млрд|тыс\\.) )(?=руб|чел|экз|шт|₽)",
  "(?<=\\d~(?:кв|куб)\\. )(?=[а-я]?м(?!\\p{L}))",
  "(?<=\\d~руб\\. )(?=\\d\\d?~коп)",
  "(?<=\\d~ч\\.? )(?=\\d\\d?~мин)",
  "(?<=× )(?=\\d)",
  // ОО – ТРЦ, мероприятий – 5, 9.00 – 10.00
  "(?<=\\p{Lu}{2,}~– )(?=\\p{Lu}{2,})",
  "(?<=[\\p{L}\\d]~– )(?=\\d)",
];

const SPACE = new RegExp(` (?:${TOGETHER.map(spelt).join("|")})`, "gu");

function spelt(pattern: string): string {
  return pattern.replace(/\[([^\]]*)~/g, "[$1 \u00a0").replaceAll("~", "[ \u00a0]");
}

/** The text with no-break spaces where a line must not end: of the same length, for layout alone. */
export function keepTogether(text: string): string {
  return text.replace(SPACE, NBSP);
}

/** Spaces inside a link of what is kept together: behind an abbreviation, initials or №, before a unit, a sign, a group of figures or a dash. */
const INSIDE_LINK = new RegExp(
  [
    "[№§]~",
    "(?<!\\p{L})(?:\\p{Ll}{1,5}|\\p{Lu})\\.~",
    "~(?=г\\.(?!\\p{L})|[–—])",
    "(?<=[IVXLC])~(?=вв?\\.)",
    "(?<!\\+[\\d()~-]{1,16})(?<=\\d)~(?=\\d{3}(?!\\d))",
    `(?<=\\d)~(?=[°%‰₽$€]|[А-Е](?!\\p{L})|(?!(?:${LINKS})\\.~[«\\d](?!\\d?~мин))\\p{Ll}{1,3}(?!\\p{L}))`,
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
