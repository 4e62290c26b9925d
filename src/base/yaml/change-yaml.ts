import { type Document, parseDocument } from "yaml";
import { changedData, changesBetween, type YamlChange } from "./changed-data.ts";
import { movedItem, removed } from "./remove-from-yaml.ts";
import { sameData } from "./same-data.ts";
import { type Splice, spliced } from "./splices.ts";
import { inserted, set } from "./write-into-yaml.ts";
import { valueAtPointer, type YamlData } from "./yaml-file.ts";
import { UnknownForm, YamlText } from "./yaml-text.ts";

/**
 * The text with one change made by touching only the bytes of the value that changes: comments, order, quotes, blank lines, line ends and a byte
 * order mark stay. Null where the change cannot be made so (the text is no YAML, nothing is at the pointer, an anchor would mean something else):
 * what the new text says is compared with what it has to say.
 *
 * `changeYaml('number: "5"  # draft\n', { kind: "set", at: "/number", value: "6" })` → `number: "6"  # draft`
 */
export function changeYaml(text: string, change: YamlChange): string | null {
  const mark = text.startsWith("\uFEFF") ? "\uFEFF" : "";
  const before = text.slice(mark.length);
  const document = parsed(before);
  if (document === null) return null;
  const data = dataOf(document);
  const wanted = data === undefined ? undefined : changedData(data, change);
  if (wanted === undefined) return null;
  const there = change.kind === "set" ? valueAtPointer(data, change.at) : undefined;
  if (change.kind === "set" && there !== undefined) {
    // Of lists and properties only the parts that differ are written.
    const parts = changesBetween(there as YamlData, change.value, change.at);
    if (parts[0]?.at !== change.at) return changeYamlInOrder(text, parts);
  }
  const splices = splicesOf(new YamlText(before, document), change);
  if (splices === null) return null;
  const after = spliced(before, splices);
  const said = parsed(after);
  return said !== null && sameData(dataOf(said), wanted) ? mark + after : null;
}

/** The text with the changes made one after another; null as soon as one of them cannot be made. */
export function changeYamlInOrder(text: string, changes: readonly YamlChange[]): string | null {
  return changes.reduce<string | null>((done, change) => (done === null ? null : changeYaml(done, change)), text);
}

/** What a text says as plain data; undefined when it is no YAML. Says nothing of what a record may hold: `readYaml` does. */
export function yamlData(text: string): YamlData | undefined {
  const document = parsed(text.replace(/^\uFEFF/, ""));
  return document === null ? undefined : dataOf(document);
}

/** Undefined where an alias names no anchor, or so many are nested that they would fill the memory. */
function dataOf(document: Document.Parsed): YamlData | undefined {
  try {
    return document.toJS() as YamlData;
  } catch (error) {
    if (error instanceof ReferenceError) return undefined;
    throw error;
  }
}

function parsed(text: string): Document.Parsed | null {
  const document = parseDocument(text, {
    version: "1.2",
    schema: "core",
    keepSourceTokens: true,
    prettyErrors: false,
    logLevel: "silent",
  });
  return document.errors.length === 0 && document.contents !== null ? document : null;
}

function splicesOf(text: YamlText, change: YamlChange): readonly Splice[] | null {
  try {
    switch (change.kind) {
      case "set":
        return set(text, change);
      case "insert":
        return inserted(text, change);
      case "remove":
        return removed(text, change.at);
      case "move":
        return movedItem(text, change);
    }
  } catch (error) {
    if (error instanceof UnknownForm) return null;
    throw error;
  }
}
