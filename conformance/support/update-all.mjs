// Opens a document in the word processor over its UNO interface, by a macro of its own Basic.
import { existsSync, readFileSync } from "node:fs";
import { runMacro } from "./macros.mjs";

/**
 * Paragraphs of the body of a DOCX as the word processor opens it, and once all of its fields and indexes are made anew:
 * { opened, updated }, each [{ style, label, size, text }]; undefined when the word processor did not open it.
 */
export async function updateAll(docx, work) {
  const target = `${docx}.paragraphs`;
  await runMacro("Steps.Run", [docx, target], work);
  if (!existsSync(target)) return undefined;
  const lines = readFileSync(target, "utf8").split(/\r?\n/).filter(Boolean);
  const state = (name) =>
    lines
      .map((line) => line.split("|"))
      .filter(([of]) => of === name)
      .map(([, style, label, size, ...text]) => ({ style, label, size: Number(size), text: text.join("|") }));
  return { opened: state("opened"), updated: state("updated") };
}
