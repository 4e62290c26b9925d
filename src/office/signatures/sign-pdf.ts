import { text } from "../../base/diagnostics/index.ts";
import { foreign, PdfUpdate, refIn, withEntry, withItem } from "./pdf-update.ts";
import { readSignature } from "./read-cms.ts";
import { SignerFault } from "./signer-fault.ts";
import type { Signer } from "./signers.ts";

/** Bytes kept for a signature with its certificates and time stamp. */
const ROOM = 24 * 1024;
const RANGE = "[0 0000000000 0000000000 0000000000]";

/**
 * A PDF of trc with a signature inside (PAdES B-B; with a stamping signer B-T): a field without a place on the page, which those who listen hear by
 * its description; what was there before stays to the byte.
 * @param time claimed moment of signing, ISO
 * @see ETSI EN 319 142-1, clauses 4.2, 6.3; ISO 32000-1, 12.8; ISO 14289-1, 7.18.4
 * @throws ForeignPdf when the file is not made by trc; SignerFault when the signature does not fit
 */
export async function signPdf(pdf: Uint8Array, signer: Signer, time: string): Promise<Uint8Array> {
  const update = new PdfUpdate(pdf);
  const moment = time.replace(/\D/g, "").slice(0, 14);
  const signature = update.add(
    `<<\n/Type /Sig\n/Filter /Adobe.PPKLite\n/SubFilter /ETSI.CAdES.detached\n/M (D:${moment}Z)\n/ByteRange ${RANGE}\n/Contents <${"0".repeat(ROOM * 2)}>\n>>`,
  );
  addField(update, signature, signer.certificate?.holder ?? null);
  const bytes = update.write();
  const start = bytes.lastIndexOf("/Contents <") + "/Contents ".length;
  const end = start + ROOM * 2 + 2;
  const numbers = [start, end, bytes.length - end].map((one) => String(one).padStart(10, "0"));
  bytes.write(`[0 ${numbers.join(" ")}]`, bytes.lastIndexOf(RANGE), "latin1");
  const cms = await signer.sign(Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)]));
  if (cms.length > ROOM)
    throw new SignerFault(
      text("подпись с сертификатами больше 24 КБ", "the signature with its certificates is over 24 KB"),
    );
  if ((await readSignature(cms)).signers.some(({ signingTime }) => signingTime !== null))
    throw new SignerFault(
      text(
        "программа подписи ставит время в саму подпись, а внутри PDF его ставят в поле подписи",
        "the signing program puts the time into the signature; inside a PDF it stands in the signature's field",
      ),
    );
  bytes.write(Buffer.from(cms).toString("hex"), start + 1, "latin1");
  return bytes;
}

/**
 * The field on the first page and in the form. The first signature's stands in the tree of what is read; a later one may not change that tree, which is
 * signed, so its field lies outside of the page, where none is read.
 */
function addField(update: PdfUpdate, signature: number, holder: string | null): void {
  const catalog = update.object(update.root);
  const pages = update.object(refIn(catalog, "Pages"));
  const page = Number(/\/Kids \[(\d+) 0 R/.exec(pages)?.[1] ?? foreign());
  const form = /\/AcroForm (\d+) 0 R/.exec(catalog)?.[1];
  const count = form === undefined ? 0 : [...update.object(Number(form)).matchAll(/\d+ 0 R/g)].length;
  const said = utf16(holder === null ? WORDS.signature : `${WORDS.signature}: ${holder}`);
  const field = update.reserve();
  const place =
    form === undefined ? `[0 0 0 0]\n/StructParent ${addElement(update, { field, page, said })}` : "[-1 -1 -1 -1]";
  update.set(
    field,
    [
      "<<\n/Type /Annot\n/Subtype /Widget\n/FT /Sig",
      `/T (Signature${count + 1})\n/TU ${said}\n/V ${signature} 0 R\n/P ${page} 0 R\n/Rect ${place}\n/F 132\n>>`,
    ].join("\n"),
  );
  update.set(page, withItem(update.object(page), "Annots", `${field} 0 R`));
  if (form === undefined) {
    const made = update.add(`<<\n/Fields [${field} 0 R]\n/SigFlags 3\n>>`);
    update.set(update.root, withEntry(catalog, "AcroForm", `${made} 0 R`));
  } else update.set(Number(form), withItem(update.object(Number(form)), "Fields", `${field} 0 R`));
}

type Field = { readonly field: number; readonly page: number; readonly said: string };

/** Adds the element of a field to the tree of what is read; gives the key by which the field finds it. */
function addElement(update: PdfUpdate, { field, page, said }: Field): number {
  const tree = refIn(update.object(update.root), "StructTreeRoot");
  const [, key = foreign()] = /\/ParentTreeNextKey (\d+)/.exec(update.object(tree)) ?? [];
  const top = Number(/\n\/K \[(\d+) 0 R\]/.exec(update.object(tree))?.[1] ?? foreign());
  const element = update.add(
    `<<\n/S /Form\n/P ${top} 0 R\n/Alt ${said}\n/K [<<\n/Type /OBJR\n/Obj ${field} 0 R\n/Pg ${page} 0 R\n>>]\n/Pg ${page} 0 R\n>>`,
  );
  update.set(top, withItem(update.object(top), "K", `${element} 0 R`));
  update.set(tree, withParent(update.object(tree), Number(key), element));
  return Number(key);
}

/** The root of the structure with the element in the tree by which an annotation finds it. */
function withParent(body: string, key: number, element: number): string {
  const changed = body
    .replace(/\/Limits \[(\d+) \d+\]/, `/Limits [$1 ${key}]`)
    .replace(/\n\]\n>>\n\/ParentTreeNextKey \d+/, `\n    ${key} ${element} 0 R\n]\n>>\n/ParentTreeNextKey ${key + 1}`);
  return changed.includes(`/ParentTreeNextKey ${key + 1}`) ? changed : foreign();
}

/**
 * The signed file with what it will be verified by in decades (PAdES B-LT): certificates and lists of revoked ones, appended after the signature.
 * @param evidence DER @see ETSI EN 319 142-1, clause 5.4
 */
export function withEvidence(
  pdf: Uint8Array,
  { certificates, lists }: { readonly certificates: readonly Uint8Array[]; readonly lists: readonly Uint8Array[] },
): Uint8Array {
  if (certificates.length + lists.length === 0) return pdf;
  const update = new PdfUpdate(pdf);
  const refs = (all: readonly Uint8Array[]): string =>
    all
      .map((der) => {
        const head = Buffer.from(`<<\n/Length ${der.length}\n>>\nstream\n`);
        return `${update.add(Buffer.concat([head, der, Buffer.from("\nendstream")]))} 0 R`;
      })
      .join(" ");
  const catalog = update.object(update.root);
  const kept = /\/DSS (\d+) 0 R/.exec(catalog)?.[1];
  const store = kept === undefined ? "<<\n/Type /DSS\n>>" : update.object(Number(kept));
  const whole = withItem(withItem(store, "Certs", refs(certificates)), "CRLs", refs(lists));
  if (kept !== undefined) update.set(Number(kept), whole);
  else update.set(update.root, withEntry(catalog, "DSS", `${update.add(whole)} 0 R`));
  return update.write();
}

/** The documents are Russian. */
const WORDS = { signature: "Электронная подпись" };

function utf16(words: string): string {
  return `<FEFF${Buffer.from(words, "utf16le").swap16().toString("hex").toUpperCase()}>`;
}
