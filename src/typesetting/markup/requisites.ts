import type { ContainerDirective, LeafDirective } from "mdast-util-directive";
import { text } from "../../base/diagnostics/index.ts";
import {
  type Approval,
  type Block,
  type Inlines,
  inlinesText,
  type PictureFile,
} from "../../paperwork/document/index.ts";
import { checkAttributes } from "./attributes.ts";
import type { BuildContext } from "./build-context.ts";
import { buildPicture, pictureFile } from "./build-picture.ts";
import { buildCaptioned, buildChart } from "./build-table.ts";
import { FINDINGS } from "./findings.ts";

/** Written on one line (`::title[…]`) or over several (`:::signature … :::`). No block where a fault was reported. */
type Build<Node> = (node: Node, context: BuildContext) => Block | null;
type Leaf = { readonly attributes: readonly string[]; readonly leaf: Build<LeafDirective> };
type Container = { readonly attributes: readonly string[]; readonly container: Build<ContainerDirective> };

const leaf = (build: Build<LeafDirective>, ...attributes: readonly string[]): Leaf => ({ leaf: build, attributes });
const container = (build: Build<ContainerDirective>, ...attributes: readonly string[]): Container => ({
  container: build,
  attributes,
});
/** A block of the lines that stand in the directive. */
const ofLines = (type: "annex-mark" | "executor"): Container =>
  container((node, context) => ({ type, lines: leaves(node, context, ["line"]).all("line") }));

/** Attributes of directives that only stand inside others. */
const INNER: { readonly [directive: string]: readonly string[] } = { approval: ["side", "word"], party: ["seal"] };

/** The directives that make each block of the tree, with their attributes: the compiler asks how a new block is written. */
const DIRECTIVES: { readonly [T in Block["type"]]: { readonly [directive: string]: Leaf | Container } } = {
  // Markdown itself makes these.
  heading: {},
  clause: {},
  item: {},
  paragraph: {
    resolve: leaf((node, context) => ({ type: "paragraph", role: "resolve", inlines: context.inlines(node.children) })),
  },
  table: { table: container(buildCaptioned, "caption", "head-rows", "id", "row-head", "widths") },
  chart: { chart: container(buildChart, "alt", "data", "form", "id", "title", "unit") },
  picture: { picture: leaf(buildPicture, "alt", "file", "id", "public", "title", "width") },
  letterhead: {
    letterhead: container((node, context) => {
      const [emblem, children] = takeEmblem(node, context);
      const roles = ["superior", "organisation", "short", "contact"] as const;
      const parts = leaves({ ...node, children }, context, roles);
      const form = choice(context, node, "form", ["", "longitudinal", "corner"]);
      return {
        type: "letterhead",
        ...(form === "" ? {} : { form }),
        ...(emblem === null ? {} : { emblem }),
        lines: parts.list.map(({ name, inlines }) => ({ role: name, inlines })),
      };
    }, "form"),
  },
  "kind-title": { kind: leaf((node, context) => ({ type: "kind-title", inlines: context.inlines(node.children) })) },
  dateline: {
    dateline: container((node, context) => {
      const { first } = leaves(node, context, ["date", "number", "place"]);
      return {
        type: "dateline",
        layout: choice(context, node, "layout", ["order", "agreement"]),
        date: first("date") ?? [],
        number: first("number"),
        place: first("place"),
      };
    }, "layout"),
  },
  title: {
    title: leaf((node, context) => {
      const align = choice(context, node, "align", ["left", "center"]);
      return { type: "title", align, inlines: context.inlines(node.children) };
    }, "align"),
  },
  approvals: {
    approval: container((node, context) => approvals([node], context), "side", "word"),
    approvals: container((node, context) => approvals(directives(node, context, ["approval"]), context)),
  },
  "annex-mark": { "annex-mark": ofLines("annex-mark") },
  restriction: {
    restriction: container((node, context) => {
      const lines = leaves(node, context, ["line"]).all("line");
      if (!context.opens(node) || lines.length === 0)
        context.report(FINDINGS.TRC3304, node, {
          message: text(
            "Гриф ограничения доступа стоит не первым или без слов",
            "The mark of restricted access has no words or does not stand first",
          ),
          hints: text(
            "Поставьте его в начало текста или приложения, над бланком: :::restriction, ::line[Для служебного пользования], :::",
            "Put it where the text or the annex begins, over the letterhead: :::restriction, ::line[…], :::",
          ),
          norm: "ГОСТ Р 7.0.97-2016, п. 5.14",
        });
      return { type: "restriction", lines };
    }),
  },
  signature: {
    signature: container((node, context) => {
      const { first, all } = leaves(node, context, ["post", "name", "mark"]);
      const mark = all("mark");
      return {
        type: "signature",
        post: all("post"),
        name: first("name") ?? [],
        seal: flag(context, node, "seal"),
        ...(mark.length === 0 ? {} : { mark }),
      };
    }, "seal"),
  },
  parties: {
    parties: container((node, context) => ({
      type: "parties",
      parties: directives(node, context, ["party"]).map((party) => {
        const { first, all } = leaves(party, context, ["head", "line", "post", "name"]);
        return {
          title: first("head") ?? [],
          lines: all("line"),
          post: all("post"),
          name: first("name") ?? [],
          seal: flag(context, party, "seal"),
        };
      }),
    })),
  },
  acquaintance: {
    acquaintance: container((node, context) => {
      const { list, first } = leaves(node, context, ["heading", "person", "post"]);
      const people = list.flatMap((part, index) => {
        if (part.name === "post" && !follows(part.node, "person", node)) twice(part.node, context);
        if (part.name !== "person") return [];
        const next = list[index + 1];
        return [{ name: part.inlines, post: next?.name === "post" ? next.inlines : null }];
      });
      return { type: "acquaintance", heading: first("heading") ?? [], people };
    }),
  },
  executor: { executor: ofLines("executor") },
  contents: { contents: leaf((node, context) => ({ type: "contents", title: context.inlines(node.children) })) },
  "page-break": {
    pagebreak: leaf(
      (node, context) => {
        context.noLabel(node);
        const orientation = choice(context, node, "orientation", ["", "portrait", "landscape"]);
        const bare = choice(context, node, "number", ["", "none"]) === "none";
        return { type: "page-break", ...(orientation === "" ? {} : { orientation }), ...(bare ? { bare } : {}) };
      },
      "orientation",
      "number",
    ),
  },
};

const ALL: { readonly [directive: string]: Leaf | Container } = Object.assign({}, ...Object.values(DIRECTIVES));

/** Names of the directives of one line, and of those of several. */
export const NAMES = {
  leafDirective: Object.keys(ALL).filter((name) => "leaf" in (ALL[name] ?? {})),
  containerDirective: Object.keys(ALL).filter((name) => "container" in (ALL[name] ?? {})),
};

/** The blocks that a directive makes; undefined when there is none of its name and form. */
export function buildRequisite(node: LeafDirective | ContainerDirective, context: BuildContext): Block[] | undefined {
  const known = Object.hasOwn(ALL, node.name) ? ALL[node.name] : undefined;
  const build = (made: Block | null): Block[] => (made === null ? [] : [made]);
  checkAttributes(node, known?.attributes ?? [], context);
  if (node.type === "leafDirective") return known && "leaf" in known ? build(known.leaf(node, context)) : undefined;
  return known && "container" in known ? build(known.container(node, context)) : undefined;
}

function approvals(nodes: readonly ContainerDirective[], context: BuildContext): Block {
  const sided = nodes.map((node) => ({
    node,
    side: choice(context, node, "side", ["right", "left"]),
    approval: approval(node, context),
  }));
  const on = (side: "left" | "right"): Approval | null => {
    const [first, ...more] = sided.filter((one) => one.side === side);
    for (const { node } of more) twice(node, context);
    return first?.approval ?? null;
  };
  return { type: "approvals", left: on("left"), right: on("right") };
}

function approval(node: ContainerDirective, context: BuildContext): Approval {
  const { first, all } = leaves(node, context, ["line", "sign", "signdate"]);
  const [name, date] = [first("sign"), first("signdate")];
  return {
    word: context.attribute(node.attributes, "word") ?? "",
    lines: all("line"),
    // A name that an edition withholds leaves the date of the signature.
    sign: name === null && date === null ? null : { name: name ?? [], date },
  };
}

/** The picture of a letterhead and what else stands in it. A second one has no place. */
function takeEmblem(
  { children }: ContainerDirective,
  context: BuildContext,
): readonly [PictureFile | null, ContainerDirective["children"]] {
  const isEmblem = (child: (typeof children)[number]): child is LeafDirective =>
    child.type === "leafDirective" && child.name === "emblem";
  const [emblem, ...more] = children.filter(isEmblem);
  for (const node of more) twice(node, context);
  if (emblem === undefined) return [null, children];
  checkAttributes(emblem, ["alt", "file"], context);
  context.noLabel(emblem);
  return [pictureFile(emblem, context), children.filter((child) => !isEmblem(child))];
}

type Parts<Name> = {
  readonly list: readonly { readonly name: Name; readonly inlines: Inlines; readonly node: LeafDirective }[];
  readonly all: (name: Name) => Inlines[];
  readonly first: (name: Name) => Inlines | null;
};

/** The leaf directives of a container; anything else in it is an error. Empty ones are dropped. */
function leaves<const Name extends string>(
  node: ContainerDirective,
  context: BuildContext,
  allowed: readonly Name[],
): Parts<Name> {
  const list = inside(node, context, "leafDirective", allowed).flatMap((child) => {
    const inlines = context.inlines(child.children);
    const empty = inlinesText(inlines) === "" && !inlines.some(({ type }) => type === "blank");
    return empty ? [] : [{ name: child.name as Name, inlines, node: child }];
  });
  const all = (name: Name): Inlines[] => list.filter((one) => one.name === name).map(({ inlines }) => inlines);
  const first = (name: Name): Inlines | null => {
    const [one, ...more] = list.filter((part) => part.name === name);
    for (const part of more) twice(part.node, context);
    return one?.inlines ?? null;
  };
  return { list, all, first };
}

/** True when a part stands right behind one of another name, were it empty. */
function follows(part: LeafDirective, name: string, { children }: ContainerDirective): boolean {
  const before = children[children.indexOf(part) - 1];
  return before?.type === "leafDirective" && before.name === name;
}

/** A part that stands where the document has no second place for it would be passed over in silence. */
function twice(node: LeafDirective | ContainerDirective, context: BuildContext): void {
  context.report(FINDINGS.TRC3304, node, {
    message: text(
      `Второму «${node.name}» здесь нет места: оно не напечаталось бы`,
      `There is no place for a second “${node.name}” here: it would not be printed`,
    ),
    hints: text("Оставьте одно", "Keep one of them"),
  });
}

function directives(node: ContainerDirective, context: BuildContext, allowed: readonly string[]): ContainerDirective[] {
  return inside(node, context, "containerDirective", allowed);
}

/** Directives of one form and of the allowed names; what else stands in a container is a fault. */
function inside<Form extends "leafDirective" | "containerDirective">(
  node: ContainerDirective,
  context: BuildContext,
  form: Form,
  allowed: readonly string[],
): Extract<ContainerDirective["children"][number], { readonly type: Form }>[] {
  return node.children.flatMap((child) => {
    if (child.type === form && "name" in child && allowed.includes(child.name)) {
      checkAttributes(child, INNER[child.name] ?? [], context);
      return [child as Extract<typeof child, { readonly type: Form }>];
    }
    const shown = allowed.map((name) => (form === "leafDirective" ? `::${name}[…]` : `:::${name}`)).join(", ");
    const name = "name" in child ? String(child.name) : null;
    context.report(FINDINGS.TRC3304, child, {
      message: text(
        `Внутри :::${node.name} не место: ${name === null ? "текст" : `«${name}»`}`,
        `Inside :::${node.name} there is no place for ${name === null ? "text" : `“${name}”`}`,
      ),
      hints: [
        text(`Там стоят: ${shown}`, `There stand: ${shown}`),
        text(
          "Внешний блок открывают большим числом двоеточий: ::::",
          "An outer block is opened with more colons: ::::",
        ),
      ],
    });
    return [];
  });
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
  context.report(FINDINGS.TRC3303, node, {
    message: text(`Атрибут ${name} не может быть «${value}»`, `The attribute ${name} cannot be “${value}”`),
    hints: text(`Допустимо: ${words}`, `Allowed: ${words}`),
  });
  return allowed[0];
}

function flag(context: BuildContext, node: ContainerDirective, name: string): boolean {
  return context.attribute(node.attributes, name) === "true";
}
