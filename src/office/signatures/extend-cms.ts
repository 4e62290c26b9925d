import type { BaseBlock, Constructed } from "asn1js";
import { CMS } from "./read-cms.ts";

/** What is added to a signature that exists; nothing of it is signed, so the signature goes on holding. */
export type Extension = {
  /** DER of time stamps, by the number of the signer from 0. */
  readonly stamps?: readonly (readonly [signer: number, stamp: Uint8Array])[];
  /** DER of certificates and of lists of revoked ones, by which it can be verified in decades. */
  readonly certificates?: readonly Uint8Array[];
  readonly lists?: readonly Uint8Array[];
};

/**
 * The same signature with time stamps (CAdES-T) and with the certificates and lists by which it is judged (CAdES-LT), in DER; what it has already
 * is not added again. The bytes of everything signed stay as they are.
 * @see ETSI EN 319 122-1, clauses 5.3, 6.3; RFC 5652, clause 5.1
 */
export async function extendCms(
  der: Uint8Array,
  { stamps = [], certificates = [], lists = [] }: Extension,
): Promise<Uint8Array> {
  const asn1js = await import("asn1js");
  const parse = (bytes: Uint8Array): BaseBlock => asn1js.fromBER(Uint8Array.from(bytes).buffer).result as BaseBlock;
  const outer = parse(der);
  const signedData = membersOf(membersOf(outer)[1])[0];
  const members = membersOf(signedData);
  const tagged = (number: number): BaseBlock[] => {
    const isSame = ({ idBlock }: BaseBlock): boolean => idBlock.tagClass === 3 && idBlock.tagNumber === number;
    const found = members.find(isSame);
    if (found !== undefined) return membersOf(found);
    const made = new asn1js.Constructed({ idBlock: { tagClass: 3, tagNumber: number }, value: [] });
    // Certificates stand before lists, and both before the signers, who come last.
    const at = number === 0 ? 3 : members.length - 1;
    members.splice(at, 0, made);
    return membersOf(made);
  };
  const add = (number: number, blocks: readonly Uint8Array[]): void => {
    if (blocks.length === 0) return;
    const kept = tagged(number);
    const known = new Set(kept.map((one) => hexOf(one)));
    for (const block of blocks.map(parse)) {
      if (!known.has(hexOf(block))) kept.push(block);
      known.add(hexOf(block));
    }
  };
  add(0, certificates);
  add(1, lists);
  const signers = membersOf(members.at(-1));
  for (const [index, stamp] of stamps) {
    const signer = membersOf(signers[index]);
    const last = signer.at(-1);
    const attribute = new asn1js.Sequence({
      value: [
        new asn1js.ObjectIdentifier({ value: CMS.signatureTimeStamp }),
        new asn1js.Set({ value: [parse(stamp)] as never }),
      ],
    });
    if (last?.idBlock.tagClass === 3 && last.idBlock.tagNumber === 1) membersOf(last).push(attribute as BaseBlock);
    else
      signer.push(
        new asn1js.Constructed({ idBlock: { tagClass: 3, tagNumber: 1 }, value: [attribute] }) as unknown as BaseBlock,
      );
  }
  return new Uint8Array(outer.toBER());
}

/** The members of a constructed block, which are changed in place; none of a primitive one. */
function membersOf(block: BaseBlock | undefined): BaseBlock[] {
  const value = (block as Constructed | undefined)?.valueBlock.value as BaseBlock[] | undefined;
  return value ?? [];
}

function hexOf(block: BaseBlock): string {
  return Buffer.from(block.toBER()).toString("hex");
}
