import type { Text } from "../../base/diagnostics/index.ts";
import type { SchemaLocation } from "../../base/yaml/index.ts";
import { escaped } from "./record-words.ts";

/** What a schema says of a property in a line; in English where it has such words. */
export function plainWords(nodes: readonly SchemaLocation[], language: keyof Text): string {
  for (const { node } of nodes) {
    const english = node["x-en"] as { readonly description?: string } | undefined;
    if (language === "en" && english?.description !== undefined) return english.description;
    if (node.description !== undefined) return node.description;
  }
  return "";
}

/** A property in Markdown: what it is, its values, an example. */
export function keyCard(
  name: string,
  nodes: readonly SchemaLocation[],
  required: boolean,
  language: keyof Text,
): string {
  const say = (ru: string, en: string): string => (language === "ru" ? ru : en);
  const lines = [
    `**${escaped(name)}**${required ? say(" – обязательно", " – required") : ""}`,
    escaped(plainWords(nodes, language)),
  ];
  const rows = nodes.flatMap(({ node }) => {
    const { enumDescriptions = [] } = node as { enumDescriptions?: readonly string[] };
    return ((node.enum as readonly unknown[] | undefined) ?? []).map(
      (value, at) =>
        `- \`${String(value)}\`${enumDescriptions[at] === undefined ? "" : ` – ${escaped(enumDescriptions[at])}`}`,
    );
  });
  if (rows.length > 0) lines.push(rows.join("\n"));
  const example = nodes.flatMap(({ node }) => node.examples ?? []).at(0);
  if (example !== undefined)
    lines.push(
      `${say("Пример", "Example")}: \`${(typeof example === "string" ? example : JSON.stringify(example)).replaceAll("`", "'").replaceAll("\n", " ")}\``,
    );
  return lines.filter((line) => line !== "").join("\n\n");
}
