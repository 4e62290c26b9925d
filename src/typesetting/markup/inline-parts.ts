import type { PhrasingContent } from "mdast";
import { didYouMean, suggest, type Text } from "../../base/diagnostics/index.ts";
import type { CheckBoxInline, Inline } from "../../paperwork/document/index.ts";
import { splitUnconfirmed } from "./tokens.ts";

/** What of the inline directives a name may have meant. */
export function inlineNear(name: string): Text[] {
  const near = suggest(name, ["ref", "annex", "id", "blank", "box", "br"], 1);
  return near.length === 0 ? [] : [didYouMean(near)];
}

/** The address of a link to a site or a mailbox as files hold it; null: it leads elsewhere. */
export function linkAddress(written: string): string | null {
  if (!URL.canParse(written)) return null;
  const { protocol, hostname, username, pathname, href } = new URL(written);
  if (protocol === "mailto:") return /^[^@\s]+@[^@\s]+$/.test(pathname) ? href : null;
  return /^https?:$/.test(protocol) && hostname !== "" && username === "" ? href : null;
}

/** The check box that is so marked in the brackets: nothing, or x, Latin or Cyrillic; null: something else stands there. */
export function checkBoxOf(mark: string): CheckBoxInline | null {
  return /^ ?$/.test(mark)
    ? { type: "check-box", checked: false }
    : /^[xх]$/i.test(mark)
      ? { type: "check-box", checked: true }
      : null;
}

/** Text of a label made of plain text only. */
export function plain(nodes: readonly PhrasingContent[]): string {
  return nodes
    .map((node) =>
      node.type === "text" ? node.value : "children" in node ? plain(node.children as PhrasingContent[]) : "",
    )
    .join("");
}

/** A value as inlines; forms to be confirmed keep their mark. */
export function valueInlines(text: string): Inline[] {
  return splitUnconfirmed(text).map(
    (piece): Inline =>
      piece.unconfirmed
        ? { type: "unconfirmed", children: [{ type: "text", text: piece.text }] }
        : { type: "text", text: piece.text },
  );
}

/** Neighbouring texts become one; empty ones go, and so do spaces around a forced line break: those that never end a line are meant. */
export function joined(inlines: readonly Inline[]): Inline[] {
  const result: Inline[] = [];
  for (const inline of inlines) {
    const last = result.at(-1);
    if (inline.type === "text") {
      const text = last?.type === "break" ? inline.text.replace(/^ +/, "") : inline.text;
      if (last?.type === "text") result[result.length - 1] = { type: "text", text: last.text + text };
      else if (text !== "") result.push({ type: "text", text });
      continue;
    }
    if (last?.type === "text" && (inline.type === "break" || inline.type === "footnote")) {
      result.pop();
      // The mark of a footnote stands at its word.
      const text = inline.type === "break" ? last.text.replace(/ +$/, "") : last.text.trimEnd();
      if (text !== "") result.push({ type: "text", text });
    }
    result.push(inline);
  }
  return result;
}

/** Literal spaces at the ends of a paragraph are the template's layout; Markdown keeps them after a directive. */
export function trimmed(inlines: readonly Inline[]): Inline[] {
  const first = inlines[0];
  if (first?.type === "text" && first.text.startsWith(" ") && inlines.length > 1 && first.text.trim() === "")
    return trimmed(inlines.slice(1));
  if (first?.type === "text" && first.text.startsWith(" "))
    return [{ type: "text", text: first.text.replace(/^ +/, "") }, ...inlines.slice(1)];
  return [...inlines];
}
