import { text } from "../base/diagnostics/index.ts";
import { openSigner, type Signer, SignerFault } from "../office/signatures/index.ts";
import { type SignerFlags, signerFrom } from "./commands/signer-options.ts";
import { EXIT } from "./exit-codes.ts";
import type { Output } from "./output.ts";

/** Runs a command with the key that its options name; says plainly when that key does not do. Resolves to the exit code. */
export async function withSigner(
  flags: SignerFlags,
  output: Output,
  run: (signer: Signer | null) => Promise<number>,
): Promise<number> {
  try {
    return await run(await openSigner(signerFrom(flags)));
  } catch (error) {
    if (!(error instanceof SignerFault)) throw error;
    const { ru, en } = error.said;
    output.tell(text(`Подписать нельзя: ${ru}`, `It cannot be signed: ${en}`));
    return EXIT.findings;
  }
}
