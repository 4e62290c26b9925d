import { getDocument, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";

type Item = {
  readonly type?: string;
  readonly tag?: string;
  readonly str?: string;
  readonly hasEOL?: boolean;
  readonly transform?: readonly number[];
};

/** Lines of every page as an independent reader extracts them; artifacts (page numbers, repeated heads) are marked. */
export type PdfLine = { readonly text: string; readonly artifact: boolean };

export async function pdfPages(bytes: Uint8Array): Promise<PdfLine[][]> {
  const document = await getDocument({
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    useSystemFonts: false,
  }).promise;
  const pages: PdfLine[][] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
    pages.push(linesOf(items as readonly Item[]));
  }
  await document.loadingTask.destroy();
  return pages;
}

function linesOf(items: readonly Item[]): PdfLine[] {
  const lines: { text: string; artifact: boolean; y: number | null }[] = [];
  const stack: string[] = [];
  for (const item of items) {
    if (item.type?.startsWith("beginMarkedContent")) stack.push(item.tag ?? "");
    else if (item.type === "endMarkedContent") stack.pop();
    else if (item.str !== undefined) {
      const artifact = stack.includes("Artifact");
      // The reader knows no replacement texts; that of a hyphen that divides a word is an optional hyphen.
      const str = stack.at(-1) === "Span" && item.str === "-" ? "\u00ad" : item.str;
      const y = item.transform?.[5] ?? null;
      const last = lines.at(-1);
      if (last !== undefined && last.artifact === artifact && last.y !== null && y !== null && Math.abs(last.y - y) < 2)
        last.text += str;
      else lines.push({ text: str, artifact, y });
    }
  }
  return lines.filter(({ text }) => text.trim() !== "").map(({ text, artifact }) => ({ text, artifact }));
}

/** All that a reader extracts, artifacts too, line after line. */
export async function pdfText(bytes: Uint8Array): Promise<string> {
  const pages = await pdfPages(bytes);
  return pages
    .flat()
    .map(({ text }) => text)
    .join(" ");
}

/** Words of the document without its artifacts, in reading order. */
export async function pdfWords(bytes: Uint8Array): Promise<string[]> {
  const pages = await pdfPages(bytes);
  return words(
    pages
      .flat()
      .filter(({ artifact }) => !artifact)
      .map(({ text }) => text)
      .join(" "),
  );
}

/** Words of a text, those that are divided at the end of a line as one. */
export function words(text: string): string[] {
  return text
    .replace(/\u00ad\s*/g, "")
    .split(/[\s\u00a0\u202f]+/u)
    .filter((word) => word !== "");
}
