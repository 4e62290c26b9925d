import { remembered } from "../../base/text/index.ts";
import { nameReading } from "../../language/index.ts";
import { latinNamesIn } from "./latin-names.ts";

/** A name in a text, with the parts that say whose it is. */
export type Stranger = {
  readonly text: string;
  readonly at: number;
  readonly surname: string | null;
  /** Given name or its first letter. */
  readonly given: string | null;
  /** Patronymic or its first letter. */
  readonly second: string | null;
};

type Token = { readonly word: string; readonly at: number; readonly end: number };

/** Words after which a lone name is somebody's, not a street's. */
const AGE_IN_WORDS = String.raw`(?:двух|тр[её]х|четыр[её]х|пяти|шести|семи|восьми|девяти|десяти|(?:один|две|три|четыр|пят|шест|сем)надцати)летн\p{L}+|(?:[1-9]|1[0-7])-?летн\p{L}+`;
const GROUP = String.raw`(?:ясельн|младш|средн|старш|подготовительн)\p{L}+ групп\p{L}+`;
const CHILD = String.raw`${AGE_IN_WORDS}|${GROUP}|(?:\p{L}+|\d{1,2}-?)классни[кцч]\p{L}*|учени[кцч]\p{L}*|обучающ\p{L}+|учащ\p{L}+|воспитанн\p{L}+|школьни[кцч]\p{L}*|гимназист\p{L}*|лицеист\p{L}*|дошкольн\p{L}+|кадет\p{L}*|мальчик\p{L}*|девочк\p{L}*|девоч\p{L}*|реб[её]н\p{L}+|дети|детей|детям|сын\p{L}*|дочь|дочер\p{L}+|дочк\p{L}+|внук\p{L}*|внучк\p{L}*|сирот\p{L}*|инвалид\p{L}*|подопечн\p{L}+|выпускни[кц]\p{L}*|уважаем\p{L}+`;
const STAFF = String.raw`учител\p{L}+|педагог\p{L}*|воспитател\p{L}+|тьютор\p{L}*|вожат\p{L}+|куратор\p{L}*|дефектолог\p{L}*|хореограф\p{L}*|концертмейстер\p{L}*|психолог\p{L}*|логопед\p{L}*|библиотекар\p{L}+|тренер\p{L}*|методист\p{L}*|наставни\p{L}+|эксперт\p{L}*|руководител\p{L}+|ответственн\p{L}+|водител\p{L}+|медсестр\p{L}+|медсест[её]р|повар\p{L}*|бухгалтер\p{L}*|секретар\p{L}+|завхоз\p{L}*|сторож\p{L}*|лаборант\p{L}*|инженер\p{L}*|врач\p{L}*|фельдшер\p{L}*|нян[яеюиь]\p{L}*|аниматор\p{L}*`;
const ROLE = String.raw`${CHILD}|победител\p{L}+|приз[её]р\p{L}*|лауреат\p{L}*|дипломант\p{L}*|участни[кцч]\p{L}*|капитан\p{L}*|автор\p{L}*|чтец\p{L}*|исполнител\p{L}+|солист\p{L}*|мест[оа]|граждан\p{L}*|гр\.|мам[аеуыо]\p{L}*|мать|матер\p{L}+|пап[аеуы]|отец|отц\p{L}+|бабушк\p{L}+|дедушк\p{L}+|опекун\p{L}*|родител\p{L}+|законн\p{L}+ представител\p{L}+|семь\p{L}+|семей|брать\p{L}+|брат\p{L}*|сестр\p{L}*|сест[её]р|близнец\p{L}*|двойня\p{L}*|супруг\p{L}*|г-н\p{L}*|г-ж\p{L}+|госпо\p{L}+|тов\.|${STAFF}|член\p{L}*|состав\p{L}*|диагноз\p{L}*|директор\p{L}*|докладчи\p{L}+|спикер\p{L}*|ведущ\p{L}+|контактн\p{L}+ лиц\p{L}+|исполнит\p{L}+|фамили\p{L}+|имя|фио|ф\. ?и\. ?о\.`;
/** «5 «Б» класса», «10-А», «9 лет». */
const CLASS = String.raw`\d{1,2}(?:-?(?:го|й|м|ом|х|е|ый))? ?[-–]?[«"„]? ?(?:\p{Lu}(?!\p{L}))? ?[»"“]?(?:[ -]?(?:класс\p{L}*|кл\.?))?`;
const WITH_CLASS = String.raw`(?:(?:,? ?(?:из )?${CLASS})?)`;
const BETWEEN = String.raw`[ :,–-]{1,3}`;
const WORDS = String.raw`(?: [\p{Ll}\d]+){0,3}`;
const AFTER_CHILD = new RegExp(
  String.raw`(?<!\p{L})(?:${CHILD})(?: \p{Ll}+){0,4}${WITH_CLASS}(?: [\p{Ll}№\d«»]+){0,5}${BETWEEN}$`,
  "iu",
);
const AFTER_CLASS = new RegExp(
  String.raw`(?<![\p{L}\d])\d{1,2} ?[-–]?[«"„]?(?:\p{Lu}|\p{Ll})?[»"“]? ?(?:класс\p{L}*|кл\.?)?${BETWEEN}$`,
  "u",
);
/** «Мама Егора», «9 лет, Егор». */
const AFTER_KIN =
  /(?<!\p{L})(?:мам[аеуы]|мамой|мать|матер(?:и|ью|ям|ей)|пап[аеуы]|папой|отец|отц\p{L}+|бабушк\p{L}+|дедушк\p{L}+|опекун\p{L}*|родител(?:и|ь|я|ю|ем|ей|ям|ями|ях)|брат\p{L}{0,2}|сестр\p{L}{1,2}) $|(?<![\d.,])(?:[1-9]|1[0-7]) (?:лет|года?) ?[,:–(-] ?$/iu;
const AFTER_ROLE = new RegExp(String.raw`(?<!\p{L})(?:${ROLE})${WITH_CLASS}${WORDS}${BETWEEN}[«"„(]?$`, "iu");
/** «Вожатая Лена». */
const AFTER_STAFF = new RegExp(String.raw`(?<!\p{L})(?:${STAFF}) $`, "iu");
const BEFORE_CLASS =
  /^(?: \p{Lu}\.)?[ ,;:–(-]{1,4}(?:(?:из )?(?:ясельн|младш|средн|старш|подготовительн)\p{L}+ групп|ученик\p{L}*|ученица|учащ\p{L}+|обуча\p{L}+|воспитанн\p{L}+|(?:из )?\d{1,2}[ -]?(?:лет|год\p{L}*|г\.|кл\.?|класс\p{L}*|[«"„]\p{Lu}|\p{Lu}(?!\p{L})|[а-е](?!\p{L})|-?летн)|(?:19|20)\d\d ?(?:г\.|года?)? ?р|\d{1,2}\.\d{1,2}\.(?:19\d\d|20[01]\d)(?!\d))/iu;
/** What somebody did or was given: «Рыбкиным вручены грамоты». */
const DEED =
  /^ (?:вручен|награжден|выступил|занял|получил|победил|провел|рассказал|показал|подготовил|представил|ответил|присвоен|объявлен)\p{L}*(?!\p{L})/iu;
const PUPIL = /^, (?:ученик|ученица|обучающ|воспитанн)/u;
/** Nobody alive is named by «имени А. С. Пушкина», «ул. Юрия Гагарина», «роман Льва Толстого». */
const PUBLIC_NAME =
  /(?<!\p{L})(?:им\.|имени|памяти|лет со дня рождения|-летию|ул\.?|улиц[аыеу]|пл\.?|площад[ьи]|пер\.?|переул\p{L}+|пр\.|пр-т|просп\.?|проспект\p{L}*|бульвар\p{L}*|наб\.|набережн\p{L}+)(?: (?:академика|генерала|маршала|героя|летчика|космонавта|поэта|писателя))? ?[«"]?$/iu;
const ABBREVIATION = /^(?:РФ|ОО|СШ|ОШ|МО|СО|ЕГЭ|ОГЭ|ВПР|ИО|ПО|УО|НИ|ВР|УР|АО|СП|ДО|ИП|ТУ|ЦО|ФЗ|IT|ИТ)$/;
const SURNAME_ENDING =
  /(?:[оеё]в|[иы]н)(?:а|у|ым|ой|ою|е|ы|ых|ыми)?$|[сц]к(?:ий|ая|ого|ому|им|ом|ой|ую|ие|их|ими)$|(?:енко|[ую]к|чук|ян|дзе|швили|[иы]х|[оу]вич|евич|ман|берг|штейн|ко)(?:а|у|ом|е|ем|ами?|ов)?$/;
const PATRONYMIC_ENDING =
  /^\p{L}{2,}(?:(?:[оеё]в|ьев)ич(?:а|у|ем|е|и|ей|ам|ами|ах)?|(?:[оеё]в|ьев)н(?:а|ы|е|у|ой|ою|ам|ами|ах)?|(?:[иь]нич|[иь]ничн)(?:а|ы|е|у|ой)?)$|^(?:ильич|кузьмич|лукич|фомич|никитич|саввич|ионыч|иваныч|петрович)(?:а|у|ом|ем|е)?$/u;
const TURKIC = /^(?:оглы|оглу|кызы|гызы|кизи|улы|уулу|заде|задэ)$/;
const SHORT_INITIAL = "(?:\\p{Lu}|Дж|Вл|Ал|Дм|Мих|Евг|Ник|Серг|Вас|Алекс|Ал-др|Ю|Эдв)";

/** Names of people in a normal text, whoever they are. */
export const strangersIn: (text: string) => readonly Stranger[] = remembered(look);

function look(text: string): Stranger[] {
  const tokens = [...text.matchAll(/\p{L}(?:[\p{L}'’-]*\p{L})?/gu)].map(
    ({ 0: word, index }): Token => ({ word, at: index, end: index + word.length }),
  );
  const found: Stranger[] = [];
  let after = 0;
  for (const [index, token] of tokens.entries()) {
    if (token.at < after || token.word.length < 2) continue;
    const name = nameAt(text, tokens, index);
    if (name === null || PUBLIC_NAME.test(text.slice(0, name.at))) continue;
    found.push(name);
    after = name.at + name.text.length;
  }
  for (const one of /[a-z]{3}/i.test(text) ? latinNamesIn(text) : [])
    found.push({ ...one, surname: null, given: null, second: null });
  return found;
}

/** The name that begins at a word or, with initials, before it. */
function nameAt(text: string, tokens: readonly Token[], index: number): Stranger | null {
  const token = tokens[index];
  if (token === undefined) return null;
  return hyphened(text, token) ?? withInitials(text, token) ?? ofSeveralWords(text, tokens, index) ?? lone(text, token);
}

/** «Рыбкин-Игорь» as in the name of a file. */
function hyphened(text: string, { word, at, end }: Token): Stranger | null {
  const [one = "", two = "", more] = word.split("-");
  if (more !== undefined || !isCapital(one) || !isCapital(two)) return null;
  const [surname, given] = isGiven(two) && !isGiven(one) ? [one, two] : [two, one];
  return isGiven(given) && !isGiven(surname) && isSurname(surname)
    ? made(text, at, end, [surname, given, undefined])
    : null;
}

function withInitials(text: string, { word, at, end }: Token): Stranger | null {
  if (!isCapital(word)) return null;
  const after = text.slice(end);
  const before = text.slice(0, at);
  const two = matched(`^[,.]? ?(${SHORT_INITIAL})\\. ?-?(${SHORT_INITIAL})\\.`, after);
  if (two !== null && !isWordOfTitle(word)) return made(text, at, end + two[0].length, [word, two[1], two[2]]);
  const ahead = matched(`(?<!\\p{L})(${SHORT_INITIAL})\\. ?-?(${SHORT_INITIAL})\\. ?$`, before);
  if (ahead !== null && !isWordOfTitle(word)) return made(text, at - ahead[0].length, end, [word, ahead[1], ahead[2]]);
  if (!isSurname(word) && !isGiven(word)) return null;
  const one =
    matched(`^,? (${SHORT_INITIAL})\\.(?! ?\\p{Lu}\\p{Ll}+ \\p{Ll})`, after) ??
    matched("^(?: (\\p{Lu})(?: (\\p{Lu}))|,? (\\p{Lu})(\\p{Lu})?)\\.?(?![\\p{L}\\d])", after);
  if (one !== null && !ABBREVIATION.test(one[0].replace(/[ .,]/g, "")) && !/^,? ?[IVX]+$/.test(one[0].trim()))
    return made(text, at, end + one[0].length, [word, one[1] ?? one[3], one[2] ?? one[4]]);
  const single = matched(`(?<!\\p{L}|[.«"] ?)(${SHORT_INITIAL})\\. ?$`, before);
  // «Петров П. Сидоров»: the initial may be that of the name before it.
  const [, earlier] = matched("(\\p{Lu}\\p{L}+) $", before.slice(0, single?.index ?? 0)) ?? [];
  const isEarlier = earlier !== undefined && (isSurname(earlier) || isGiven(earlier));
  if (single !== null && isSurname(word) && !isEarlier)
    return made(text, at - single[0].length, end, [word, single[1], undefined]);
  const bare = matched("(?<![\\p{L}\\d] ?)(\\p{Lu}) ?(\\p{Lu}) $", before);
  if (bare !== null && isSurname(word) && !ABBREVIATION.test(bare[0].trim()))
    return made(text, at - bare[0].length, end, [word, bare[1], bare[2]]);
  return null;
}

/** Given name with a patronymic or a surname, in any order. */
function ofSeveralWords(text: string, tokens: readonly Token[], index: number): Stranger | null {
  const run = runOf(text, tokens, index);
  const [first, second, third, fourth] = run;
  if (first === undefined || second === undefined) return null;
  const span = (last: Token, parts: Parts): Stranger => made(text, first.at, last.end, parts);
  const turkic = run.findIndex(
    ({ word }) => TURKIC.test(word.toLowerCase()) || /-(?:оглы|кызы|оглу|гызы|улы)$/i.test(word),
  );
  if (turkic > 0) {
    const last = run[turkic] ?? second;
    return turkic >= 3
      ? span(last, [first.word, second.word, run[turkic - 1]?.word])
      : span(last, [undefined, first.word, second.word]);
  }
  if (!isCapital(first.word) || !isCapital(second.word)) return smallNames(text, first, second);
  if (third !== undefined && isCapital(third.word) && isPatronymic(third.word))
    return span(third, [first.word, second.word, third.word]);
  if (isPatronymic(second.word) && !isPatronymic(first.word)) {
    const surname = third !== undefined && isCapital(third.word) && fourth === undefined ? third : undefined;
    return surname === undefined ||
      !/^ ?$/.test(text.slice(second.end, surname.at)) ||
      !(isSurname(surname.word) || isUnknown(surname.word))
      ? span(second, [undefined, first.word, second.word])
      : span(surname, [surname.word, first.word, second.word]);
  }
  // «Ким Чен Сун»: three words that are nothing but names.
  if (third !== undefined && isSurname(first.word) && [second, third].every(({ word }) => isUnknown(word)))
    return span(third, [first.word, second.word, third.word]);
  const surnameFirst = isGiven(second.word) && mayBeSurname(first.word);
  if (surnameFirst && !isPlace(text, second)) return span(second, [first.word, second.word, undefined]);
  const givenFirst = isGiven(first.word) && (mayBeSurname(second.word) || isAdjectiveBeside(first.word, second.word));
  return givenFirst && !isPlace(text, second) ? span(second, [second.word, first.word, undefined]) : null;
}

/** «петров ваня»: written small, only words that are nothing but names count. */
function smallNames(text: string, first: Token, second: Token): Stranger | null {
  const [one, two] = [nameReading(first.word), nameReading(second.word)];
  const sure = (one.given && !one.other && two.surname) || (one.surname && two.given && !two.other);
  return sure
    ? made(
        text,
        first.at,
        second.end,
        one.surname ? [first.word, second.word, undefined] : [second.word, first.word, undefined],
      )
    : null;
}

/** One name, where the words around say that it is a person's. */
function lone(text: string, token: Token): Stranger | null {
  const { word, at, end } = token;
  const before =
    text
      .slice(Math.max(0, at - 120), at)
      .split("¶")
      .at(-1) ?? "";
  const after = text.slice(end, end + 60);
  const child =
    AFTER_CHILD.test(before) || AFTER_KIN.test(before) || AFTER_CLASS.test(before) || BEFORE_CLASS.test(after);
  if (!isCapital(word)) {
    const { given, other } = nameReading(word);
    return given && child && word.length > 3 && (!other || PUPIL.test(after))
      ? made(text, at, end, [undefined, word, undefined])
      : null;
  }
  const ofStaff = AFTER_STAFF.test(before) && !/^ \p{Lu}/u.test(after);
  if ((child || ofStaff) && isGiven(word)) return made(text, at, end, [undefined, word, undefined]);
  if (!isSurname(word) || isPlace(text, token)) return null;
  const inBrackets = /\($/.test(before) && /^\)/.test(after) && nameReading(word).surname;
  return inBrackets ||
    DEED.test(after) ||
    BEFORE_CLASS.test(after) ||
    AFTER_ROLE.test(before) ||
    (AFTER_CLASS.test(before) && !/^ \p{Ll}/u.test(after))
    ? made(text, at, end, [word, undefined, undefined])
    : null;
}

type Parts = readonly (string | undefined)[];

function made(text: string, at: number, end: number, [surname, given, second]: Parts): Stranger {
  return {
    text: text.slice(at, end).trim(),
    at,
    surname: surname ?? null,
    given: given ?? null,
    second: second ?? null,
  };
}

function matched(pattern: string, text: string): RegExpExecArray | null {
  return new RegExp(pattern, "u").exec(text);
}

/** Up to five words with nothing but a space or a comma between them. */
function runOf(text: string, tokens: readonly Token[], index: number): Token[] {
  const run: Token[] = [];
  for (const token of tokens.slice(index, index + 5)) {
    const last = run.at(-1);
    if (last !== undefined && !/^(?:,? |[-_])$/.test(text.slice(last.end, token.at))) break;
    run.push(token);
  }
  return run;
}

function isCapital(word: string): boolean {
  return /^(?:\p{Ll}['’])?\p{Lu}/u.test(word);
}

function isGiven(word: string): boolean {
  return partsOf(word).every((part) => nameReading(part).given);
}

function isPatronymic(word: string): boolean {
  return PATRONYMIC_ENDING.test(word.toLowerCase());
}

function isSurname(word: string): boolean {
  const parts = partsOf(word);
  return parts.some((part) => {
    const { surname, other } = nameReading(part);
    return surname || (!other && part.length > 3 && SURNAME_ENDING.test(part.toLowerCase()));
  });
}

/** Beside a given name: «Седых» is a word of the language as well. */
function mayBeSurname(word: string): boolean {
  return isSurname(word) || isUnknown(word) || /^\p{Lu}\p{L}+[ыи]х$/iu.test(word);
}

/** What is a word as often as a name: «Вера Православная», «Роза Чайная». */
const WORD_AS_WELL =
  /^(?:вер|надежд|любов|люб|роз|лили|слав|виктори|май|рим|марс|лев|льв|роман|миле|кир|алл|аврор|зар|ник|венер)/iu;

/** «Аня Белая»; «Пётр Первый» and «Екатерина Великая» are dead. */
function isAdjectiveBeside(given: string, word: string): boolean {
  return (
    !(nameReading(given).other && WORD_AS_WELL.test(given)) &&
    /^\p{Lu}\p{Ll}{2,}(?:[ыио]й|ая|ого|ому|ую)$/u.test(word) &&
    !/^(?:Перв|Втор|Трет|Четв|Пят|Велик|Грозн|Мудр|Невск|Донск|Свят|Препод|Прекрасн|Премудр)/u.test(word)
  );
}

/** Not a word of the language, nor an abbreviation. */
function isUnknown(word: string): boolean {
  const { given, surname, other } = nameReading(word);
  return !given && !surname && !other && /^(?:\p{L}['’])?\p{Lu}\p{Ll}{2,}(?:-\p{Lu}\p{Ll}+)*$/u.test(word);
}

/** «Приложение А. Б.» and the like are no surnames. */
function isWordOfTitle(word: string): boolean {
  const { surname, given, other } = nameReading(word);
  return other && !surname && !given && /^\p{Lu}{2,}$/u.test(word);
}

/** «Смоленского района», «Печерская школа». */
function isPlace(text: string, { word, end }: Token): boolean {
  return /[сц]к(?:ий|ая|ое|ого|ому|им|ом|ой|ую|ие|их|ими)$/i.test(word) && /^ \p{Ll}{2}/u.test(text.slice(end));
}

function partsOf(word: string): string[] {
  return word.split(/[-'’]/).filter((part) => part.length > 1);
}
