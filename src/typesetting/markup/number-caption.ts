import type { Nodes } from "mdast";
import { text } from "../../base/diagnostics/index.ts";
import type { Numbered } from "../../paperwork/document/index.ts";
import type { BuildContext } from "./build-context.ts";
import { FINDINGS } from "./findings.ts";

type Captioned = {
  readonly type: "table" | "chart" | "picture";
  readonly attributes?: { readonly [name: string]: string | null | undefined } | null | undefined;
  /** The attribute that holds the caption. */
  readonly name: string;
};

const NOT_NUMBERED = { table: FINDINGS.TRC3307, chart: FINDINGS.TRC3312, picture: FINDINGS.TRC3316 } as const;

/** Stands in a caption for the number. */
const NUMBER = "#";

/**
 * The caption of a table, a chart or a picture with its number in place of the sign `#`: «Таблица # – Штат» → «Таблица 1 – Штат». Tables
 * and figures are counted apart; in an annex with a number they begin anew behind it: «Таблица 2.1». Its `id` is what `:ref[id]` names.
 * @see ГОСТ 7.32-2017, п. 6.5, 6.6, 6.17
 */
export function numberedWords(
  context: BuildContext,
  node: { readonly position?: Nodes["position"] },
  { type, attributes, name }: Captioned,
): Numbered & { readonly words: string | null } {
  const written = attributes?.[name] ?? "";
  const words = context.attribute(attributes, name);
  const id = context.attribute(attributes, "id");
  const at = written.indexOf(NUMBER);
  if (at < 0) {
    if (id !== null) {
      const word = type === "table" ? "Таблица" : "Рисунок";
      context.report(NOT_NUMBERED[type], node, {
        message: text(`У «${id}» нет номера, на который можно сослаться`, `“${id}” has no number to refer to`),
        hints: text(
          `Поставьте # на место номера: ${name}="${word} # – …", или уберите id`,
          `Put # in the place of the number: ${name}="${word} # – …", or take id out`,
        ),
      });
    }
    return { words };
  }
  const annex = context.targets.annexes.get(context.section.replace(/^annex-/, "")) ?? null;
  const before = annex === null ? "" : `${annex}.`;
  const key = `${type === "table" ? "table" : "figure"} ${before}`;
  const count = (context.targets.counted.get(key) ?? 0) + 1;
  context.targets.counted.set(key, count);
  const number = `${before}${count}`;
  if (id !== null) context.target(id, number, node);
  const restored = (part: string): string => context.values.restore(part);
  return {
    number,
    ...(id === null ? {} : { id }),
    words: restored(written.slice(0, at)) + number + restored(written.slice(at + 1)),
  };
}
