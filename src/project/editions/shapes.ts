import { remembered } from "../../base/text/index.ts";

/** Something personal that is known by its form alone. */
export type Shape = { readonly kind: "contact" | "code" | "address" | "birth"; readonly text: string };

const GAP = String.raw`[ ().\-–—_/·,]`;
const BETWEEN = String.raw`[ .\-–—_/]?`;
const AT = String.raw` ?(?:@| at (?=[a-z\d-]+ dot )|[([{] ?(?:at|собака|эт) ?[)\]}]| собака ) ?`;
const DOT = String.raw`(?: ?\. ?| ?[([{] ?(?:dot|точка) ?[)\]}] ?| точка | dot )`;
const STREET = String.raw`(?:ул|улица|улице|пер|переулок|пр-т|пр|просп|проспект|пр-д|проезд|б-р|бульвар|наб|набережная|мкр|микрорайон|квартал|шоссе|ш|пл|площадь|д|дер|деревня|с|село|пос|п|поселок)\.?`;

/** Before what looks behind at length: where no digit stands it need not look. */
const AT_DIGIT = "(?=\\d)";

/** Telephones: with a country, with a code in brackets, mobile ones, and what follows «тел.». */
const PHONES = [
  // No digits of a longer number before or after.
  new RegExp(String.raw`(?<![\d.]|\d[ -])(?:\+ ?7|8|7)${GAP}{0,3}[3-9](?:${GAP}{0,3}\d){9}(?!\d)`, "gu"),
  new RegExp(String.raw`(?<![\d.])\+ ?(?!7)\d(?:${GAP}{0,2}\d){9,13}(?!\d)`, "gu"),
  /\( ?\d{3,5} ?\) ?\d(?:[ \-–—.]{0,3}\d){4,6}(?!\d)/gu,
  /(?<![\d.№-]|№ |\d )9\d{2}[ \-–—.]{1,3}\d{3}[ \-–—.]{0,3}\d{2}[ \-–—.]{0,3}\d{2}(?!\d)/gu,
  new RegExp(
    String.raw`${AT_DIGIT}(?<=(?<!\p{L})(?:т|тел|телефон\p{L}*|моб|мобильн\p{L}*|сот|сотов\p{L}*|факс|звон\p{L}+|дозвон\p{L}*|whatsapp|ватсап\p{L}*|viber|вайбер\p{L}*|telegram|телеграм\p{L}*)\.?:?[ №(]{0,3}(?:по |на |номер\p{L}*:? |№ ?|до |в ){0,2})\d(?:${GAP}{0,2}\d){4,11}(?!\d)`,
    "giu",
  ),
  /(?<!\p{L})(?:тел|телефон\p{L}*|моб\p{L}*)\.?:? (?:плюс |номер )?(?:семь|восемь),? девятьсот/giu,
  // An account of a person: a name in a messenger, a page with a number.
  /(?<!\p{L})(?:tg|тг|telegram|телеграм\p{L}*|телега|whatsapp|viber|max|skype|скайп|instagram|инстаграм\p{L}*|инста):? ?@?[a-z][a-z\d_.]{4,}/giu,
  /(?<![\p{L}\d._%+@-])@[a-z][a-z\d_.]{4,}/giu,
  /(?<![\p{L}\d])(?:t\.me|telegram\.me)\/[a-z\d_+]{4,}|(?<![\p{L}\d])vk\.(?:com|ru)\/id\d{3,}|(?<![\p{L}\d])ok\.ru\/profile\/\d+/giu,
];

const MAIL = new RegExp(String.raw`[\p{L}\d][\p{L}\d._%+-]*${AT}[\p{L}\d][\p{L}\d-]*(?:${DOT}[\p{L}\d-]+)+`, "giu");

/** Codes and accounts that nobody publishes, and what shows that a number is one. */
const CODES = [
  // Insurance number: in groups, or after its name.
  /(?<![\d-]|\d )\d{3}[ .\-–—_/]\d{3}[ .\-–—_/]\d{3}[ .\-–—_/]{1,3}\d{2}(?![\d-]\d|\d)/gu,
  new RegExp(
    String.raw`${AT_DIGIT}(?<=(?:снилс|страхов\p{L}+ (?:номер|свидетельств)\p{L}*)[^\d¶]{0,24})\d(?:${BETWEEN}\d){10}(?!\d)`,
    "giu",
  ),
  // Bank account, budget account, card.
  /(?=\d)(?<![\d.]|КБК[^\d¶]{0,3})\d(?:[ .\-–—]?\d){19}(?!\d)/gu,
  /(?<!\d)(?:[2-6]\d{3})(?:[ \-–—.]?\d{4}){3}(?![ .\-–—]?\d)/gu,
  new RegExp(String.raw`${AT_DIGIT}(?<=(?:полис\p{L}*|омс)[^\d¶]{0,24})\d(?:${BETWEEN}\d){15}(?!\d)`, "giu"),
  // Taxpayer number of a person: twelve digits.
  new RegExp(String.raw`${AT_DIGIT}(?<=ИНН[^\d¶]{0,24})\d(?:${BETWEEN}\d){11}(?!${BETWEEN}\d)`, "giu"),
  // Passport and certificate of birth.
  /паспорт\p{L}*[^\d¶]{0,40}\d{2}[ .\-–—]?\d{2}[^\d¶]{0,16}\d{3}[ .-]?\d{3}(?!\d)/giu,
  /загранпаспорт\p{L}*[^\d¶]{0,40}\d{2}[ .\-–—]?(?:№ ?)?\d{7}(?!\d)/giu,
  /сери\p{L}+:?[^\d¶]{0,6}\d{2}[ .\-–—]?\d{2}[^\d¶]{0,16}\d{6}(?!\d)/giu,
  /(?<![\d.-])\d{2} \d{2}(?: |, | № ?|, № ?)\d{6}(?!\d)/gu,
  /(?<![\d.-])\d{4}(?: № ?| N ?)\d{6}(?!\d)/gu,
  /(?<!\p{L})[IVXХ1]{1,4}[ ]?[-–—][ ]?[А-Я]{2}[ ,]{0,2}(?:№|N|номер)? ?\d{6}(?!\d)/gu,
];
/** Twelve or eleven digits with nothing before them are a code where the check digits agree. */
const BARE =
  /(?<![\d-]|\d |№ ?)\d{3}[ .\-–—_/]\d{3}[ .\-–—_/]\d{5}(?![\d-])|(?<![\d.,№-]|№ |\d )\d{11,12}(?![\d.,]\d|\d)/gu;

const MONTH = String.raw`(?:январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр)\p{L}*`;
const DAY = String.raw`(?:\d{1,2}[./\- ]\d{1,2}[./\- ](?:\d{4}|\d{2})|\d{1,2} ${MONTH},? \d{4}|\d{4}-\d{2}-\d{2})`;
/** «Двенадцатого мая две тысячи десятого года». */
const DAY_IN_WORDS = String.raw`(?:\p{Ll}+ )?\p{Ll}+(?:го|ое) ${MONTH}`;
const BIRTHS = [
  /(?<!\p{L})(?:родил\p{L}+|рожд\p{L}*\.?)[^\d¶]{0,6}(?:19[5-9]\d|20\d\d)(?!\d)/giu,
  new RegExp(String.raw`(?<![\p{L}\d] ?)р\. ${DAY}`, "giu"),
  new RegExp(
    String.raw`(?<!\p{L})(?:дат\p{L} рожд\p{L}+|день рожд\p{L}+|родил\p{L}+|рожд[.,:]|рожден[^и]\p{L}*|урожен\p{L}+|род\.|д\. ?р\.|д/р|др:)[^\d¶]{0,16}(?:${DAY}|${DAY_IN_WORDS})`,
    "giu",
  ),
  new RegExp(
    String.raw`(?:${DAY}|(?<!\d)(?:19|20)\d{2}) ?(?:г\.?,?|года,?)? ?(?:рожд\p{L}*|р\.|г\. ?р\.|г/р|гр\.)(?!\p{L})`,
    "giu",
  ),
  new RegExp(String.raw`${DAY} ?(?:г\.|года)? (?:родил\p{L}+|рожд\p{L}+)`, "giu"),
];

const HOME = [
  // A flat: nobody's office is there.
  new RegExp(
    String.raw`(?:${STREET} )?\p{Lu}[\p{L} .-]{1,40},? ?(?:д|дом)?\.? ?\d{1,3}(?: ?\p{L}(?!\p{L}))?(?: ?(?:/|к\.|корп\.?|стр\.) ?\d+)?,? ?(?:кв|квартира|комн|комната|ком)\.? ?№? ?\d{1,4}`,
    "giu",
  ),
  /\p{Lu}[\p{L} .-]{1,40}, ?(?:д\.|дом) [\p{Ll}\d ]{1,30}, ?(?:кв\.|квартира) [\p{Ll}\d]+/gu,
  /(?<!\p{L})(?:ул|улица|улице|пер|переулок|пр-т|проспект|мкр)\.? \p{Lu}[\p{L} .-]{1,30},? ?(?:д\.? ?|дом )?\d{1,3}(?:\/\d{1,2})?\p{L}?[-–]\d{1,3}(?!\d)/giu,
  new RegExp(
    String.raw`(?<!\p{L})(?:прожива\p{L}+|прож\.|живет|живут|живущ\p{L}+|зарегистрирован\p{L}{0,2} (?:по адресу|по месту|в|на)|зарегистрирован\p{L}{0,2}:(?= ?(?:г|с|д|п|пос|ул|пер)\. ?\p{Lu})|прописан\p{L}*|домашн\p{L}+ адрес\p{L}*|мест\p{L} жительства|адрес\p{L}* (?:прожив|регистр|места жит|жител|прописк)\p{L}*|дом\. ?адр\p{L}*\.?)[^¶]{0,60}?(?:${STREET} ?\p{Lu}[\p{L}-]+|\p{Lu}[\p{L}-]+,? (?:д\.|дом)? ?\d+)`,
    "giu",
  ),
];

/** Phones, addresses, accounts, personal codes and dates of birth in a normal text, by their form, whether a record holds them or not. */
export const shapesIn: (text: string) => readonly Shape[] = remembered(look);

function look(source: string): Shape[] {
  const text = source.replace(/(?<=\d[ -]?)[ОOоo](?=[ -]?\d)/g, "0");
  const all = (kind: Shape["kind"], patterns: readonly RegExp[]): Shape[] =>
    patterns.flatMap((pattern) => [...text.matchAll(pattern)].map(([match]) => ({ kind, text: match.trim() })));
  return [
    ...all("contact", [MAIL, ...PHONES]),
    ...all("code", CODES),
    ...all("code", [BARE]).filter((one) => isPersonalCode(one.text)),
    ...all("birth", BIRTHS),
    ...all("address", HOME),
  ];
}

/** Check digits of an insurance number or of a taxpayer number of a person. */
function isPersonalCode(code: string): boolean {
  const digits = [...code.replace(/\D/g, "")].map(Number);
  const sum = (weights: readonly number[]): number =>
    weights.reduce((all, one, at) => all + one * (digits[at] ?? 0), 0);
  if (digits.length === 11) {
    const control = sum([9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101;
    return (control === 100 ? 0 : control) === (digits[9] ?? 0) * 10 + (digits[10] ?? 0);
  }
  const [first, second] = [
    [7, 2, 4, 10, 3, 5, 9, 4, 6, 8],
    [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8],
  ].map((weights) => (sum(weights) % 11) % 10);
  return first === digits[10] && second === digits[11];
}
