import { folded, numericDate } from "../../base/text/index.ts";
import type { Block, DocumentModel, Inlines, SignatureBlock } from "../../paperwork/document/index.ts";
import { type Laid, writeOther } from "../../project/pipeline/index.ts";
import type { Certificate } from "../signatures/index.ts";

/**
 * The copy to print, with the visible mark of each signature in place of the handwritten one. A signer whose surname stands in a signature
 * line has the mark there; the mark of another stands at the end of the body. Of the certificate it shows what the standard asks for and no more.
 *
 * @see ГОСТ Р 7.0.97-2016, п. 5.23; the mark shows a signature and is none, so the signed original never has it
 */
export function stampedPdf(laid: Laid, certificates: readonly Certificate[]): Promise<Uint8Array> {
  const { marks } = laid.input.flow.profile;
  const { model } = laid.rendered;
  const left = [...certificates];
  const blocks = model.body.blocks.map((block): Block => {
    if (block.type !== "signature") return block;
    const index = left.findIndex((certificate) => signs(certificate, block));
    const [own] = index === -1 ? [] : left.splice(index, 1);
    return own === undefined ? block : { ...block, seal: false, mark: markLines(own, marks) };
  });
  const others = left.map(
    (certificate): SignatureBlock => ({
      type: "signature",
      post: [],
      name: [{ type: "text", text: shortName(certificate.holder) }],
      seal: false,
      mark: markLines(certificate, marks),
    }),
  );
  const stamped: DocumentModel = { ...model, body: { ...model.body, blocks: [...blocks, ...others] } };
  return writeOther(laid, stamped, "pdf");
}

/** The surname of the certificate's holder stands in the signature line. */
function signs({ holder }: Certificate, { name, mark }: SignatureBlock): boolean {
  const surname = folded(holder.split(" ")[0] ?? "");
  const line = folded(name.map((inline) => (inline.type === "text" ? inline.text : "")).join(""));
  return mark === undefined && surname !== "" && line.split(/[\s.\u00a0]+/).includes(surname);
}

type Marks = Laid["input"]["flow"]["profile"]["marks"];

function markLines(certificate: Certificate, marks: Marks): Inlines[] {
  const values: { readonly [name: string]: string } = {
    serial: certificate.serial,
    holder: certificate.holder,
    from: numericDate(certificate.validFrom),
    to: numericDate(certificate.validTo),
  };
  return [marks.signed, marks.certificate, marks.holder, marks.term].map((line) => [
    { type: "text", text: line.replace(/\{(\w+)\}/g, (all, name: string) => values[name] ?? all) },
  ]);
}

/** «Иванова Мария Петровна» → «М.П. Иванова». */
function shortName(holder: string): string {
  const [surname = "", ...given] = holder.split(" ");
  const initials = given.map((name) => `${name.slice(0, 1)}.`).join("");
  return initials === "" ? surname : `${initials}\u00a0${surname}`;
}
