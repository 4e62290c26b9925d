import { propertiesOf, schemaAt } from "../../base/yaml/index.ts";
import { type Dossier, findRecord, sharedUri } from "../records/index.ts";

/** Forms of activities by the value of a record, with their words: `seminar` – «семинар», and those that the centre has added, which are words. */
export function activityForms(dossier: Dossier): ReadonlyMap<string, string> {
  const { schemas } = dossier;
  const nodes = propertiesOf(schemas, schemaAt(schemas, sharedUri("activity"))).get("form") ?? [];
  const { enum: values = [], enumDescriptions: words = [] } = (nodes.find(({ node }) => node.enum !== undefined)
    ?.node ?? {}) as { readonly enum?: readonly string[]; readonly enumDescriptions?: readonly string[] };
  const own = findRecord(dossier, "settings", "settings")?.data.activityForms ?? [];
  return new Map([
    ...values.map((value, index) => [value, words[index] ?? value] as const),
    ...own.map((word) => [word, word] as const),
  ]);
}
