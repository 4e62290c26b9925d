/** What a value has to look like to be of its generated type. `date` is text of the form `2025-09-05`. */
export type Shape =
  | "string"
  | "date"
  | "number"
  | "boolean"
  | "object"
  | { readonly values: readonly unknown[] }
  | { readonly items: Shape }
  | { readonly properties: { readonly [name: string]: Shape } }
  | { readonly each: Shape }
  | { readonly anyOf: readonly Shape[] };
