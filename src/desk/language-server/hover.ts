import type { Hover } from "vscode-languageserver-protocol/node";
import type { Text } from "../../base/diagnostics/index.ts";
import { requiredOf } from "../../base/yaml/index.ts";
import type { Centre } from "./centre.ts";
import { type ClausesOf, clauseCard, clausesAt } from "./clauses.ts";
import type { Asked } from "./cursor.ts";
import { recordCard } from "./record-words.ts";
import { targetAt } from "./references.ts";
import { keyCard } from "./schema-words.ts";
import { wordAt } from "./word-at.ts";

/** What stands behind the word under the pointer: the record that is named, the forms of a name, what a property is for. */
export async function hover(
  centre: Centre,
  asked: Asked,
  { language, clausesOf }: { readonly language: keyof Text; readonly clausesOf: ClausesOf },
): Promise<Hover | null> {
  const target = targetAt(centre, asked);
  if (target !== null) return markdown(recordCard(target.record, language));
  const word = wordAt(asked);
  if (word === null) return null;
  const named = word.isKey ? null : await clausesAt(centre, asked, clausesOf);
  const clause = named?.clauses.find(({ value }) => value === named.value)?.clause;
  if (named !== null && clause !== undefined) return markdown(clauseCard(clause, named.document, language));
  const name = word.path.at(-1) ?? "";
  const own = centre.recordIn(asked.file);
  const isName =
    own?.collection === "people" && word.path.length === 1 && ["surname", "given", "patronymic"].includes(name);
  if (own !== undefined && isName) return markdown(recordCard(own, language));
  const nodes = centre.describe(asked.file, asked.text, word.path);
  if (nodes.length === 0) return null;
  const parents = centre.describe(asked.file, asked.text, word.path.slice(0, -1));
  const required = requiredOf(parents).has(name);
  return markdown(keyCard(name === "-" ? (word.path.at(-2) ?? "") : name, nodes, required, language));
}

function markdown(value: string): Hover {
  return { contents: { kind: "markdown", value } };
}
