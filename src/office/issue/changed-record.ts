import { changeYamlInOrder, type YamlChange } from "../../base/yaml/index.ts";

/** The text of a record that was read without a fault, with some of its values replaced. @throws when a change cannot be made */
export function changedRecord(text: string, changes: readonly YamlChange[]): string {
  const changed = changeYamlInOrder(text, changes);
  if (changed === null) throw new Error(`the record cannot be edited at ${changes.map(({ at }) => at).join(", ")}`);
  return changed;
}
