/** Where the library passes on what it writes. */
export type Gatherable = {
  _offset: number;
  _write(data: string | Uint8Array): void;
  addContent(operators: string): unknown;
  endPageMarkings(page: Page): unknown;
  push(chunk: unknown): boolean;
  read(): Uint8Array | null;
};
type Page = { write(content: string): unknown };

/**
 * The bytes of a file once it is ended. The library makes bytes of every line by itself and hands each of them to a stream, which takes
 * long: here lines are gathered, those of a page and those between its streams, and become bytes together.
 */
export function gather(document: Gatherable): Promise<Uint8Array> {
  // What stands before the first object is written when the document is made.
  const chunks = [document.read() ?? new Uint8Array()];
  let lines: string[] = [];
  document._write = (data) => {
    if (typeof data === "string") lines.push(data, "\n");
    else {
      chunks.push(Buffer.from(lines.join(""), "latin1"), data);
      lines = [];
    }
    document._offset += data.length + (typeof data === "string" ? 1 : 0);
  };
  let operators: string[] = [];
  document.addContent = (one) => operators.push(one);
  const { endPageMarkings } = document;
  document.endPageMarkings = (page) => {
    const markings = endPageMarkings.call(document, page);
    if (operators.length > 0) page.write(operators.join("\n"));
    operators = [];
    return markings;
  };
  return new Promise((resolve) => {
    document.push = (chunk) => {
      if (chunk === null) resolve(Buffer.concat([...chunks, Buffer.from(lines.join(""), "latin1")]));
      return chunk !== null;
    };
  });
}
