import type { PhrasingContent } from "mdast";
import type { ContainerDirective, LeafDirective } from "mdast-util-directive";
import { text } from "../../base/diagnostics/index.ts";
import type { Approval, Block, Inlines } from "../../paperwork/document/index.ts";
import { inlinesText } from "../../paperwork/document/index.ts";
import { checkAttributes } from "./attributes.ts";
import type { BuildContext } from "./build-context.ts";
import { buildChart } from "./build-table.ts";
import { FINDINGS } from "./findings.ts";

type Container = (node: ContainerDirective, context: BuildContext) => Block[];
type Leaf = (node: LeafDirective, context: BuildContext) => Block[];

/** Directives by their names: written on one line (`::title[…]`), or over several (`:::signature … :::`). */
type Directives = {
  readonly leaves?: { readonly [name: string]: Leaf };
  readonly containers?: { readonly [name: string]: Container };
};

/** Markdown itself makes the block, or a directive that needs the numbering of the section. */
const MARKDOWN: Directives = {};

/** The directives that make each block of the tree: the compiler asks how a new one is written. */
const DIRECTIVES: { readonly [T in Block["type"]]: Directives } = {
  heading: MARKDOWN,
  clause: MARKDOWN,
  item: MARKDOWN,
  paragraph: {
    leaves: {
      resolve: (node, context) => [{ type: "paragraph", role: "resolve", inlines: context.inlines(node.children) }],
    },
  },
  table: MARKDOWN,
  chart: { containers: { chart: (node, context) => buildChart(context, node) } },
  letterhead: {
    containers: {
      letterhead: (node, context) => {
        const roles = {
          superior: "superior",
          organisation: "organisation",
          short: "short",
          contact: "contact",
        } as const;
        const lines = leaves(node, context, Object.keys(roles)).map(({ name, inlines }) => ({
          role: roles[name as keyof typeof roles],
          inlines,
        }));
        const form = choice(context, node, "form", ["", "longitudinal", "corner"]);
        return [{ type: "letterhead", ...(form === "" ? {} : { form }), lines }];
      },
    },
  },
  "kind-title": {
    leaves: {
      kind: (node, context) => [{ type: "kind-title", inlines: context.inlines(node.children) }],
    },
  },
  dateline: {
    containers: {
      dateline: (node, context) => {
        const parts = leaves(node, context, ["date", "number", "place"]);
        const part = (name: string): Inlines | null => parts.find((one) => one.name === name)?.inlines ?? null;
        return [
          {
            type: "dateline",
            layout: choice(context, node, "layout", ["order", "agreement"]),
            date: part("date") ?? [],
            number: part("number"),
            place: part("place"),
          },
        ];
      },
    },
  },
  title: {
    leaves: {
      title: (node, context) => [
        {
          type: "title",
          align: choice(context, node, "align", ["left", "center"]),
          inlines: context.inlines(node.children),
        },
      ],
    },
  },
  approvals: {
    containers: {
      approval: (node, context) => approvals([node], context),
      approvals: (node, context) => approvals(directives(node, context, ["approval"]), context),
    },
  },
  "annex-mark": {
    containers: {
      "annex-mark": (node, context) => [
        { type: "annex-mark", lines: leaves(node, context, ["line"]).map(({ inlines }) => inlines) },
      ],
    },
  },
  signature: {
    containers: {
      signature: (node, context) => {
        const parts = leaves(node, context, ["post", "name", "mark"]);
        const mark = parts.filter((part) => part.name === "mark").map(({ inlines }) => inlines);
        const name = parts.find((part) => part.name === "name")?.inlines ?? [];
        return [
          {
            type: "signature",
            post: parts.filter((part) => part.name === "post").map(({ inlines }) => inlines),
            name,
            seal: flag(context, node, "seal"),
            ...(mark.length === 0 ? {} : { mark }),
          },
        ];
      },
    },
  },
  parties: {
    containers: {
      parties: (node, context) => [
        {
          type: "parties",
          parties: directives(node, context, ["party"]).map((party) => {
            const parts = leaves(party, context, ["head", "line", "post", "name"]);
            const all = (name: string): Inlines[] =>
              parts.filter((part) => part.name === name).map(({ inlines }) => inlines);
            return {
              title: all("head")[0] ?? [],
              lines: all("line"),
              post: all("post"),
              name: all("name")[0] ?? [],
              seal: flag(context, party, "seal"),
            };
          }),
        },
      ],
    },
  },
  acquaintance: {
    containers: {
      acquaintance: (node, context) => {
        const parts = leaves(node, context, ["heading", "person", "post"]);
        const people = parts.flatMap((part, index) => {
          if (part.name !== "person") return [];
          const next = parts[index + 1];
          return [{ name: part.inlines, post: next?.name === "post" ? next.inlines : null }];
        });
        return [
          { type: "acquaintance", heading: parts.find((part) => part.name === "heading")?.inlines ?? [], people },
        ];
      },
    },
  },
  executor: {
    containers: {
      executor: (node, context) => [
        { type: "executor", lines: leaves(node, context, ["line"]).map(({ inlines }) => inlines) },
      ],
    },
  },
  contents: {
    leaves: {
      contents: (node, context) => [{ type: "contents", title: context.inlines(node.children) }],
    },
  },
  "page-break": {
    leaves: {
      pagebreak: () => [{ type: "page-break" }],
    },
  },
};

/** Requisites written on one line: `::title[…]`. */
export const LEAVES: { readonly [name: string]: Leaf } = Object.assign(
  {},
  ...Object.values(DIRECTIVES).map(({ leaves }) => leaves),
);

/** Requisites of several lines: `:::signature … :::`. */
export const CONTAINERS: { readonly [name: string]: Container } = Object.assign(
  {},
  ...Object.values(DIRECTIVES).map(({ containers }) => containers),
);

function approvals(nodes: readonly ContainerDirective[], context: BuildContext): Block[] {
  const sided = nodes.map((node) => ({
    side: choice(context, node, "side", ["right", "left"]),
    approval: approval(node, context),
  }));
  const on = (side: "left" | "right"): Approval | null => sided.find((one) => one.side === side)?.approval ?? null;
  return [{ type: "approvals", left: on("left"), right: on("right") }];
}

function approval(node: ContainerDirective, context: BuildContext): Approval {
  const parts = leaves(node, context, ["line", "sign", "signdate"]);
  const part = (name: string): Inlines | null => parts.find((one) => one.name === name)?.inlines ?? null;
  const [name, date] = [part("sign"), part("signdate")];
  return {
    word: context.attribute(node.attributes, "word") ?? "",
    lines: parts.filter((one) => one.name === "line").map(({ inlines }) => inlines),
    // A name that an edition withholds leaves the date of the signature.
    sign: name === null && date === null ? null : { name: name ?? [], date },
  };
}

type Part = { readonly name: string; readonly inlines: Inlines };

/** The leaf directives of a container; anything else in it is an error. Empty ones are dropped. */
function leaves(node: ContainerDirective, context: BuildContext, allowed: readonly string[]): Part[] {
  return node.children.flatMap((child): Part[] => {
    if (child.type === "leafDirective" && allowed.includes(child.name)) {
      checkAttributes(child, context);
      const inlines = context.inlines(child.children as PhrasingContent[]);
      return inlinesText(inlines) === "" && !inlines.some(({ type }) => type === "blank")
        ? []
        : [{ name: child.name, inlines }];
    }
    misplaced(
      child,
      node,
      context,
      allowed.map((name) => `::${name}[…]`),
    );
    return [];
  });
}

function directives(node: ContainerDirective, context: BuildContext, allowed: readonly string[]): ContainerDirective[] {
  return node.children.flatMap((child) => {
    if (child.type === "containerDirective" && allowed.includes(child.name)) {
      checkAttributes(child, context);
      return [child];
    }
    misplaced(
      child,
      node,
      context,
      allowed.map((name) => `:::${name}`),
    );
    return [];
  });
}

function misplaced(
  child: ContainerDirective["children"][number],
  node: ContainerDirective,
  context: BuildContext,
  allowed: readonly string[],
): void {
  const name = "name" in child ? String(child.name) : null;
  context.report(
    FINDINGS.TRC3304,
    text(
      `Внутри :::${node.name} не место: ${name === null ? "текст" : `«${name}»`}`,
      `Inside :::${node.name} there is no place for ${name === null ? "text" : `“${name}”`}`,
    ),
    [
      text(`Там стоят: ${allowed.join(", ")}`, `There stand: ${allowed.join(", ")}`),
      text("Внешний блок открывают большим числом двоеточий: ::::", "An outer block is opened with more colons: ::::"),
    ],
    child,
  );
}

function choice<const T extends string>(
  context: BuildContext,
  node: ContainerDirective | LeafDirective,
  name: string,
  allowed: readonly [T, ...T[]],
): T {
  const value = context.attribute(node.attributes, name);
  if (value === null) return allowed[0];
  const found = allowed.find((one) => one === value);
  if (found !== undefined) return found;
  const words = allowed.filter((one) => one !== "").join(", ");
  context.report(
    FINDINGS.TRC3303,
    text(`Атрибут ${name} не может быть «${value}»`, `The attribute ${name} cannot be “${value}”`),
    [text(`Допустимо: ${words}`, `Allowed: ${words}`)],
    node,
  );
  return allowed[0];
}

function flag(context: BuildContext, node: ContainerDirective, name: string): boolean {
  return context.attribute(node.attributes, name) === "true";
}
