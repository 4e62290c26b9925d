import { text } from "../../base/diagnostics/index.ts";
import { command, WrongUsage } from "../command.ts";
import { EXIT } from "../exit-codes.ts";
import { JSON_REPORT } from "../options.ts";
import { joined } from "../output.ts";
import { EVIDENCE, SIGNER, withSigner } from "../signer.ts";
import { now } from "../today.ts";

/** `trc sign`: writes a detached signature, or the signed PDF, beside each file. */
export const SIGN = command({
  name: "sign",
  ...text(
    "подписать файлы: отсоединённая подпись .sig рядом с каждым, для PDF можно и внутри",
    "sign files: a detached signature .sig beside each; a PDF inside as well",
  ),
  operands: [{ name: text("<файл...>", "<file...>"), ...text("что подписать", "what to sign") }],
  options: {
    ...SIGNER,
    inside: text(
      "подпись внутри PDF (PAdES): подписанный файл рядом, исходный остаётся как был",
      "a signature inside the PDF (PAdES): the signed file beside it, the other stays as it was",
    ),
    ...EVIDENCE,
    json: JSON_REPORT,
  },
  run: (files, { chain = [], crl = [], json: _json, inside = false, signingTime, ...key }) =>
    // A signature of the baseline says when it was made (EN 319 122-1, 6.3); inside a PDF that stands in its field.
    withSigner(inside ? key : { ...key, signingTime: signingTime ?? now() }, async (signer) => {
      if (signer === null)
        throw new WrongUsage(
          text(
            "Чем подписать? Укажите --key с --cert, --p12 или --signer.",
            "Sign with what? Name --key with --cert, --p12 or --signer.",
          ),
        );
      const { signFiles } = await import("../../office/signatures/index.ts");
      const { diagnostics, signed } = await signFiles({
        files,
        signer,
        inside: inside ? (signingTime ?? now()) : undefined,
        certificates: chain,
        lists: crl,
      });
      return {
        diagnostics,
        json: signed,
        lines: signed.map(({ signature, holder }) => joined([signature, ...(holder === null ? [] : [`: ${holder}`])])),
        code: diagnostics.length > 0 ? EXIT.findings : EXIT.done,
      };
    }),
});
