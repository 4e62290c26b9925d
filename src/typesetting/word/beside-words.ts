import type { Element } from "@xmldom/xmldom";
import { plain } from "./pieces.ts";
import type { WordFile } from "./word-file.ts";
import { attribute, childOf, isW, W } from "./xml.ts";

/** A comment in the margin: who, on which day (YYYY-MM-DD, or empty), about which words. */
export type Comment = {
  readonly author: string;
  readonly date: string;
  readonly quote: string;
  readonly text: string;
};

/** Something that stands in a paragraph. */
type In<Thing> = Thing & { readonly paragraph: Element };

/** Comments of a text whose changes are settled, in its order. @see ECMA-376, part 1, 17.13.4 */
export function commentsOf(file: WordFile): In<Comment>[] {
  const part = file.part(file.related("comments") ?? "");
  const said = new Map(
    [...(part?.getElementsByTagNameNS(W, "comment") ?? [])].map((one) => [attribute(one, "id"), one]),
  );
  const [open, quotes, found] = [new Map<string, string>(), new Map<string, string>(), [] as In<Comment>[]];
  let paragraph: Element | undefined;
  for (const one of file.document.getElementsByTagNameNS(W, "*")) {
    const id = attribute(one, "id");
    if (isW(one, "p")) paragraph = one;
    else if (isW(one, "t")) for (const [key, quote] of open) open.set(key, quote + one.textContent);
    else if (isW(one, "commentRangeStart")) open.set(id, "");
    else if (isW(one, "commentRangeEnd")) {
      quotes.set(id, plain(open.get(id) ?? "").trim());
      open.delete(id);
    } else if (isW(one, "commentReference") && paragraph !== undefined) {
      const comment = said.get(id);
      said.delete(id);
      if (comment === undefined) continue;
      const text = [...comment.getElementsByTagNameNS(W, "p")].map(lettersOf).join(" ").trim();
      const date = attribute(comment, "date").slice(0, 10);
      found.push({ paragraph, author: attribute(comment, "author"), date, quote: quotes.get(id) ?? "", text });
    }
  }
  return found;
}

const lettersOf = (element: Element): string =>
  [...element.getElementsByTagNameNS(W, "t")].map((one) => one.textContent).join("");

/** Smaller than this, in half-points, nobody reads it. */
const LEAST_SIZE = 8;

const WHITE = /^fffff[ef]$/i;

/** Words that are in a text and not to be seen as such: hidden, struck out, white or too small to read, by themselves or by their styles. */
export function hiddenWords(file: WordFile): In<{ readonly text: string }>[] {
  const styles = new Map(
    [...(file.part(file.related("styles") ?? "")?.getElementsByTagNameNS(W, "style") ?? [])].map((one) => [
      attribute(one, "styleId"),
      one,
    ]),
  );
  const looksOf = (style: string, seen: readonly string[] = []): Element[] => {
    const found = styles.get(style);
    if (found === undefined || seen.includes(style)) return [];
    const look = childOf(found, "rPr");
    const basis = attribute(childOf(found, "basedOn"), "val");
    return [...(look === undefined ? [] : [look]), ...looksOf(basis, [...seen, style])];
  };
  const isHidden = (run: Element, paragraph: Element): boolean => {
    const own = childOf(run, "rPr");
    const looks = [
      ...(own === undefined ? [] : [own]),
      ...looksOf(attribute(childOf(own, "rStyle"), "val")),
      ...looksOf(attribute(childOf(childOf(paragraph, "pPr"), "pStyle"), "val")),
    ];
    const first = (name: string): Element | undefined =>
      looks.map((look) => childOf(look, name)).find((one) => one !== undefined);
    const isOn = (name: string): boolean => {
      const found = first(name);
      return found !== undefined && !/^(?:0|false|off)$/.test(attribute(found, "val"));
    };
    if (["vanish", "strike", "dstrike"].some(isOn)) return true;
    const [size, colour] = [attribute(first("sz"), "val"), first("color")];
    const isWhite =
      WHITE.test(attribute(colour, "val")) || /^(?:background1|light1)$/.test(attribute(colour, "themeColor"));
    return (
      (isWhite && /^(?:|auto|fffff[ef])$/i.test(attribute(first("shd"), "fill"))) ||
      (size !== "" && Number(size) < LEAST_SIZE)
    );
  };
  const found: { paragraph: Element; text: string }[] = [];
  for (const paragraph of file.document.getElementsByTagNameNS(W, "p")) {
    const runs = [...paragraph.getElementsByTagNameNS(W, "r")].filter((run) => isHidden(run, paragraph));
    const text = plain(runs.map(lettersOf).join("")).trim();
    if (text !== "") found.push({ paragraph, text });
  }
  return found;
}
