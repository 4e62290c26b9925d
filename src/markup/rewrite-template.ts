import type { Diagnostic, Place } from "../diagnostics/index.ts";
import type { TemplateFile } from "../kinds/index.ts";
import { suggest } from "../records/index.ts";
import type { Vocabulary } from "./compile-template.ts";
import { mark } from "./tokens.ts";

type Ast = hbs.AST.Node & { [key: string]: unknown };
type Program = hbs.AST.Program;

/** Names that reach behind a value; refused wherever they stand in a path. */
const FORBIDDEN =
  /^(constructor|prototype|__.*__|hasOwnProperty|isPrototypeOf|propertyIsEnumerable|toString|toLocaleString|valueOf)$/;

/** Rewrites the tree of one template in place; `found` holds what it refused. Codes TRC3202–TRC3206. */
export class Rewriter {
  readonly found: Diagnostic[] = [];
  /** Names of the partials that the template calls. */
  readonly partials = new Set<string>();
  readonly #file: TemplateFile;
  readonly #vocabulary: Vocabulary;

  constructor(file: TemplateFile, vocabulary: Vocabulary) {
    this.#file = file;
    this.#vocabulary = vocabulary;
  }

  program(program: Program | undefined): void {
    if (program === undefined || program === null) return;
    program.body = program.body.map((statement) => this.#statement(statement as Ast));
  }

  #statement(node: Ast): hbs.AST.Statement {
    switch (node.type) {
      case "ContentStatement":
        return this.#content(node as unknown as hbs.AST.ContentStatement);
      case "MustacheStatement":
        return this.#mustache(node as unknown as hbs.AST.MustacheStatement);
      case "BlockStatement":
        return this.#block(node as unknown as hbs.AST.BlockStatement);
      case "PartialStatement":
        return this.#partial(node as unknown as hbs.AST.PartialStatement);
      case "CommentStatement":
        return node as unknown as hbs.AST.Statement;
      default:
        this.#refuse(
          "TRC3202",
          "Эта конструкция Handlebars здесь не используется",
          ["Используйте {{значение}}, {{#if}}, {{#each}}, {{#with}}, {{#let}} и {{> вставка}}"],
          node,
        );
        return node as unknown as hbs.AST.Statement;
    }
  }

  #content(node: hbs.AST.ContentStatement): hbs.AST.Statement {
    const skipped = node.original === undefined ? 0 : Math.max(0, String(node.original).indexOf(node.value));
    const before = String(node.original ?? "").slice(0, skipped);
    let line = node.loc.start.line + (before.match(/\n/g)?.length ?? 0);
    let column = before.includes("\n")
      ? before.length - before.lastIndexOf("\n")
      : node.loc.start.column + 1 + before.length;
    const pieces = node.value.split(/(?<=\n)/);
    const marked = pieces.map((piece) => {
      const place: Place = {
        file: this.#file.path,
        start: { line, column },
        end: { line, column: column + Math.max(1, piece.trimEnd().length) },
      };
      line++;
      column = 1;
      return mark(this.#vocabulary.placeNumber(place)) + piece;
    });
    return { ...node, value: marked.join("") } as hbs.AST.Statement;
  }

  #mustache(node: hbs.AST.MustacheStatement): hbs.AST.Statement {
    if (node.escaped === false)
      this.#refuse(
        "TRC3204",
        "Вывод {{{…}}} или {{&…}} не используется: он напечатал бы значение как разметку",
        ["Напишите две скобки: {{…}}"],
        node,
      );
    const value = this.#expression(node.path as Ast, node.params, node.hash, node);
    return {
      ...node,
      escaped: true,
      path: bare("__emit", node.loc),
      params: [value],
      hash: this.#located(undefined, node.loc, sourceOf(node)),
    } as hbs.AST.Statement;
  }

  #block(node: hbs.AST.BlockStatement): hbs.AST.Statement {
    const name = (node.path as hbs.AST.PathExpression).original;
    if (!this.#vocabulary.blocks.has(name)) {
      this.#refuse(
        "TRC3203",
        `Неизвестный блок «{{#${name}}}»`,
        [`Бывают: ${[...this.#vocabulary.blocks].sort().join(", ")}`],
        node.path,
      );
    }
    if ([node.program, node.inverse].some((part) => (part?.blockParams?.length ?? 0) > 0)) {
      this.#refuse(
        "TRC3202",
        "Параметры блока «as |…|» не используются",
        ["Внутри {{#each}} текущее значение – this, его свойства доступны по имени"],
        node,
      );
    }
    this.program(node.program);
    this.program(node.inverse);
    const params = node.params.map((param) => this.#value(param as Ast));
    return {
      ...node,
      path: bare(name, node.path.loc),
      params,
      hash: this.#located(node.hash, node.loc),
    } as hbs.AST.Statement;
  }

  #partial(node: hbs.AST.PartialStatement): hbs.AST.Statement {
    const name =
      node.name.type === "PathExpression"
        ? (node.name as hbs.AST.PathExpression).original
        : String((node.name as unknown as { value?: unknown }).value ?? "");
    this.partials.add(name);
    if (node.name.type === "SubExpression")
      this.#refuse("TRC3202", "Имя вставки должно стоять прямо в шаблоне", ["Напишите {{> имя}}"], node);
    else if (!this.#vocabulary.partials.has(name)) {
      const near = suggest(name, [...this.#vocabulary.partials], 1)[0];
      this.#refuse(
        "TRC3206",
        `Неизвестная вставка «${name}»`,
        [
          near
            ? `Возможно, имелось в виду: ${near}`
            : "Вставки лежат в templates/partials/ и в папках видов документов",
        ],
        node,
      );
    }
    if (node.params.length > 0)
      this.#refuse("TRC3202", "Вставке передают значения по имени", [`Напишите {{> ${name} имя=значение}}`], node);
    const literal = { type: "StringLiteral", value: name, original: name, loc: node.loc } as hbs.AST.StringLiteral;
    return {
      type: "MustacheStatement",
      escaped: true,
      path: bare("__partial", node.loc),
      params: [literal],
      hash: this.#located(node.hash, node.loc),
      strip: node.strip,
      loc: node.loc,
    } as hbs.AST.MustacheStatement;
  }

  /** A name or a call with its arguments. */
  #expression(
    path: Ast,
    params: readonly hbs.AST.Expression[],
    hash: hbs.AST.Hash | undefined,
    node: hbs.AST.Node,
  ): hbs.AST.Expression {
    if (path.type !== "PathExpression") return this.#value(path);
    const { original } = path as unknown as hbs.AST.PathExpression;
    // Without arguments a name is a name, even when a helper is called the same: `date`, `number`.
    const called = params.length > 0 || (hash?.pairs.length ?? 0) > 0 || node.type === "SubExpression";
    if (called && this.#vocabulary.helpers.has(original)) {
      return {
        type: "SubExpression",
        path: bare(original, path.loc),
        params: params.map((param) => this.#value(param as Ast)),
        hash: this.#located(hash, node.loc),
        loc: node.loc,
      } as hbs.AST.SubExpression;
    }
    if (called) {
      const near = suggest(original, [...this.#vocabulary.helpers], 1)[0];
      this.#refuse(
        "TRC3203",
        `Неизвестный помощник «${original}»`,
        [near ? `Возможно, имелось в виду: ${near}` : `Бывают: ${[...this.#vocabulary.helpers].sort().join(", ")}`],
        path,
      );
    }
    return this.#path(path as unknown as hbs.AST.PathExpression);
  }

  #value(node: Ast): hbs.AST.Expression {
    if (node.type === "SubExpression") {
      const call = node as unknown as hbs.AST.SubExpression;
      return this.#expression(call.path as unknown as Ast, call.params, call.hash, call);
    }
    if (node.type === "PathExpression") {
      return this.#path(node as unknown as hbs.AST.PathExpression);
    }
    return node as unknown as hbs.AST.Expression;
  }

  /** `a.b.c` → `(__get "a" "b" "c" depth=0)`: the lookup is ours, own properties only, strict. */
  #path(path: hbs.AST.PathExpression): hbs.AST.Expression {
    const steps = path.data ? [`@${path.parts[0] ?? ""}`, ...path.parts.slice(1)] : path.parts;
    const wrong = path.parts.find((part) => FORBIDDEN.test(String(part)));
    if (wrong !== undefined || (path.data && ["root", "partial-block"].includes(String(path.parts[0])))) {
      this.#refuse(
        "TRC3205",
        `Имя «${wrong ?? `@${path.parts[0]}`}» в шаблонах недопустимо`,
        ["Так называются внутренности программы, а не свойства записей"],
        path,
      );
    }
    const params = steps.map(
      (step) =>
        ({
          type: "StringLiteral",
          value: String(step),
          original: String(step),
          loc: path.loc,
        }) as hbs.AST.StringLiteral,
    );
    const hash = this.#located(undefined, path.loc, path.original);
    hash.pairs.push({
      type: "HashPair",
      key: "__depth",
      value: { type: "NumberLiteral", value: path.depth, original: path.depth, loc: path.loc } as hbs.AST.NumberLiteral,
      loc: path.loc,
    });
    return {
      type: "SubExpression",
      path: bare("__get", path.loc),
      params,
      hash,
      loc: path.loc,
    } as hbs.AST.SubExpression;
  }

  /** The arguments by name with the place of the call added. */
  #located(hash: hbs.AST.Hash | undefined, loc: hbs.AST.SourceLocation, source = ""): hbs.AST.Hash {
    const pairs = (hash?.pairs ?? []).map((pair) => ({ ...pair, value: this.#value(pair.value as Ast) }));
    const number = this.#vocabulary.placeNumber(this.#place(loc));
    const literal = { type: "NumberLiteral", value: number, original: number, loc } as hbs.AST.NumberLiteral;
    const text = { type: "StringLiteral", value: source, original: source, loc } as hbs.AST.StringLiteral;
    pairs.push(
      { type: "HashPair", key: "__at", value: literal, loc },
      { type: "HashPair", key: "__source", value: text, loc },
    );
    return { type: "Hash", pairs, loc };
  }

  #place(loc: hbs.AST.SourceLocation): Place {
    return {
      file: this.#file.path,
      start: { line: loc.start.line, column: loc.start.column + 1 },
      end: { line: loc.end.line, column: loc.end.column + 1 },
    };
  }

  #refuse(code: string, message: string, hints: readonly string[], node: hbs.AST.Node): void {
    this.found.push(fault(code, message, hints, this.#place(node.loc)));
  }
}

function bare(name: string, loc: hbs.AST.SourceLocation): hbs.AST.PathExpression {
  return {
    type: "PathExpression",
    data: false,
    depth: 0,
    parts: [name],
    original: name,
    loc,
  } as unknown as hbs.AST.PathExpression;
}

function sourceOf(node: hbs.AST.MustacheStatement): string {
  return (node.path as hbs.AST.PathExpression).original ?? "";
}

export function fault(code: string, message: string, hints: readonly string[], place: Place): Diagnostic {
  return { code, severity: "error", message, hints, place };
}
