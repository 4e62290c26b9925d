import type { YamlData } from "../../base/yaml/index.ts";
import type { Views } from "../../paperwork/facts/index.ts";
import { type Dossier, findAnyRecord } from "../../paperwork/records/index.ts";
import type { QuestionStyle } from "../../typesetting/markup/index.ts";

/**
 * How a document asks about words: the lexicon is the file beside the record of the centre, and a text is looked for in the
 * records the document has looked into.
 */
export function questionsOf(
  { dossier, draft }: { readonly dossier: Dossier; readonly draft: boolean },
  dated: ReadonlyMap<string, Views>,
): QuestionStyle {
  const lexicon = findAnyRecord(dossier, "lexicon", "lexicon");
  const centre = findAnyRecord(dossier, "centre", "centre");
  const [modeline = ""] = (centre?.text ?? "").split("\n", 1);
  const heading = modeline.startsWith("# yaml-language-server")
    ? `${modeline.replace("centre.json", "lexicon.json")}\n`
    : "";
  const file = lexicon?.file ?? (centre?.file ?? "lexicon.yaml").replace(/[^/\\]*$/, "lexicon.yaml");
  return {
    draft,
    lexicon: { file, exists: lexicon !== undefined, heading },
    placeOf: (text) => {
      const records = [...dated.values()].flatMap(({ used }) => [...used]);
      for (const record of records) {
        const pointer = pointerOf(record.data, text, "");
        if (pointer !== null) return record.placeOf(pointer);
      }
      return null;
    },
  };
}

/** Pointer of the first value that is exactly this text. */
function pointerOf(value: YamlData, wanted: string, pointer: string): string | null {
  if (value === wanted) return pointer;
  if (typeof value !== "object" || value === null) return null;
  for (const [key, child] of Object.entries(value)) {
    const found = pointerOf(child as YamlData, wanted, `${pointer}/${key}`);
    if (found !== null) return found;
  }
  return null;
}
