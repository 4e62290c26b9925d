import {
  type Defined,
  type Diagnostic,
  didYouMean,
  type Found,
  meantOrKnown,
  type Place,
  raise,
  suggest,
  text,
} from "../../base/diagnostics/index.ts";
import type { TemplateFile } from "../kinds/index.ts";
import { FINDINGS } from "./findings.ts";
import {
  bareName,
  type ExpressionNode,
  expressionOf,
  hashPair,
  numberLiteral,
  statementOf,
  textLiteral,
} from "./handlebars-nodes.ts";
import { TemplateWords } from "./template-words.ts";
import { mark } from "./tokens.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { pathOf, writtenCall } from "./written-call.ts";

type Program = hbs.AST.Program;

/** Names that reach behind a value; refused wherever they stand in a path. */
const FORBIDDEN =
  /^(constructor|prototype|__.*__|hasOwnProperty|isPrototypeOf|propertyIsEnumerable|toString|toLocaleString|valueOf)$/;

/** A path of a template as it is written, `record.issuer.short`, and where. */
export type ReadPath = { readonly steps: readonly string[]; readonly place: Place };

/** Rewrites the tree of one template in place; `found` holds what it refused. Codes TRC3202–TRC3206. */
export class Rewriter {
  readonly found: Diagnostic[] = [];
  /** Names of the partials that the template calls. */
  readonly partials = new Set<string>();
  /** The paths it reads, in every branch. */
  readonly paths: ReadPath[] = [];
  /** Names that it gives to values: of `let`, and parameters of partials. */
  readonly given = new Set<string>();
  readonly #file: TemplateFile;
  readonly #vocabulary: Vocabulary;
  readonly #words = new TemplateWords();

  constructor(file: TemplateFile, vocabulary: Vocabulary) {
    this.#file = file;
    this.#vocabulary = vocabulary;
  }

  /** The whole template. */
  template(program: Program): void {
    this.program(program);
    this.found.push(...this.#words.refused());
  }

  program(program: Program | undefined): void {
    if (program === undefined || program === null) return;
    program.body = program.body.map((statement) => this.#statement(statement));
  }

  #statement(any: hbs.AST.Statement): hbs.AST.Statement {
    const node = statementOf(any);
    switch (node.type) {
      case "ContentStatement":
        return this.#content(node);
      case "MustacheStatement":
        return this.#mustache(node);
      case "BlockStatement":
        return this.#block(node);
      case "PartialStatement":
        return this.#partial(node);
      case "CommentStatement":
        return node;
      default:
        this.#refuse(FINDINGS.TRC3202, node, {
          message: text(
            "Эта конструкция Handlebars здесь не используется",
            "This construct of Handlebars is not used here",
          ),
          hints: text(
            "Используйте {{значение}}, {{#if}}, {{#each}}, {{#with}}, {{#let}} и {{> вставка}}",
            "Use {{value}}, {{#if}}, {{#each}}, {{#with}}, {{#let}} and {{> partial}}",
          ),
        });
        return node;
    }
  }

  #content(node: hbs.AST.ContentStatement): hbs.AST.ContentStatement {
    const skipped = node.original === undefined ? 0 : Math.max(0, String(node.original).indexOf(node.value));
    const before = String(node.original ?? "").slice(0, skipped);
    const placeAt = (start: number, length: number): Place => {
      const upTo = before + node.value.slice(0, start);
      const line = node.loc.start.line + (upTo.match(/\n/g)?.length ?? 0);
      const column = upTo.includes("\n")
        ? upTo.length - upTo.lastIndexOf("\n")
        : node.loc.start.column + 1 + upTo.length;
      return { file: this.#file.path, start: { line, column }, end: { line, column: column + Math.max(1, length) } };
    };
    let at = 0;
    const marked = node.value.split(/(?<=\n)/).map((piece) => {
      const place = placeAt(at, piece.trimEnd().length);
      at += piece.length;
      this.#words.add(piece, place);
      return mark(this.#vocabulary.placeNumber(place)) + piece;
    });
    return { ...node, value: marked.join("") };
  }

  #mustache(node: hbs.AST.MustacheStatement): hbs.AST.MustacheStatement {
    if (node.escaped === false)
      this.#refuse(FINDINGS.TRC3204, node, {
        message: text(
          "Вывод {{{…}}} или {{&…}} не используется: он напечатал бы значение как разметку",
          "{{{…}}} and {{&…}} are not used: they would print the value as markup",
        ),
        hints: text(`Напишите две скобки: {{${pathOf(node)}}}`, `Write two brackets: {{${pathOf(node)}}}`),
      });
    const value = this.#expression(node.path, node.params, node.hash, node);
    this.#words.addValue();
    return {
      ...node,
      escaped: true,
      path: bareName("__emit", node.loc),
      params: [value],
      hash: this.#located(undefined, node.loc, writtenCall(this.#file, node)),
    };
  }

  #block(node: hbs.AST.BlockStatement): hbs.AST.BlockStatement {
    const name = node.path.original;
    if (!this.#vocabulary.blocks.has(name)) {
      this.#refuse(FINDINGS.TRC3203, node.path, {
        message: text(`Неизвестный блок «{{#${name}}}»`, `Unknown block “{{#${name}}}”`),
        hints: meantOrKnown(name, [...this.#vocabulary.blocks].sort()),
      });
    }
    if ([node.program, node.inverse].some((part) => (part?.blockParams?.length ?? 0) > 0)) {
      this.#refuse(FINDINGS.TRC3202, node, {
        message: text("Параметры блока «as |…|» не используются", "Block parameters “as |…|” are not used"),
        hints: text(
          "Внутри {{#each}} текущее значение – this, его свойства доступны по имени",
          "Inside {{#each}} the current value is this, and its properties go by their names",
        ),
      });
    }
    this.program(node.program);
    this.program(node.inverse);
    const params = node.params.map((param) => this.#value(param));
    return {
      ...node,
      path: bareName(name, node.path.loc),
      params,
      hash: this.#located(node.hash, node.loc),
    };
  }

  #partial(node: hbs.AST.PartialStatement): hbs.AST.MustacheStatement {
    const called = expressionOf(node.name);
    const name =
      called.type === "PathExpression" ? called.original : called.type === "SubExpression" ? "" : String(called.value);
    this.partials.add(name);
    this.#words.addPartial(this.#file.source, node.loc);
    if (node.name.type === "SubExpression")
      this.#refuse(FINDINGS.TRC3202, node, {
        message: text(
          "Имя вставки должно стоять прямо в шаблоне",
          "The name of a partial must stand in the template itself",
        ),
        hints: text("Напишите {{> имя}}", "Write {{> name}}"),
      });
    else if (!this.#vocabulary.partials.has(name)) {
      const near = suggest(name, [...this.#vocabulary.partials], 1)[0];
      this.#refuse(FINDINGS.TRC3206, node, {
        message: text(`Неизвестная вставка «${name}»`, `Unknown partial “${name}”`),
        hints: near
          ? didYouMean([near])
          : text(
              "Вставки лежат в templates/partials/ и в папках видов документов",
              "Partials lie in templates/partials/ and in the folders of document kinds",
            ),
      });
    }
    if (node.params.length > 0)
      this.#refuse(FINDINGS.TRC3202, node, {
        message: text("Вставке передают значения по имени", "Values are given to a partial by name"),
        hints: text(`Напишите {{> ${name} имя=значение}}`, `Write {{> ${name} name=value}}`),
      });
    return {
      type: "MustacheStatement",
      escaped: true,
      path: bareName("__partial", node.loc),
      params: [textLiteral(name, node.loc)],
      hash: this.#located(node.hash, node.loc),
      strip: node.strip,
      loc: node.loc,
    };
  }

  /** A name or a call with its arguments. */
  #expression(
    path: hbs.AST.Expression,
    params: readonly hbs.AST.Expression[],
    hash: hbs.AST.Hash | undefined,
    node: hbs.AST.Node,
  ): ExpressionNode {
    const name = expressionOf(path);
    if (name.type !== "PathExpression") return this.#value(name);
    const { original } = name;
    // Without arguments a name is a name, even when a helper is called the same: `date`, `number`.
    const called = params.length > 0 || (hash?.pairs.length ?? 0) > 0 || node.type === "SubExpression";
    if (called && this.#vocabulary.helpers.has(original)) {
      return {
        type: "SubExpression",
        path: bareName(original, path.loc),
        params: params.map((param) => this.#value(param)),
        hash: this.#located(hash, node.loc),
        loc: node.loc,
      };
    }
    if (called) {
      this.#refuse(FINDINGS.TRC3203, path, {
        message: text(`Неизвестный помощник «${original}»`, `Unknown helper “${original}”`),
        hints: meantOrKnown(original, [...this.#vocabulary.helpers].sort()),
      });
    }
    return this.#path(name);
  }

  #value(any: hbs.AST.Expression): ExpressionNode {
    const node = expressionOf(any);
    if (node.type === "SubExpression") return this.#expression(node.path, node.params, node.hash, node);
    return node.type === "PathExpression" ? this.#path(node) : node;
  }

  /** `a.b.c` → `(__get "a" "b" "c" depth=0)`: the lookup is ours, own properties only, strict. */
  #path(path: hbs.AST.PathExpression): hbs.AST.SubExpression {
    const steps = path.data ? [`@${path.parts[0] ?? ""}`, ...path.parts.slice(1)] : path.parts;
    const wrong = path.parts.find((part) => FORBIDDEN.test(String(part)));
    if (wrong !== undefined || (path.data && ["root", "partial-block"].includes(String(path.parts[0])))) {
      this.#refuse(FINDINGS.TRC3205, path, {
        message: text(
          `Имя «${wrong ?? `@${path.parts[0]}`}» в шаблонах недопустимо`,
          `The name “${wrong ?? `@${path.parts[0]}`}” is not allowed in templates`,
        ),
        hints: text(
          "Так называются внутренности программы, а не свойства записей",
          "It names the insides of the program, not a property of records",
        ),
      });
    }
    if (!path.data) this.paths.push({ steps: steps.map(String), place: this.#place(path.loc) });
    const params = steps.map((step) => textLiteral(String(step), path.loc));
    const hash = this.#located(undefined, path.loc, path.original);
    hash.pairs.push(hashPair("__depth", numberLiteral(path.depth, path.loc), path.loc));
    return {
      type: "SubExpression",
      path: bareName("__get", path.loc),
      params,
      hash,
      loc: path.loc,
    };
  }

  /** The arguments by name with the place of the call added. */
  #located(hash: hbs.AST.Hash | undefined, loc: hbs.AST.SourceLocation, source = ""): hbs.AST.Hash {
    const pairs: hbs.AST.HashPair[] = (hash?.pairs ?? []).map((pair) => ({ ...pair, value: this.#value(pair.value) }));
    for (const { key } of hash?.pairs ?? []) this.given.add(key);
    const number = this.#vocabulary.placeNumber(this.#place(loc));
    pairs.push(hashPair("__at", numberLiteral(number, loc), loc), hashPair("__source", textLiteral(source, loc), loc));
    return { type: "Hash", pairs, loc };
  }

  #place(loc: hbs.AST.SourceLocation): Place {
    return {
      file: this.#file.path,
      start: { line: loc.start.line, column: loc.start.column + 1 },
      end: { line: loc.end.line, column: loc.end.column + 1 },
    };
  }

  #refuse(finding: Defined, node: hbs.AST.Node, found: Found): void {
    this.found.push(raise(finding, { ...found, place: this.#place(node.loc) }));
  }
}
