import { getDocument, OPS, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";
import { type PdfDictionary, PdfObjects, type PdfValue, Ref } from "./pdf-objects.ts";

/** An element of the structure of a PDF, as a program that reads it aloud finds it. */
export type PdfTag = {
  readonly role: string;
  /** Words in place of what it holds. */
  readonly alt?: string;
  /** Attributes of tables and lists: Scope, ColSpan, RowSpan, ListNumbering. */
  readonly attributes: { readonly [name: string]: PdfValue };
  readonly children: readonly (PdfTag | string)[];
};

/** A bookmark with those under it. */
export type Bookmark = { readonly title: string; readonly items: readonly Bookmark[] };

/** The structure of a file, its title, language and bookmarks. */
export type TaggedPdf = {
  readonly title: string;
  readonly language: string;
  readonly root: PdfTag;
  readonly bookmarks: readonly Bookmark[];
};

/** Reads the tags of a PDF out of its objects, and their words by another reader. */
export async function pdfTags(bytes: Uint8Array): Promise<TaggedPdf> {
  const objects = new PdfObjects(bytes);
  const catalog = objects.dictionary(objects.trailer.Root);
  const words = await wordsByMark(bytes);
  const element = (value: PdfValue, page: PdfValue | undefined): PdfTag | string => {
    const found = objects.at(value);
    if (typeof found === "number") return words.get(markId(page, found)) ?? "";
    const dictionary = objects.dictionary(value);
    if (dictionary.Type === "MCR") return words.get(markId(dictionary.Pg ?? page, Number(dictionary.MCID))) ?? "";
    if (dictionary.Type === "OBJR") {
      const { Annots } = objects.dictionary(dictionary.Pg);
      if (
        !objects
          .list(Annots)
          .some((one) => one instanceof Ref && JSON.stringify(one) === JSON.stringify(dictionary.Obj))
      )
        throw new Error("an element says of an annotation that it is on another page");
      return "";
    }
    const own = dictionary.Pg ?? page;
    return {
      role: String(dictionary.S),
      ...(dictionary.Alt === undefined ? {} : { alt: String(dictionary.Alt) }),
      attributes: Object.assign({}, ...objects.list(dictionary.A).map((one) => objects.dictionary(one))),
      children: objects.list(dictionary.K).map((child) => element(child, own)),
    };
  };
  const [top] = objects.list(objects.dictionary(catalog.StructTreeRoot).K);
  return {
    title: String(objects.at(objects.dictionary(objects.trailer.Info).Title)),
    language: String(catalog.Lang),
    root: element(top ?? null, undefined) as PdfTag,
    bookmarks: bookmarksOf(objects, objects.dictionary(catalog.Outlines)),
  };
}

function bookmarksOf(objects: PdfObjects, parent: PdfDictionary): Bookmark[] {
  const items: Bookmark[] = [];
  for (let next = parent.First; next !== undefined; next = objects.dictionary(next).Next) {
    const item = objects.dictionary(next);
    items.push({ title: String(item.Title), items: bookmarksOf(objects, item) });
  }
  return items;
}

/** Elements of the given roles in the order of reading. */
export function tagsOf(tag: PdfTag, role: RegExp): PdfTag[] {
  const inside = tag.children.flatMap((child) => (typeof child === "string" ? [] : tagsOf(child, role)));
  return role.test(tag.role) ? [tag, ...inside] : inside;
}

/** All words of an element, in order. */
export function tagText(tag: PdfTag): string {
  // A field says what it is for: «[место для подписи]», a check box whether it is marked: «[не отмечено]».
  if (tag.role === "Form" || (tag.role === "Span" && tag.alt !== undefined)) return `[${tag.alt ?? "БЕЗ ОПИСАНИЯ"}]`;
  const words = tag.children.map((child) => (typeof child === "string" ? child : tagText(child))).join("\0");
  return (
    words
      // The reader of words gives no spaces at the ends of a part: what is written without one is known by its signs.
      .replace(/(?<=[(«])\0|\0(?=[).,;:»])/g, "")
      .replaceAll("\0", " ")
      .replace(/\u00ad\s*/g, "")
      .replace(/\s+/g, " ")
      .trim()
  );
}

function markId(page: PdfValue | undefined, number: number): string {
  return `p${page instanceof Ref ? page.number : "?"}R_mc${number}`;
}

type Glyph = { readonly unicode?: string };
type Open = { readonly tag: unknown; readonly id: string | null };

/** Words of each piece of marked content, glyph by glyph as they are painted, spaces too; the hyphen of a divided word is an optional one. */
async function wordsByMark(bytes: Uint8Array): Promise<Map<string, string>> {
  const document = await getDocument({
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    useSystemFonts: false,
  }).promise;
  const words = new Map<string, string>();
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { fnArray, argsArray } = await page.getOperatorList();
    const open: Open[] = [];
    for (const [index, operator] of fnArray.entries()) {
      const [first, second] = (argsArray[index] ?? []) as readonly unknown[];
      if (operator === OPS.beginMarkedContent) open.push({ tag: first, id: null });
      else if (operator === OPS.beginMarkedContentProps)
        open.push({ tag: first, id: typeof second === "number" ? `p${page.ref?.num}R_mc${second}` : null });
      else if (operator === OPS.endMarkedContent) open.pop();
      else if (operator === OPS.showText) {
        const id = open.findLast((one) => one.id !== null)?.id;
        const shown = (first as readonly (Glyph | number)[]).map((one) => (typeof one === "number" ? "" : one.unicode));
        const text = shown.join("");
        if (id != null)
          words.set(id, (words.get(id) ?? "") + (open.at(-1)?.tag === "Span" && text === "-" ? "\u00ad" : text));
      }
    }
  }
  await document.loadingTask.destroy();
  return words;
}
