import { casesAfter, casesOf, type GrammaticalCase, sortOfForm } from "../../../language/index.ts";
import { type TextMatch, text } from "../rule.ts";

/** A word of a text; `open`: something other than a space stands before it. */
type Word = { readonly text: string; readonly start: number; readonly open: boolean };

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}_.@/\p{Cf}-]*/gu;
const SMALL = /^[а-яё]{4,}$/u;
/** Endings of the dative and the prepositional: the dictionary is not asked about every word. */
const SUSPECT = /(?:[ая][хм]|ии|[ую]|[оеё]м|[бвгджзклмнпрстфхцчшщ]е)$/;
/** So many words before a noun may still belong to it. */
const REACH = 5;
const INFINITIVE = /(?:ать|ять|ить|еть|сти|чь)(?:ся)?$/;
/** Words that rule a dative themselves, however far they stand before it. */
const RULES_DATIVE =
  /^(?:(?:по)?способств|содейств|соответ|противореч|посвя[тщ]|подлеж|подверг|внимани|согласно|благодаря|вопреки|предшеств|препятств|помо[гщчж]|значени|(?:на|об)уч[аеиу]|уч(?:ить|ат|ит)|следова|отве[чт]|равн|прида|отда|да(?:ть|ё|ют|ва)|предпо[чд]|угро[жз]|служ|удел|адрес|аналогичн|(?:под)?чин|присв|меша|предназнач|принадлеж|сопутств|поддержк|навстречу|параллельн|присущ|свойств|обязан|необходим|нужн|долж(?:ен|н[аоы])|завис|верн|рад|идентичн|адекватн|эквивалент|приравн|противопостав|уступ|вред|ущерб|урон|альтернатив|стимул|толч|импульс|сопротивл|начал|кон[еч]ц|предел|пример|памят|слав|дань|запре|настав|коммент|предпис|пожела)/;
/** Who receives something: «направить отчёт комитету», «оказать помощь школам»; and what is an adverb as well. */
const RECEIVES =
  /^(?:школ|лице|гимнази|комитет|цент|учрежд|институт|колледж|отдел|управлени|администраци|совет|комисси|жюри|бюро|район|округ|орган|министерств|департамент|кафедр|групп|команд|сторон|учредител|заказчик|исполнител|предприяти|обществ|объединени|семь|класс|библиотек|лиц|чаще$)/;
/** What a name in the same case explains: «по предмету математике». */
const EXPLAINED = /^(?:предмет|дисциплин|тем|професси|специальност|направлени|программ|курс|должност|отрасл)/;

/** Words whose preposition was lost: a case that nothing rules, a verb without what it asks for, a term of a report that nothing joins. */
export function lostPrepositions(raw: string): readonly TextMatch[] {
  const words = wordsOf(raw);
  // One finding for an adjective and its noun.
  const found = new Map<number, TextMatch>();
  for (const [at, word] of words.entries()) {
    if (!SMALL.test(word.text) || word.open || !SUSPECT.test(word.text)) continue;
    const from = headless(words, at);
    if (from === null) continue;
    const start = (words[from] ?? word).start;
    found.set(start, missing(raw.slice(start, word.start + word.text.length), start));
  }
  for (const [lost, what] of PHRASES)
    for (const one of raw.matchAll(lost)) if (!found.has(one.index)) found.set(one.index, said(one, what));
  for (const one of raw.matchAll(WITH)) {
    const [first, ...rest] = wordsOf(one[2] ?? "");
    const all = /^(?:совместно|отношени)/i.test(one[0]) ? [first] : [first, ...rest];
    // «Совместно разработанными материалами»: what was worked out together.
    if (/(?:нн|[еио]м)(?:ыми?|ой)$/.test(first?.text ?? "")) continue;
    if (all.some((word) => word !== undefined && only(casesOf(word.text), ["instrumental"])))
      found.set(one.index, said(one, "с"));
  }
  return [...found.values()];
}

const MONTH = "(?:январь|февраль|март|апрель|май|июнь|июль|август|сентябрь|октябрь|ноябрь|декабрь)";
const PHRASES: readonly (readonly [lost: RegExp, what: string])[] = [
  // «Отчёт первое полугодие», «перенос мероприятия следующий учебный год»: a term stands with a preposition.
  [
    /(?<!\p{L})(?:отч[её]т|план|сведени|итог|график|информаци|смет|данн|перенос|мероприяти|конференци|работ|организаци|центр)\p{L}*[ \u00a0](?:(?:перв|втор|треть|четв[её]рт)\p{L}+[ \u00a0](?:полугодие|квартал|четверть)|(?:(?:\d{4}\/\d{4}|следующий|прошлый|текущий)[ \u00a0])?учебный[ \u00a0]год|(?:следующий|прошлый|текущий)[ \u00a0]год)(?!\p{L})/giu,
    "за» или «на",
  ],
  [
    new RegExp(
      `(?<!\\p{L})(?:перенос|конференци|мероприяти|семинар|олимпиад)\\p{L}*[ \\u00a0]${MONTH}(?=[ \\u00a0]20\\d\\d)`,
      "giu",
    ),
    "на",
  ],
  [/(?<!\p{L})отч[её]т\p{L}{0,2}[ \u00a0](?:полугодие|квартал|четверть|год)(?!\p{L})/giu, "за"],
  [
    new RegExp(
      `(?<!\\p{L})(?:перенесен|запланирован|назначен|отложен)\\p{L}*[ \\u00a0](?:${MONTH}|(?:перв|втор|трет|четв[её]рт)\\p{L}+[ \\u00a0](?:полугодие|квартал|четверть))(?!\\p{L})`,
      "giu",
    ),
    "на",
  ],
  [/(?<!\p{L})(?:представлен|сдан|выполнен|завершен)\p{L}*[ \u00a0]срок(?!\p{L})/giu, "в"],
  [
    /(?<!\p{L})в[ \u00a0]связи[ \u00a0](?!со?[ \u00a0]|между[ \u00a0])\p{Ll}+(?:[оеё]м|[ая]ми|ьей|ией)(?!\p{L})/giu,
    "с",
  ],
  [/(?<!\p{L})доступ\p{L}{0,2}[ \u00a0](?:сети|информации|интернету)(?!\p{L})/giu, "к"],
  [
    /(?<!\p{L})участи[еяю][ \u00a0](?:апробации|реализации|разработке|подготовке|проведении|экспертизе|оценке|работе|аттестации|акции|проекте|проектах)(?!\p{L})/giu,
    "в",
  ],
  [/(?<!(?:^|[^\p{L}])(?:по|о|в|к|на|при)[ \u00a0](?:\p{Ll}+[ \u00a0])?)(?<!\p{L})причине(?!\p{L})/giu, "по"],
  // «Включить школы план работы»: the verb asks into what.
  [/(?<!\p{L})(?:включить|включать)(?=(?:[ \u00a0](?!во?[ \u00a0])[\p{L}\p{N}-]+){4,}[ \u00a0]*(?:[.;]|$))/giu, "в"],
  // «Заявки участие», «согласие обработку».
  [
    /(?<!\p{L})(?:заявк|согласи|разрешени|прав[оау](?!\p{L})|средств|заключени|доверенност|приглашени)\p{L}*[ \u00a0](?:участие|обработку|\p{L}{4,}[ае]ние)(?!\p{L})/giu,
    "на",
  ],
  [/(?<!\p{L})принять[ \u00a0]сведению(?!\p{L})/giu, "к"],
  [
    /(?<!\p{L})довести(?:[ \u00a0](?!до[ \u00a0])[\p{L}-]+){1,4}[ \u00a0]сведения(?=[ \u00a0](?!до[ \u00a0])\p{L})/giu,
    "до",
  ],
  // «Акты ним»: such a pronoun stands behind a preposition alone.
  [
    /(?<!(?:^|[^\p{L}])(?:в|во|на|по|для|со?|о|об|обо|при|за|из|от|до|без|ко?|у|под|над|надо|подо|между|через|про|среди|против|напротив|около|после|вне|кроме|вокруг|относительно|вместо|ради|перед|передо|из-за|из-под|внутри|возле|позади|впереди|сзади|выше|ниже|больше|меньше|лучше|хуже|старше|младше|раньше|позже|насч[её]т|благодаря|согласно|вслед|навстречу|посредством|помимо|мимо|вблизи|касательно|безо|изо|ото|сверх|внизу|вверху|рядом)[ \u00a0])(?<![\p{L}-])(?:нему|ним|ними|них|н[её]м)(?![\p{L}-])/giu,
    "по», «с», «из",
  ],
];
/** «Согласовать сроки графиком», «совпадение сроков процедурами»: the word asks with whom or what. */
const WITH =
  /(?<!\p{L})(согласовать|согласовывать|совпадени[еяию]м?|сопоставлени[еяию]м?|переписк[аиуе]|отношения[хм]?|совместно)((?:[ \u00a0](?!со?[ \u00a0])[\p{L}\p{N}-]+){1,4})/giu;

function wordsOf(raw: string): readonly Word[] {
  let end = 0;
  return [...raw.matchAll(WORD)].map(({ 0: found, index }) => {
    const open = index > 0 && !/^[ \u00a0]$/.test(raw.slice(end, index));
    end = index + found.length;
    return { text: found, start: index, open };
  });
}

/** Where the phrase of a word begins that no preposition, verb or noun rules; null: it is ruled, or one cannot tell. */
function headless(words: readonly Word[], at: number): number | null {
  const word = words[at]?.text ?? "";
  const cases = casesOf(word);
  const alone = only(cases, ["prepositional"]) && casesAfter(word).length === 0;
  const object = only(cases, ["accusative"]) && sortOfForm(word).thing;
  if (!alone && !object && !(only(cases, ["dative", "prepositional"]) && sortOfForm(word).thing)) return null;
  const from = beginning(words, at, cases);
  const before = words[from - 1];
  if (before === undefined)
    return (alone || DEED.test(word)) && words[0]?.open === false && sortOfForm(word).thing ? from : null;
  if (words[from]?.open || /\d|\.$|^\p{Lu}+$/u.test(before.text)) return null;
  if (JOINTS.test(before.text) || casesAfter(before.text).length > 0) return null;
  const own = casesOf(before.text);
  const earlier = ofSentence(words, from).map((one) => one.text);
  if (!isFree(earlier, cases)) return null;
  // «Первые шаги науку»: among nouns alone nothing rules an accusative.
  if (object) return !sortOfForm(before.text).adjective && clause(words, at).every(isNominal) ? from : null;
  if (own.size === 0) return alone && INFINITIVE.test(before.text) ? from : null;
  if (alone) return from;
  if (sortOfForm(before.text).adjective || (own.has("dative") && EXPLAINED.test(before.text.toLowerCase())))
    return null;
  return RECEIVES.test(word) || earlier.some((one) => RULES_DATIVE.test(one.toLowerCase())) ? null : from;
}

/** A word that is no verb, no participle that rules something, no gerund: the dictionary has but nouns and what goes with them. */
function isNominal(word: string): boolean {
  return (
    (casesOf(word).size > 0 || JOINTS.test(word) || casesAfter(word).length > 0) &&
    !/(?:[уюая]щ|вш)\p{L}+$|(?:вести|нести)$/u.test(word)
  );
}

/** What a paper is about begins its heading: «подготовке конференции» without «о». */
const DEED = /(?:[ое]вке|[нд]аче|борке|защите)$/;
const JOINTS = /^(?:и|или|либо|а|также|но|не|как|чем|что|для|между|под|через|про|согласно|имени|то|ни)$/i;

/** The adjectives before a noun belong to it. */
function beginning(words: readonly Word[], at: number, cases: ReadonlySet<GrammaticalCase>): number {
  let from = at;
  while (from > 0 && words[from]?.open === false) {
    const one = words[from - 1]?.text ?? "";
    const isOwn = (word: string): boolean =>
      sortOfForm(word).adjective && [...casesOf(word)].some((name) => cases.has(name));
    // «Методическим и цифровым ресурсам».
    const joined = one === "и" && from < at && isOwn(words[from - 2]?.text ?? "") ? 2 : 1;
    if (joined === 1 && !isOwn(one)) break;
    from -= joined;
  }
  return from;
}

/** The words before one, back to a mark that ends a sentence or opens a part of it. */
function ofSentence(words: readonly Word[], to: number): readonly Word[] {
  let from = to - 1;
  while (from > 0 && words[from]?.open === false) from--;
  return words.slice(Math.max(from, 0), to);
}

/** The words between two marks. */
function clause(words: readonly Word[], at: number): readonly string[] {
  const end = words.findIndex(({ open }, index) => index > at && open);
  return ofSentence(words, end < 0 ? words.length : end).map((one) => one.text);
}

/** No preposition and no adjective reaches what stands after these words: each has its own noun, or there is none. */
function isFree(earlier: readonly string[], cases: ReadonlySet<GrammaticalCase>): boolean {
  for (let at = earlier.length - 1; at >= Math.max(0, earlier.length - REACH); at--) {
    const one = earlier[at] ?? "";
    if (casesAfter(one).length > 0) return true;
    if (!sortOfForm(one).adjective || ![...casesOf(one)].some((name) => cases.has(name))) continue;
    const next = casesOf(earlier[at + 1] ?? "");
    if (![...casesOf(one)].some((name) => next.has(name))) return false;
  }
  return true;
}

function only(cases: ReadonlySet<GrammaticalCase>, wanted: readonly GrammaticalCase[]): boolean {
  return cases.size > 0 && [...cases].every((name) => wanted.includes(name));
}

function missing(found: string, start: number): TextMatch {
  return {
    start,
    end: start + found.length,
    message: text(`Перед «${found}» пропущен предлог`, `A preposition is missing before «${found}»`),
    hints: text("Вставьте предлог или исправьте падеж", "Put the preposition in, or correct the case"),
  };
}

function said({ 0: found, index }: RegExpExecArray, what: string): TextMatch {
  return {
    start: index,
    end: index + found.length,
    message: text(`«${found}»: пропущен предлог «${what}»`, `«${found}»: a preposition is missing («${what}»)`),
    hints: text("Вставьте предлог", "Put the preposition in"),
  };
}
