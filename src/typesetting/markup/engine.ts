import Handlebars from "handlebars";
import { type Diagnostic, type Place, text } from "../../base/diagnostics/index.ts";
import { sha256 } from "../../base/text/index.ts";
import type { TemplateFile } from "../kinds/index.ts";
import { compileTemplate, type TemplateNames } from "./compile-template.ts";
import { FINDINGS } from "./findings.ts";
import type { HelperContext, Named } from "./helpers/helper.ts";
import { HELPERS } from "./helpers/index.ts";
import { isTrue } from "./helpers/logic-and-text.ts";
import { FIRST_MADE, MADE_TEMPLATES, type MadePlace } from "./made-templates.ts";
import { Meter, tooDeep } from "./meter.ts";
import { printable } from "./printable.ts";
import { Scope, walkPath } from "./scope.ts";
import { FaultyPartial, TemplateError } from "./template-error.ts";
import type { Values } from "./tokens.ts";

const BLOCKS = ["if", "unless", "each", "with", "let"];
/** What any template may call, beside partials. */
export const VOCABULARY = { helpers: new Set(Object.keys(HELPERS)), blocks: new Set(BLOCKS) };
/** How Handlebars compiles a rewritten tree: it knows all that can be called. */
export const OPTIONS = {
  strict: true,
  knownHelpersOnly: true,
  noEscape: true,
  preventIndent: true,
  knownHelpers: Object.fromEntries(
    [...Object.keys(HELPERS), ...BLOCKS, "__get", "__emit", "__partial"].map((name) => [name, true]),
  ),
};

/** Receives every template that a rendering uses, by path, and of every partial that those name, whether it is reached or not. */
export type TemplateReader = (what: "template" | "partial", name: string) => void;

type Entry = {
  readonly render?: Compiled;
  readonly diagnostics: readonly Diagnostic[];
  readonly partials: ReadonlySet<string>;
  readonly names: TemplateNames;
};
type Run = {
  readonly context: HelperContext;
  readonly values: Values;
  readonly depth: string[];
  readonly meter: Meter;
};
type Compiled = (scope: Scope) => string;
/** `__at` is the number of the place of a call, `__source` how it is written, `__depth` how many scopes up it begins. */
type Hash = { readonly __at?: unknown; readonly __source?: unknown; readonly __depth?: unknown } & Named;
type CallOptions = Handlebars.HelperOptions & { readonly hash: Hash };

/**
 * The templates of one templates folder, each compiled once. Rendering is synchronous, so one run at a time is current.
 */
export class Engine {
  readonly #partials: ReadonlyMap<string, TemplateFile>;
  readonly #compiled = new Map<TemplateFile, Entry>();
  readonly #places: Place[] = [];
  /** Places of templates that were made before, by the number of the first of each. */
  readonly #made = new Map<number, { readonly file: TemplateFile; readonly places: readonly MadePlace[] }>();
  readonly #handlebars = Handlebars.create();
  #run: Run | null = null;
  #reader: TemplateReader | null = null;
  /** Number of the place of the innermost call of a helper that began last. */
  #call = -1;

  constructor(partials: ReadonlyMap<string, TemplateFile>) {
    this.#partials = partials;
    for (const name of Object.keys(this.#handlebars.helpers)) this.#handlebars.unregisterHelper(name);
    this.#register();
  }

  /** Does the work while `reader` receives the templates it uses. */
  traced<T>(reader: TemplateReader, work: () => T): T {
    const outer = this.#reader;
    this.#reader = reader;
    try {
      return work();
    } finally {
      this.#reader = outer;
    }
  }

  /** Faults of a template and of every partial it uses, before anything is rendered. */
  check(file: TemplateFile): readonly Diagnostic[] {
    return this.#compile(file).diagnostics;
  }

  /** The names that a template reads and gives, in all its branches. */
  names(file: TemplateFile): TemplateNames {
    return this.#compile(file).names;
  }

  /** Templates, then the partials that they and these name. */
  withPartials(files: readonly TemplateFile[]): TemplateFile[] {
    const all = new Set(files);
    for (const file of all)
      for (const name of this.#compile(file).partials) {
        const partial = this.#partials.get(name);
        if (partial !== undefined) all.add(partial);
      }
    return [...all];
  }

  placeOf(number: number): Place | null {
    if (number < FIRST_MADE) return this.#places[number] ?? null;
    for (const [first, { file, places }] of this.#made) {
      const place = places[number - first];
      if (place !== undefined) return placeIn(file, place);
    }
    return null;
  }

  /** Renders with names from `scope`. @throws TemplateError, ViewError */
  render(file: TemplateFile, scope: Scope, context: HelperContext, values: Values): string {
    const { render } = this.#compile(file);
    if (render === undefined) throw new Error(`render of a template with faults: ${file.path}`);
    const outer = this.#run;
    const doubt: HelperContext["doubt"] = (one) => context.doubt({ ...one, typedAt: this.#typedAt(one.text) });
    this.#run = { context: { ...context, doubt }, values, depth: [], meter: context.meter ?? new Meter() };
    try {
      return render(scope);
    } finally {
      this.#run = outer;
    }
  }

  /** The call that is being carried out, where it holds the word itself: then it is the template's, not a record's. */
  #typedAt(word: string): Place | undefined {
    const place = this.placeOf(this.#call);
    const file = [...this.#compiled.keys()].find(({ path }) => path === place?.file);
    if (place === null || file === undefined || file.origin !== undefined) return undefined;
    const lines = file.source.split("\n").slice(place.start.line - 1, place.end.line);
    return lines.join("\n").includes(`"${word}"`) ? place : undefined;
  }

  #compile(file: TemplateFile): Entry {
    const entry = this.#compiled.get(file) ?? this.#compileNew(file);
    this.#reader?.("template", file.path);
    for (const name of entry.partials) this.#reader?.("partial", name);
    return entry;
  }

  #compileNew(file: TemplateFile): Entry {
    const made = this.#madeBefore(file);
    if (made !== null) return made;
    const { program, diagnostics, partials, names } = compileTemplate(file, {
      ...VOCABULARY,
      partials: new Set(this.#partials.keys()),
      placeNumber: (place) => this.#places.push(place) - 1,
    });
    const render = program && { render: this.#handlebars.compile(program, OPTIONS) as Compiled };
    const entry: Entry = { ...render, diagnostics, partials, names };
    this.#compiled.set(file, entry);
    return entry;
  }

  /** A template that the program brings as it is here, with the partials that it names; null for any other. */
  #madeBefore(file: TemplateFile): Entry | null {
    if (file.origin !== undefined) return null;
    const made = MADE_TEMPLATES[sha256(file.source)]?.();
    // Two files of the same words have places of their own.
    if (made === undefined || this.#made.has(made.first)) return null;
    if (!made.partials.every((name) => this.#partials.has(name))) return null;
    this.#made.set(made.first, { file, places: made.places });
    const paths = made.paths.map(([place, ...steps]) => ({ steps, place: placeIn(file, place) }));
    const entry: Entry = {
      render: this.#handlebars.template(made.run) as Compiled,
      diagnostics: [],
      partials: new Set(made.partials),
      names: { paths, given: new Set(made.given) },
    };
    this.#compiled.set(file, entry);
    return entry;
  }

  #current(): Run {
    if (this.#run === null) throw new Error("a helper was called outside a rendering");
    return this.#run;
  }

  #register(): void {
    const engine = this;
    const add = (name: string, work: (scope: Scope, args: unknown[], options: CallOptions) => unknown): void => {
      this.#handlebars.registerHelper(name, function (this: Scope, ...args: unknown[]) {
        const options = args.pop() as CallOptions;
        const at = Number(options.hash.__at);
        engine.#call = at;
        return engine.#located(at, () => engine.#current().meter.step(work(this, args, options)));
      });
    };
    for (const [name, helper] of Object.entries(HELPERS)) {
      add(name, (_scope, args, options) => helper(args, named(options.hash), this.#current().context));
    }
    add("__get", (scope, args, options) => this.#get(scope, args as string[], options));
    add("__emit", (_scope, [value], options) => {
      const { context, values } = this.#current();
      return values.hold(printable(value, String(options.hash.__source ?? ""), context));
    });
    add("__partial", (scope, [name], options) => this.#partial(scope, String(name), named(options.hash)));
    add("if", (scope, [value], options) => (isTrue(value) ? options.fn(scope) : options.inverse(scope)));
    add("unless", (scope, [value], options) => (isTrue(value) ? options.inverse(scope) : options.fn(scope)));
    add("with", (scope, [value], options) =>
      isTrue(value) ? options.fn(new Scope(new Map(), scope, value)) : options.inverse(scope),
    );
    add("let", (scope, _args, options) => options.fn(new Scope(new Map(Object.entries(named(options.hash))), scope)));
    add("each", (scope, [list], options) => each(scope, list, options, this.#current().meter));
  }

  /** A fault without a place gets the place of the call it happened in: the innermost. */
  #located<T>(at: number, work: () => T): T {
    try {
      return work();
    } catch (error) {
      const place = this.placeOf(at);
      if (error instanceof TemplateError && error.found.place === undefined && place !== null)
        throw new TemplateError(error.finding, { ...error.found, place });
      if (error instanceof RangeError && place !== null) throw tooDeep(place);
      throw error;
    }
  }

  #get(scope: Scope, steps: readonly string[], options: CallOptions): unknown {
    const [head, ...rest] = steps;
    let start = scope;
    for (let depth = Number(options.hash.__depth); depth > 0; depth--) start = start.parent ?? start;
    if (head === undefined) return start.current();
    return walkPath(start.lookup(head), rest, steps.join("."));
  }

  #partial(scope: Scope, name: string, variables: Named): string {
    const { depth } = this.#current();
    const file = this.#partials.get(name);
    // The rewriter has refused names of partials that are not there.
    if (file === undefined) throw new Error(`a partial that is not there: ${name}`);
    if (depth.includes(name)) {
      const ring = [...depth.slice(depth.indexOf(name)), name].join(" → ");
      throw new TemplateError(FINDINGS.TRC3208, {
        message: text(`Вставка «${name}» вызывает саму себя: ${ring}`, `The partial “${name}” calls itself: ${ring}`),
        hints: text("Уберите один из вызовов", "Take one of the calls out"),
      });
    }
    const { render, diagnostics } = this.#compile(file);
    if (render === undefined) throw new FaultyPartial(diagnostics);
    depth.push(name);
    const rendered = render(new Scope(new Map(Object.entries(variables)), scope));
    depth.pop();
    return rendered;
  }
}

function placeIn({ path }: TemplateFile, [line, column, toLine, toColumn]: MadePlace): Place {
  return { file: path, start: { line, column }, end: { line: toLine, column: toColumn } };
}

function each(scope: Scope, list: unknown, options: CallOptions, meter: Meter): string {
  if (list === null || list === undefined) return options.inverse(scope);
  if (!Array.isArray(list))
    throw new TemplateError(FINDINGS.TRC3214, {
      message: text("{{#each}} идёт только по списку", "{{#each}} goes over a list only"),
      hints: text("Передайте свойство-список", "Give it a property that is a list"),
    });
  if (list.length === 0) return options.inverse(scope);
  const item = (value: unknown, index: number): string => {
    const variables = new Map<string, unknown>([
      ["@index", index],
      ["@number", index + 1],
      ["@first", index === 0],
      ["@last", index === list.length - 1],
    ]);
    return meter.step(options.fn(new Scope(variables, scope, value === undefined ? null : value)));
  };
  return list.map(item).join("");
}

function named(hash: Hash): Named {
  return Object.fromEntries(Object.entries(hash).filter(([name]) => !name.startsWith("__")));
}
