import { type Diagnostic, type Place, raise, same, type Text, text } from "../../base/diagnostics/index.ts";
import { changedPlaces, type WordChange } from "../document/index.ts";
import type { ContentRecord, Dossier } from "../records/index.ts";
import { changedValue, changedWords } from "./changed-value.ts";
import type { CheckedDocument } from "./checked-document.ts";
import type { RegisterEntry } from "./entry.ts";
import { FINDINGS } from "./findings.ts";

/** An issued document whose words are others now. */
export type Reworded = {
  readonly entry: RegisterEntry;
  readonly document: CheckedDocument;
  readonly changes: readonly WordChange[];
};

type Cause = { readonly place: Place | null; readonly of: Reworded[] };

/** TRC8101: what has changed words is told once, at the value of the records that it is, with every document that it has changed. */
export function rewordedDocuments(documents: readonly Reworded[], dossier: Dossier): Diagnostic[] {
  const causes = new Map<string, Cause>();
  for (const one of documents)
    for (const [key, place, changes] of causesOf(one, dossier)) {
      const cause = causes.get(key) ?? { place, of: [] };
      cause.of.push({ ...one, changes });
      causes.set(key, cause);
    }
  return [...causes.values()].flatMap(({ place, of: [first, ...others] }) =>
    first === undefined ? [] : [told(first, others, place)],
  );
}

/** What the changes of one document come from: the name of the cause, its place where a value is found that has the new words, its changes. */
function causesOf(
  { document: { record, sources }, changes }: Reworded,
  dossier: Dossier,
): (readonly [string, Place | null, readonly WordChange[]])[] {
  const found = new Map<string, { readonly place: Place; readonly changes: WordChange[] }>();
  const unfound: WordChange[] = [];
  for (const change of changes) {
    const place = changedValue(change, record, { dossier, sources });
    if (place === null) {
      unfound.push(change);
      continue;
    }
    const key = `${place.file}:${place.start.line}:${place.start.column}`;
    const known = found.get(key) ?? { place, changes: [] };
    known.changes.push(change);
    found.set(key, known);
  }
  const [first] = found.values();
  // Words that no value has as they are printed: most likely one that is found, declined.
  first?.changes.push(...unfound);
  if (first === undefined) return [[[...new Set(unfound.map(nameOf))].sort().join("; "), null, unfound]];
  return [...found].map(([key, { place, changes: own }]) => [key, place, own]);
}

/** The same words in place of the same others are one cause in every document: a template writes them. */
function nameOf(change: WordChange): string {
  const { before, after } = changedWords(change);
  return `${before.join(" ")} > ${after.join(" ")}`;
}

/** How many of the other documents are named. */
const NAMED = 5;

function told({ entry, document, changes }: Reworded, others: readonly Reworded[], found: Place | null): Diagnostic {
  const { record } = document;
  const { title } = entry.fields;
  const place = found ?? record.placeOf("");
  const { places, more } = changedPlaces(changes);
  const rest = more > 0 ? text(`; и ещё мест: ${more}`, `; and more places: ${more}`) : same("");
  const also = alsoChanged(others.map((one) => one.entry.fields.title));
  return raise(FINDINGS.TRC8101, {
    message: text(
      `Документ «${title}» издан, его слова менять нельзя. Изменилось: ${places.map((one) => `«${one}»`).join("; ")}${rest.ru}${also.ru}`,
      `The document “${title}” is issued, its words must not change. Changed: ${places.map((one) => `“${one}”`).join("; ")}${rest.en}${also.en}`,
    ),
    hints: [
      found === null
        ? text(
            "Верните прежние слова: правку ищите в записи документа, в записях, на которые он ссылается, и в шаблоне",
            "Put the earlier words back: look in the document's record, in the records it refers to, and in the template",
          )
        : text("Верните прежние слова", "Put the earlier words back"),
      text(
        "Сменились фамилия, телефон, адрес, счёт? Прежние впишите в ту же запись: earlier: [{to: ГГГГ-ММ-ДД, phone: …}] (чего не было – absent: [phone]) – изданное останется прежним",
        "A new surname, telephone, address, account? Write the earlier ones into the same record, earlier: [{to: YYYY-MM-DD, phone: …}] (what was not there: absent: [phone]), and what is issued stays as it was",
      ),
      ...instead(record),
    ],
    place,
    related: [
      ...(place.file === record.file
        ? []
        : [{ message: text("изданный документ", "issued document"), place: record.placeOf("") }]),
      { message: text("запись реестра", "entry of the register"), place: entry.placeOf("/digest") },
    ],
  });
}

function alsoChanged(titles: readonly string[]): Text {
  if (titles.length === 0) return same("");
  const rest = titles.length - NAMED;
  const named = titles.slice(0, NAMED);
  return text(
    `. То же в изданных документах: ${named.map((one) => `«${one}»`).join(", ")}${rest > 0 ? ` и ещё ${rest}` : ""}`,
    `. The same in the issued documents ${named.map((one) => `“${one}”`).join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`,
  );
}

/** How an issued document is changed: by another one. */
export function instead({ collection, id }: Pick<ContentRecord, "collection" | "id">): readonly Text[] {
  if (collection === "orders")
    return [
      text(
        `Изменить приказ можно только другим приказом: trc new order-amendment --of ${id}`,
        `An order can be changed only by another order: trc new order-amendment --of ${id}`,
      ),
      text(
        `Отменить – приказом об утрате силы: trc new order-revocation --of ${id}`,
        `To cancel it, revoke it by an order: trc new order-revocation --of ${id}`,
      ),
    ];
  return collection === "agreements"
    ? [
        text(
          `Изменить договор можно только дополнительным соглашением: trc new additional-agreement --of ${id}`,
          `An agreement can be changed only by an additional one: trc new additional-agreement --of ${id}`,
        ),
      ]
    : [
        text(
          "Изменить документ можно только новым документом: приказом, соглашением, исправленным отчётом",
          "A document can be changed only by a new one: an order, an agreement, a corrected report",
        ),
      ];
}
