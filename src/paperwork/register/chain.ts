import { type Diagnostic, raise, type Text, text } from "../../base/diagnostics/index.ts";
import { repeated } from "../records/index.ts";
import {
  ENTRY_SCHEMAS,
  encodeEntry,
  entryNumber,
  entryPath,
  inForce,
  type RegisterEntry,
  seriesOf,
  seriesTitle,
} from "./entry.ts";
import { FINDINGS } from "./findings.ts";

/** Bytes of a file by the name it is shown under; undefined when they are not known. */
export type BytesOf = (file: string) => Uint8Array | undefined;

/**
 * What is wrong with the files of the register by themselves: changed by hand (TRC8001), named or placed wrong (TRC8006), two entries on one
 * place (TRC8003) or with one number (TRC8004), a break of the chain (TRC8002).
 */
export function chainFaults(entries: readonly RegisterEntry[], bytesOf: BytesOf): Diagnostic[] {
  const series = new Map<string, RegisterEntry[]>();
  for (const entry of entries) {
    const key = seriesOf(entry.fields);
    series.set(key, [...(series.get(key) ?? []), entry]);
  }
  return [
    ...entries.flatMap((entry) => [...changed(entry, bytesOf), ...misplaced(entry)]),
    ...[...series].flatMap(([key, chain]) => {
      const name = seriesTitle(key);
      return [...collisions(name, chain), ...numbers(chain), ...links(name, chain)];
    }),
  ];
}

function changed(entry: RegisterEntry, bytesOf: BytesOf): Diagnostic[] {
  const { entry: number, previous, ...fields } = entry.fields;
  const { seal: claimed, ...rest } = fields;
  const bytes = bytesOf(entry.file);
  const sealed = ENTRY_SCHEMAS.some((schema) => {
    const { text, seal } = encodeEntry(rest, { entry: number, previous: previous ?? null }, schema);
    return bytes !== undefined && sameBytes(unixLines(bytes), new TextEncoder().encode(text)) && seal === claimed;
  });
  if (sealed) return [];
  return [
    raise(FINDINGS.TRC8001, {
      message: text(
        `Запись реестра о документе «${entry.fields.document}» изменена после издания`,
        `The register's entry of the document “${entry.fields.document}” was changed after it was issued`,
      ),
      hints: [
        text(
          `Верните файл из истории: git checkout -- ${entry.file}`,
          `Put the file back from the history: git checkout -- ${entry.file}`,
        ),
        text(
          "Если документ нужно изменить, издайте приказ об изменении: trc new order-amendment --of <приказ>",
          "To change the document, issue an amending order: trc new order-amendment --of <order>",
        ),
      ],
      place: entry.placeOf("/seal"),
    }),
  ];
}

function misplaced(entry: RegisterEntry): Diagnostic[] {
  const { fields } = entry;
  const wanted = entryPath(fields, fields.entry, false);
  // A repair gives an entry another place; the number in the name of its file only tells it from others of its document.
  const anywhere = (path: string): string => path.replace(/(-annulled|-again)-\d+(?=\.yaml$)/, "$1");
  const mayBe = [wanted, entryPath(fields, fields.entry, true)].map(anywhere);
  if (mayBe.includes(anywhere(entry.source))) return [];
  return [
    raise(FINDINGS.TRC8006, {
      message: text(
        `Запись реестра о документе «${entry.fields.document}» лежит не на своём месте`,
        `The register's entry of the document “${entry.fields.document}” does not lie in its place`,
      ),
      hints: text(`Верните файлу имя ${wanted}`, `Name the file ${wanted} again`),
      place: entry.placeOf(""),
    }),
  ];
}

function collisions(name: Text, chain: readonly RegisterEntry[]): Diagnostic[] {
  return repeated(chain, ({ fields }) => String(fields.entry)).map(([second, first]) =>
    raise(FINDINGS.TRC8003, {
      message: text(
        `Место ${second.fields.entry} в ряду «${name.ru}» заняли два документа: «${first.fields.title}» и «${second.fields.title}»`,
        `Two documents took place ${second.fields.entry} of the series “${name.en}”: “${first.fields.title}” and “${second.fields.title}”`,
      ),
      place: second.placeOf("/entry"),
      related: [{ message: text("то же место", "the same place"), place: first.placeOf("/entry") }],
    }),
  );
}

function numbers(chain: readonly RegisterEntry[]): Diagnostic[] {
  return repeated(inForce(chain), ({ fields }) => entryNumber(fields)).map(([second, first]) =>
    raise(FINDINGS.TRC8004, {
      message: text(
        `Номер ${second.fields.number} присвоен двум документам: «${first.fields.title}» и «${second.fields.title}»`,
        `The number ${second.fields.number} was given to two documents: “${first.fields.title}” and “${second.fields.title}”`,
      ),
      place: second.placeOf("/number"),
      related: [{ message: text("тот же номер", "the same number"), place: first.placeOf("/number") }],
    }),
  );
}

function links(name: Text, chain: readonly RegisterEntry[]): Diagnostic[] {
  const seals = new Map(chain.map(({ fields }) => [fields.entry, fields.seal]));
  const found: Diagnostic[] = [];
  let expected = 1;
  for (const entry of chain) {
    const { fields } = entry;
    if (fields.entry > expected) found.push(missing(name, entry, expected));
    // A collision is a finding of its own; its two entries share the link.
    const previous = fields.entry === 1 ? undefined : seals.get(fields.entry - 1);
    const siblings = chain.filter((other) => other.fields.entry === fields.entry - 1).length;
    if (siblings <= 1 && (previous !== undefined || fields.entry === 1) && fields.previous !== previous)
      found.push(broken(name, entry, chain));
    expected = fields.entry + 1;
  }
  return found;
}

function missing(name: Text, entry: RegisterEntry, from: number): Diagnostic {
  const to = entry.fields.entry - 1;
  const numbers = from === to ? from : `${from}–${to}`;
  return raise(FINDINGS.TRC8002, {
    message: text(
      `В ряду «${name.ru}» нет записи ${numbers}: она удалена`,
      `The series “${name.en}” has no entry ${numbers}: it was removed`,
    ),
    why: text(
      "Записи реестра связаны в цепочку, и ни одну нельзя изъять",
      "The entries of the register are linked in a chain, and none can be taken out",
    ),
    hints: text(
      "Верните файл из истории git или из архива (data/register-entry.yaml в каждом пакете)",
      "Put the file back from the history of git or from the archive (register-entry.yaml in every bag)",
    ),
    place: entry.placeOf("/entry"),
  });
}

function broken(name: Text, entry: RegisterEntry, chain: readonly RegisterEntry[]): Diagnostic {
  const before = chain.find(({ fields }) => fields.entry === entry.fields.entry - 1);
  return raise(FINDINGS.TRC8002, {
    message: text(
      `Запись ${entry.fields.entry} ряда «${name.ru}» не продолжает предыдущую: печати не сходятся`,
      `Entry ${entry.fields.entry} of the series “${name.en}” does not continue the one before it: the seals disagree`,
    ),
    why: text(
      "В каждой записи стоит печать предыдущей; одну из двух заменили",
      "Every entry bears the seal of the one before it; one of the two was replaced",
    ),
    hints: text(
      "Верните обе записи из истории git или из архива",
      "Put both entries back from the history of git or from the archive",
    ),
    place: entry.placeOf("/previous"),
    ...(before === undefined
      ? {}
      : { related: [{ message: text("предыдущая запись", "the entry before it"), place: before.placeOf("/seal") }] }),
  });
}

/** Git for Windows writes CRLF into its working copy: that changes no word and no fact. */
function unixLines(bytes: Uint8Array): Uint8Array {
  return bytes.filter((byte, index) => byte !== 0x0d || bytes[index + 1] !== 0x0a);
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
