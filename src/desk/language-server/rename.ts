import { existsSync } from "node:fs";
import { dirname } from "node:path/posix";
import type { WorkspaceEdit } from "vscode-languageserver-protocol/node";
import { ResponseError } from "vscode-languageserver-protocol/node";
import { type Text, text } from "../../base/diagnostics/index.ts";
import { isReservedName } from "../../base/text/index.ts";
import { type ContentRecord, findAnyRecord } from "../../paperwork/records/index.ts";
import type { Centre } from "./centre.ts";
import type { Asked } from "./cursor.ts";
import { uriOf } from "./locations.ts";
import { recordAt, referencesTo } from "./references.ts";

/** Another name for a record: its file and every reference to it. @throws ResponseError with the reason when it may not be */
export function rename(centre: Centre, asked: Asked, name: string, language: keyof Text): WorkspaceEdit | null {
  const target = recordAt(centre, asked);
  if (target === null) return null;
  const { record, dossier } = target;
  const refuse = (why: Text): never => {
    throw new ResponseError(-32803, why[language]);
  };
  if (!/^[a-z0-9][a-z0-9-]*$/.test(name) || isReservedName(name))
    refuse(
      text(
        "Имя записи – латинские строчные буквы, цифры и дефис",
        "The name of a record is small Latin letters, digits and hyphens",
      ),
    );
  if (!record.source.includes("/"))
    refuse(
      text("Эта запись одна на центр, её имя постоянно", "There is one such record in a centre, its name is fixed"),
    );
  const file = `${dirname(record.file)}/${name}.yaml`;
  if (name !== record.id && (findAnyRecord(dossier, record.collection, name) !== undefined || existsSync(file)))
    refuse(text(`Запись «${name}» уже есть`, `There is a record “${name}” already`));
  const places = referencesTo(target);
  const frozen = [record, ...places.map(({ from }) => from)].find(isFrozen);
  if (frozen !== undefined)
    refuse(
      text(
        `На запись ссылается выпущенный или одобренный документ (${frozen.file}): переименовать её уже нельзя`,
        `An issued or approved document refers to it (${frozen.file}): it can no longer be renamed`,
      ),
    );
  const files = [...new Set(places.map(({ from }) => from.file))];
  const edits = files.map((one) => ({
    textDocument: { uri: uriOf(one), version: null },
    edits: places
      .filter(({ from }) => from.file === one)
      .map(({ from, range }) => ({ range, newText: quoted(from, range, name) })),
  }));
  return { documentChanges: [...edits, { kind: "rename", oldUri: uriOf(record.file), newUri: uriOf(file) }] };
}

/** Entries of the register and approvals are signed: no word of them changes. */
function isFrozen({ collection }: ContentRecord): boolean {
  return collection === "register" || collection === "approvals";
}

/** The new name in the quotes of the old one. */
function quoted(
  { text: whole }: ContentRecord,
  { start }: { start: { line: number; character: number } },
  name: string,
): string {
  const sign = whole.split(/\r\n|\n|\r/)[start.line]?.[start.character];
  return sign === '"' || sign === "'" ? `${sign}${name}${sign}` : name;
}
