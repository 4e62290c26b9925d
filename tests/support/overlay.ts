import { parseDocument } from "yaml";

/** A record with some of its top keys replaced by those of a snippet, its other lines as they were; null in the snippet takes the key away. */
export function overlay(text: string, snippet: string): string {
  const record = parseDocument(text);
  const changed = parseDocument(snippet).toJS() as { readonly [key: string]: unknown };
  for (const [key, value] of Object.entries(changed)) {
    if (value === null) record.delete(key);
    else record.set(key, value);
  }
  return String(record);
}
