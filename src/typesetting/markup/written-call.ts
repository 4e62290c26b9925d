import type { TemplateFile } from "../kinds/index.ts";

/** What a template prints, as it can stand in a question: `record.due`, `(eq a b)`. */
export function writtenCall({ source }: TemplateFile, node: hbs.AST.MustacheStatement): string {
  if (node.params.length === 0 && (node.hash?.pairs.length ?? 0) === 0) return pathOf(node);
  const { start, end } = node.loc;
  const line =
    start.line === end.line ? (source.split("\n")[start.line - 1] ?? "").slice(start.column, end.column) : "";
  const call = line.replace(/^\{\{~?\s*|\s*~?\}\}$/g, "");
  return `(${call === "" ? pathOf(node) : call})`;
}

/** What a call names, as it is written: `record.date`. */
export function pathOf(node: hbs.AST.MustacheStatement): string {
  return (node.path as hbs.AST.PathExpression).original ?? "";
}
