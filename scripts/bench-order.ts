import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { Block, DocumentModel, Inlines } from "../src/paperwork/document/index.ts";
import { composeFlow, parseProfile } from "../src/typesetting/flow/index.ts";
import { loadFonts, measureIn } from "../src/typesetting/fonts/index.ts";
import { holdLines, layoutFlow } from "../src/typesetting/layout/index.ts";
import { writeDocx } from "../src/typesetting/writers/docx/index.ts";
import { writePdf } from "../src/typesetting/writers/pdf/index.ts";

/** The order that the peers make too. */
export type OrderData = {
  readonly number: string;
  readonly date: string;
  readonly subject: string;
  readonly preamble: string;
  readonly clauses: readonly { readonly text: string }[];
  readonly rows: readonly { readonly no: string; readonly name: string; readonly post: string; readonly due: string }[];
  readonly post: string;
  readonly name: string;
};

const data = parse(readFileSync(new URL("../templates/profiles/gost-2016.yaml", import.meta.url), "utf8")) as {
  [key: string]: unknown;
};
const profile = parseProfile(new Map([["gost-2016", { data, file: "gost-2016.yaml" }]]), {
  standard: "gost-2016",
  variant: "order",
}).value;
const fonts = loadFonts();

/** Makes one order from its tree in each of the formats, which share its pages as they do in a build; the tree is built anew each time. */
export async function benchOrder(
  order: OrderData,
  formats: readonly ("docx" | "pdf")[],
): Promise<readonly Uint8Array[]> {
  if (profile === undefined) throw new Error("no profile");
  const flow = composeFlow(tree(order), { profile, measure: measureIn(fonts) });
  const layout = layoutFlow(flow, fonts);
  return Promise.all(
    formats.map((format) =>
      format === "docx" ? writeDocx(holdLines(layout, fonts), fonts) : writePdf(layout, layout.flow, fonts),
    ),
  );
}

function tree(order: OrderData): DocumentModel {
  const text = (value: string): Inlines => [{ type: "text", text: value }];
  const cell = (value: string) => ({ paragraphs: [text(value)], span: 1, align: "left" }) as const;
  const blocks: Block[] = [
    { type: "kind-title", inlines: text("ПРИКАЗ") },
    { type: "dateline", layout: "order", date: text(order.date), number: text(`№ ${order.number}`), place: null },
    { type: "title", align: "left", inlines: text(order.subject) },
    { type: "paragraph", role: "text", inlines: text(order.preamble) },
    ...order.clauses.map(
      (clause, index): Block => ({
        type: "clause",
        id: `c${index}`,
        label: `${index + 1}.`,
        level: 0,
        list: "body.clauses",
        inlines: text(clause.text),
      }),
    ),
    {
      type: "table",
      caption: null,
      widths: [1, 6, 4, 3],
      header: [{ kind: "data", cells: ["№", "Имя", "Должность", "Срок"].map(cell) }],
      rows: order.rows.map((row) => ({ kind: "data", cells: [row.no, row.name, row.post, row.due].map(cell) })),
    },
    { type: "signature", post: [text(order.post)], name: text(order.name), seal: false },
  ];
  const meta = {
    id: "bench",
    kind: "order",
    title: order.subject,
    number: order.number,
    date: "2025-09-05",
    author: "Школа",
    language: "ru-RU",
    profile: "gost-2016",
    variant: "order",
  } as const;
  return {
    meta,
    body: { id: "body", role: "body", number: null, title: order.subject, orientation: "portrait", blocks },
    annexes: [],
  };
}
