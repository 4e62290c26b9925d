import { text } from "../base/diagnostics/index.ts";
import { turned } from "../base/text/index.ts";
import type { Approval } from "../office/approvals/index.ts";
import { joined, type Line } from "./output.ts";

type Words = Approval["changes"][number];

/**
 * A changed line in signs: what went in «[-…-]», what came in «{+…+}», so that it reads without colours; of what stayed at most `context` letters at
 * each end. A line more for each word that came in the place of one that looks the same («cовет» with a Latin letter).
 */
export function wordLines({ words }: Words, indent: string, context = Number.POSITIVE_INFINITY): Line[] {
  const shown = words.map(({ kind, text }) => {
    if (kind === "removed") return `[-${text}-]`;
    if (kind === "added") return `{+${text}+}`;
    return text.length > 2 * context ? `${text.slice(0, context)}…${text.slice(-context)}` : text;
  });
  const alike = words.filter(({ kind, text }, index) => {
    const gone = words[index - 1];
    return kind === "added" && gone?.kind === "removed" && turned(gone.text, "latin") === turned(text, "latin");
  });
  return [
    `${indent}${shown.join("")}`,
    ...alike.map(({ text: word }) =>
      joined([
        indent,
        text(
          `на вид то же, но буквы другого алфавита: «${word}»`,
          `looks the same, in letters of the other alphabet: “${word}”`,
        ),
      ]),
    ),
  ];
}
