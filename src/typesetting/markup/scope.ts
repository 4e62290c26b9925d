import { type Diagnostic, meantOrKnown, type Place, type Text, text } from "../../base/diagnostics/index.ts";
import { FINDINGS } from "./findings.ts";
import { TemplateError } from "./template-error.ts";

/**
 * What names mean at one point of a template: variables (`record`, those of `let`, parameters of a partial) and, inside
 * `each` and `with`, the properties of the current thing. Inner names hide outer ones; a name found nowhere is an error.
 */
export class Scope {
  readonly self: unknown;
  readonly variables: ReadonlyMap<string, unknown>;
  readonly parent: Scope | null;

  constructor(variables: ReadonlyMap<string, unknown>, parent: Scope | null = null, self: unknown = undefined) {
    this.variables = variables;
    this.parent = parent;
    this.self = self;
  }

  /** Value of a name. @throws TemplateError TRC3210 */
  lookup(name: string): unknown {
    let looked = false;
    for (let scope: Scope | null = this; scope !== null; scope = scope.parent) {
      if (scope.variables.has(name)) return scope.variables.get(name);
      // Only the nearest current thing lends its properties: an outer one would answer for a misspelt inner name.
      if (!looked && scope.self !== undefined) {
        looked = true;
        if (hasProperty(scope.self, name)) return property(scope.self, name);
      }
    }
    throw unknownName(name, this.names());
  }

  /** The nearest current thing, `this` of a template. */
  current(): unknown {
    for (let scope: Scope | null = this; scope !== null; scope = scope.parent)
      if (scope.self !== undefined) return scope.self;
    throw new TemplateError(FINDINGS.TRC3210, {
      message: text("Здесь нет текущего значения (this)", "There is no current value (this) here"),
      hints: text("this есть только внутри {{#each}} и {{#with}}", "this is there only inside {{#each}} and {{#with}}"),
    });
  }

  names(): string[] {
    const own = typeof this.self === "object" && this.self !== null ? Object.keys(this.self) : [];
    return [...own, ...this.variables.keys(), ...(this.parent?.names() ?? [])];
  }
}

/** Steps into a value by property names. Null on the way is an error: the template must ask before. @throws TemplateError TRC3210, TRC3211 */
export function walkPath(start: unknown, steps: readonly string[], path: string): unknown {
  let value = start;
  for (const step of steps) {
    if (value === null || value === undefined) {
      throw new TemplateError(FINDINGS.TRC3211, {
        message: text(
          `Значение «${path}» не взять: часть до «${step}» не заполнена`,
          `The value “${path}” cannot be had: the part before “${step}” is not filled in`,
        ),
        hints: fillOrAsk(path.split(".").slice(0, path.split(".").lastIndexOf(step)).join(".") || path),
      });
    }
    if (!hasProperty(value, step)) throw unknownName(step, typeof value === "object" ? Object.keys(value) : []);
    value = property(value, step);
  }
  return value;
}

/** Only own properties count: nothing inherited can be reached from a template. */
function hasProperty(value: unknown, name: string): boolean {
  if (typeof value !== "object" || value === null) return false;
  return Object.hasOwn(value, name);
}

function property(value: unknown, name: string): unknown {
  return (value as { readonly [name: string]: unknown })[name];
}

/** How to correct a value that is not there: fill it in, or let the template ask. */
export function fillOrAsk(path: string): Text {
  return text(
    `Заполните свойство в записи или проверьте его в шаблоне: {{#if ${path}}} … {{/if}}`,
    `Fill in the property in the record, or ask in the template: {{#if ${path}}} … {{/if}}`,
  );
}

function unknownName(name: string, known: readonly string[]): TemplateError {
  return new TemplateError(FINDINGS.TRC3210, {
    message: text(`Неизвестное имя «${name}»`, `Unknown name “${name}”`),
    hints: nameHints(name, known),
  });
}

/** A name in a branch that no record has reached yet. Code TRC3210. */
export function misspeltName(name: string, known: readonly string[], place: Place): Diagnostic {
  return unknownName(name, known).diagnostic(place);
}

/** The name that was probably meant, or those there are. */
export function nameHints(name: string, known: readonly string[]): Text {
  const names = [...new Set(known)].filter((one) => !one.startsWith("@") || name.startsWith("@"));
  return names.length === 0
    ? text("У этого значения нет свойств", "This value has no properties")
    : meantOrKnown(name, names);
}
