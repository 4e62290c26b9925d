import { type DocumentSymbol, SymbolKind } from "vscode-languageserver-protocol/node";
import { isMap, isScalar, isSeq, parseDocument } from "yaml";
import { positionsOf } from "../../base/diagnostics/index.ts";
import { rangeOf } from "./locations.ts";

/** Deeper than any record. */
const DEEPEST = 12;

/** What a record consists of, for the outline of an editor. */
export function symbols(source: string): DocumentSymbol[] {
  const at = positionsOf(source);
  const range = (from: number, to: number) => rangeOf({ start: at(from), end: at(Math.max(from, to)) });
  const of = (node: unknown, depth: number): DocumentSymbol[] => {
    if (depth > DEEPEST) return [];
    if (isSeq(node))
      return node.items.flatMap((item, index) => {
        const place = (item as { range?: [number, number, number] } | null)?.range;
        if (place == null) return [];
        const own = range(place[0], place[1]);
        const words = isScalar(item) ? String(item.value).slice(0, 60) : "";
        return [
          {
            name: words || `${index + 1}`,
            kind: SymbolKind.Object,
            range: own,
            selectionRange: own,
            children: of(item, depth + 1),
          },
        ];
      });
    if (!isMap(node)) return [];
    return node.items.flatMap(({ key, value }) => {
      const [from, to] = (isScalar(key) ? key.range : null) ?? [];
      if (from === undefined || to === undefined || !isScalar(key)) return [];
      const end = (value as { range?: [number, number, number] } | null)?.range?.[1] ?? to;
      const detail = isScalar(value) ? String(value.value ?? "").slice(0, 80) : "";
      const kind = isSeq(value) ? SymbolKind.Array : isMap(value) ? SymbolKind.Object : SymbolKind.Property;
      return [
        {
          name: String(key.value) || "?",
          detail,
          kind,
          range: range(from, end),
          selectionRange: range(from, to),
          children: of(value, depth + 1),
        },
      ];
    });
  };
  try {
    const { contents } = parseDocument(source, { logLevel: "silent", uniqueKeys: false, prettyErrors: false });
    return of(contents, 0);
  } catch {
    // The parser recurses: what nests too deep has no outline, and its finding says so.
    return [];
  }
}
