import { type Outcome, raise, type Text, text } from "../../base/diagnostics/index.ts";
import { itemsOf, propertiesOf, type SchemaLocation, schemaAt } from "../../base/yaml/index.ts";
import { kindUri } from "../../paperwork/records/index.ts";
import { type Project, readProject } from "../../project/reading/index.ts";
import { plain } from "./columns.ts";
import { FINDINGS } from "./findings.ts";
import { type Header, hasWords, headerOf, type Names, type RowsRead } from "./heading-row.ts";
import { matchPeople } from "./match.ts";
import { participantsOfTable } from "./participants.ts";
import type { TableRow } from "./read-table.ts";
import { readTableFile } from "./table-file.ts";

/** The kind whose rows a table gives, and the table: xlsx, xls, ods or csv. */
export type RowsOptions = {
  readonly content: string;
  readonly templates?: string | undefined;
  readonly kind: string;
  readonly file: string;
};

/**
 * The rows of a table as the list of a record that has a document for each row: columns are known by the names of the properties or what they are
 * called, people by their names. Nothing is left out: a column or a person that is not known is an error. Of a result: the participants of the table
 * as the numbers of its meetings. Codes TRC9105, and those of the table and of a folder that cannot be read.
 */
export async function rowsOfTable({ kind: id, file, ...folders }: RowsOptions): Promise<Outcome<RowsRead>> {
  const { value: project, diagnostics } = await readProject(folders);
  if (project === undefined) return { diagnostics };
  if (id === "result") {
    const tables = await readTableFile(file);
    return tables.value === undefined
      ? { diagnostics: tables.diagnostics }
      : participantsOfTable(project.dossier, file, tables.value);
  }
  const kind = project.kinds.kinds.find((one) => one.id === id);
  const rows = kind?.rows ?? null;
  if (rows === null)
    return refused(
      text(`Вид «${id}» не делает документ на каждую строку`, `The kind “${id}” makes no document for each row`),
      text(
        "Такие виды: сертификаты, согласия; из таблицы участников берётся и result",
        "Such kinds are certificates and consents; a result takes a table of participants, too",
      ),
    );
  const tables = await readTableFile(file);
  if (tables.value === undefined) return { diagnostics: tables.diagnostics };
  const record = schemaAt(project.schemas, kindUri(id));
  const items = itemsOf(project.schemas, propertiesOf(project.schemas, record).get(rows.of) ?? []);
  const names = rows.id === null ? PERSON : namesOf(propertiesOf(project.schemas, items));
  const header = tables.value.flatMap((table) => headerOf(table, names) ?? []).sort((a, b) => b.score - a.score)[0];
  const known = [...names].flatMap(([name, [first]]) => (OF_NAME.includes(name) ? [] : [first])).join(", ");
  if (header === undefined)
    return refused(
      text(`В файле «${file}» нет ни одной нужной графы`, `The file “${file}” has none of the columns that are needed`),
      text(`Графы: ${known}`, `Columns: «${known}»`),
    );
  const body = header.table.rows.filter(({ number }) => number > header.row.number).filter(hasWords);
  return rows.id === null
    ? references(project, rows.of, { header, body })
    : values({ ...rows, id: rows.id }, { header, body, known });
}

/** The rest of a name that has a column for each part; the surname stands in the column of the whole name. */
const OF_NAME: readonly string[] = ["given", "patronymic"];
const PARTS: Names = new Map([
  ["given", ["имя"]],
  ["patronymic", ["отчество"]],
]);
const PERSON: Names = new Map([
  ["person", ["фио", "фамилия, имя, отчество", "работник", "педагог", "участник"]],
  ...PARTS,
]);

/** What the columns of the properties may be called: what the schema says of them, short and long, and how tables shorten it. */
function namesOf(properties: ReadonlyMap<string, readonly SchemaLocation[]>): Names {
  const named = [...properties].map(([name, locations]) => {
    const said = plain(String(locations.find(({ node }) => node.description)?.node.description ?? ""));
    const usual = USUAL.find(([begins]) => said.startsWith(begins))?.[1] ?? [];
    return [name, [said, said.replace(/[,.(].*$/, ""), ...usual, name]] as const;
  });
  return new Map([...named, ...(named.some(([, [said]]) => said.startsWith("фамилия")) ? PARTS : [])]);
}

/** How tables shorten what the schema calls a column. */
const USUAL: readonly (readonly [begins: string, names: readonly string[]])[] = [
  ["фамилия", ["фио", "ф.и.о", "участник"]],
  ["номер", ["№", "№ п/п", "п/п"]],
  ["место работы", ["организация", "образовательная организация", "оо", "школа", "учреждение"]],
];

/** A cell as it is said, by the name of its column; parts of a name make the name. */
function cellsOf({ columns }: Header, { cells }: TableRow): ReadonlyMap<string, string> {
  const said = new Map<string, string>();
  for (const [index, name] of columns) {
    const words = cells[index]?.text.replace(/\s+/g, " ").trim() ?? "";
    if (name === null || words === "") continue;
    const whole = said.has("person") ? "person" : "name";
    if (OF_NAME.includes(name) && said.has(whole)) said.set(whole, `${said.get(whole)} ${words}`);
    else said.set(name, words);
  }
  return said;
}

type Body = { readonly header: Header; readonly body: readonly TableRow[] };

function values(
  { of, id }: { readonly of: string; readonly id: string },
  { header, body, known }: Body & { readonly known: string },
): Outcome<RowsRead> {
  const strange = [...header.columns].flatMap(([index, name]) =>
    name === null ? [header.row.cells[index]?.text] : [],
  );
  if (strange.length > 0)
    return refused(
      text(`Графы не узнаны: ${strange.join(", ")}`, `Columns that are not known: «${strange.join(", ")}»`),
      text(
        `Назовите их иначе или удалите из таблицы. Графы: ${known}`,
        `Call them otherwise or delete them from the table. Columns: «${known}»`,
      ),
    );
  const numbered = [...header.columns.values()].includes(id);
  return {
    value: {
      values: body.flatMap((row, index) =>
        [...(numbered ? [] : [[id, String(index + 1)] as const]), ...cellsOf(header, row)].map(
          ([name, words]) => [`${of}.${index}.${name}`, JSON.stringify(words)] as const,
        ),
      ),
      notes: numbered
        ? []
        : [
            text(
              "Номеров в таблице нет: поставлены по порядку с 1, сверьте их с журналом выдачи",
              "The table has no numbers: they go from 1 in its order; compare them with the log of issue",
            ),
          ],
    },
    diagnostics: [],
  };
}

function references({ dossier }: Project, list: string, { header, body }: Body): Outcome<RowsRead> {
  const found = body.map((row) => {
    const words = cellsOf(header, row).get("person") ?? "";
    return { number: row.number, words, ...matchPeople(words, dossier) };
  });
  const strange = found.filter(({ ids, rest }) => ids.length !== 1 || rest.length > 0);
  if (strange.length > 0) {
    const rows = strange.map(({ number, words }) => `${number} – ${words}`).join("; ");
    return refused(
      text(
        `Таких людей нет в папке people (строки таблицы): ${rows}`,
        `The folder people has no such persons (rows of the table): «${rows}»`,
      ),
      text("Создайте их записи: trc new person", "Make their records: trc new person"),
    );
  }
  const read = found.map(({ ids: [id = ""] }, index) => [`${list}.${index}`, id] as const);
  return { value: { values: read, notes: [] }, diagnostics: [] };
}

function refused(message: Text, hints: Text): Outcome<RowsRead> {
  return { diagnostics: [raise(FINDINGS.TRC9105, { message, hints })] };
}
