import { text } from "../../base/diagnostics/index.ts";
import { command, WrongUsage } from "../command.ts";
import { EXIT } from "../exit-codes.ts";
import { JSON_REPORT } from "../options.ts";
import { joined } from "../output.ts";
import { EVIDENCE, SIGNER, withSigner } from "../signer.ts";

/** `trc sign`: writes a detached signature beside each file. */
export const SIGN = command({
  name: "sign",
  ...text(
    "подписать файлы: отсоединённая подпись .sig рядом с каждым",
    "sign files: a detached signature .sig beside each",
  ),
  operands: [{ name: text("<файл...>", "<file...>"), ...text("что подписать", "what to sign") }],
  options: { ...SIGNER, ...EVIDENCE, json: JSON_REPORT },
  run: (files, { chain = [], crl = [], json: _json, ...key }) =>
    withSigner(key, async (signer) => {
      if (signer === null)
        throw new WrongUsage(
          text(
            "Чем подписать? Укажите --key с --cert, --p12 или --signer.",
            "Sign with what? Name --key with --cert, --p12 or --signer.",
          ),
        );
      const { signFiles } = await import("../../office/signatures/index.ts");
      const { diagnostics, signed } = await signFiles({ files, signer, certificates: chain, lists: crl });
      return {
        diagnostics,
        json: signed,
        lines: signed.map(({ signature, holder }) => joined([signature, ...(holder === null ? [] : [`: ${holder}`])])),
        code: diagnostics.length > 0 ? EXIT.findings : EXIT.done,
      };
    }),
});
