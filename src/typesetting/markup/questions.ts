import { stringify } from "yaml";
import { type Diagnostic, type Place, raise, type Text, text } from "../../base/diagnostics/index.ts";
import { CASE_NAMES, type CaseForms, OBLIQUE } from "../../language/index.ts";
import { FINDINGS } from "./findings.ts";
import type { Doubt, HelperContext } from "./helpers/helper.ts";
import { markUnconfirmed } from "./tokens.ts";

/** How a document asks about words that nobody is sure of. */
export type QuestionStyle = {
  /** A draft is made all the same, with the unconfirmed forms marked. */
  readonly draft: boolean;
  /** The lexicon as it is shown to the user, and whether it is there; a new one begins with `heading`. */
  readonly lexicon: { readonly file: string; readonly exists: boolean; readonly heading: string };
  /** Where a text stands in the records that were looked into; null when it is of the template. */
  readonly placeOf: (text: string) => Place | null;
};

const WHAT: { readonly [kind in Doubt["kind"]]: string } = {
  surname: "фамилию",
  given: "имя",
  position: "должность",
  organisation: "наименование",
  phrase: "слова",
};

/** What helpers report of words: each is asked about once a document. Codes TRC4001, TRC4002 (warnings in a draft). */
export function asking(style: QuestionStyle, recordPlace: Place, found: Diagnostic[]): HelperContext["doubt"] {
  const reported = new Set<string>();
  return (doubt) => {
    const key = JSON.stringify([doubt.kind, doubt.text, doubt.sex]);
    const place = doubt.place ?? style.placeOf(doubt.text) ?? doubt.typedAt ?? recordPlace;
    if (!reported.has(key)) found.push(questionAbout(doubt, place, style));
    reported.add(key);
    return style.draft ? markUnconfirmed(doubt.form.text) : doubt.form.text;
  };
}

function questionAbout(doubt: Doubt, place: Place, { draft, lexicon }: QuestionStyle): Diagnostic {
  const { kind, text: word, form, case: name, cases } = doubt;
  const block = lexicon.exists ? entryOf(doubt) : `${lexicon.heading}forms:\n${entryOf(doubt)}`;
  const surname = text(
    "Если фамилия не склоняется совсем, напишите в записи лица: indeclinableSurname: true",
    "If the surname does not decline at all, write indeclinableSurname: true in the person's record",
  );
  const asDraft = text(
    "Черновик с выделенной формой можно собрать и сейчас: trc build --draft",
    "A draft with the form marked can be made now: trc build --draft",
  );
  const paste = lexicon.exists ? APPEND : CREATE;
  const pasted = `${lexicon.file}:\n${indented(block)}`;
  return raise(kind === "surname" || kind === "given" ? FINDINGS.TRC4001 : FINDINGS.TRC4002, {
    severity: draft ? "warning" : "error",
    message: text(`Нельзя уверенно просклонять ${WHAT[kind]} «${word}»`, `The case of “${word}” is not certain`),
    why: text(
      `${form.reason?.ru ?? ""}. Нужен ${CASE_NAMES[name].ru} падеж; ${cases === null ? "правдоподобной формы программа предложить не может" : `предположение – «${form.text}»`}`,
      `${form.reason?.en ?? ""}. The ${name} is needed; ${cases === null ? "there is no plausible form to propose" : `the guess is “${form.text}”`}`,
    ),
    hints: [
      cases === null
        ? text(`Впишите формы и ${paste.ru} ${pasted}`, `Fill in the forms and ${paste.en} ${pasted}`)
        : text(
            `Проверьте формы, исправьте неверные и ${paste.ru} ${pasted}`,
            `Check the forms, correct the wrong ones and ${paste.en} ${pasted}`,
          ),
      text(
        "Слово, подтверждённое один раз, действует во всех документах, и больше о нём не спрашивают",
        "A word confirmed once holds in every document and is not asked about again",
      ),
      ...(kind === "surname" ? [surname] : []),
      ...(draft ? [] : [asDraft]),
    ],
    place,
    actual: word,
    ...(cases !== null && { expected: form.text }),
  });
}

const CREATE = text("сохраните как", "save them as");
const APPEND = text("допишите в конец", "add them at the end of");

/**
 * The findings of a whole set with every word asked about once, and with only the first block beginning a new lexicon:
 * the others are pasted under it.
 *
 * @param sorted findings in the order they are shown
 */
export function onePerWord(sorted: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Map<string, number>();
  const keyOf = ({ code, message, place }: Diagnostic): string => JSON.stringify([code, message, place]);
  for (const finding of sorted) seen.set(keyOf(finding), (seen.get(keyOf(finding)) ?? 0) + 1);
  // A word with a letter of another alphabet, or with one that nobody sees, is no question of its cases: what is wrong with it is told once.
  const misspelt = new Set(sorted.flatMap(({ code, place }) => (/^TRC412[23]$/.test(code) ? lineKey(place) : [])));
  // A person whose name contradicts the gender is asked about once that is mended.
  const contradicted = new Set(sorted.flatMap(({ code, place }) => (code === "TRC2132" ? [place?.file] : [])));
  const stopped = new Set(
    sorted.flatMap(({ code, severity, place }) =>
      /^TRC400[12]$/.test(code) && severity === "error" ? lineKey(place) : [],
    ),
  );
  const shown = new Set<string>();
  const begun = { ru: new Set<string>(), en: new Set<string>() };
  return sorted.flatMap((finding) => {
    if (/^TRC412[23]$/.test(finding.code) && stopped.has(lineKey(finding.place)))
      return [{ ...finding, severity: "error" }];
    if (!/^TRC400[123]$/.test(finding.code)) return [finding];
    if (misspelt.has(lineKey(finding.place))) return [];
    if (finding.code === "TRC4001" && contradicted.has(finding.place?.file)) return [];
    const key = keyOf(finding);
    if (shown.has(key)) return [];
    shown.add(key);
    const { hints, related = [] } = finding;
    const pasted = (hint: Text): Text => text(pastedUnder(hint, "ru", begun.ru), pastedUnder(hint, "en", begun.en));
    const others = (seen.get(key) ?? 1) - 1;
    const more = ({ ru, en }: Text): Text =>
      others === 0 ? text(ru, en) : text(`${ru}; и ещё ${others}`, `${en}; and more: ${others}`);
    return [
      {
        ...finding,
        hints: [pasted(hints[0]), ...hints.slice(1).map(pasted)],
        related: related.map((one) => ({ ...one, message: more(one.message) })),
      },
    ];
  });
}

function lineKey(place: Place | undefined): string {
  return `${place?.file} ${place?.start.line}`;
}

/** A hint that would begin a lexicon which another block has begun already. */
function pastedUnder(words: Text, language: keyof Text, begun: Set<string>): string {
  const hint = words[language];
  const [all, file] = new RegExp(`${CREATE[language]} (.*):\\n[\\s\\S]*?forms:\\n`).exec(hint) ?? [];
  if (all === undefined || file === undefined) return hint;
  if (begun.has(file)) return hint.replace(all, () => `${APPEND[language]} ${file}:\n`);
  begun.add(file);
  return hint;
}

/** The entry of the lexicon, ready to paste. */
function entryOf({ kind, text, sex, cases }: Doubt): string {
  const gender = (kind === "surname" || kind === "given") && sex !== null ? { gender: sex } : {};
  const empty = (): CaseForms => Object.fromEntries(OBLIQUE.map((name) => [name, ""]));
  return indented(stringify([{ kind, text, ...gender, cases: cases ?? empty() }], { lineWidth: 0 }).trimEnd());
}

function indented(text: string): string {
  return text.replace(/^/gm, "  ");
}
