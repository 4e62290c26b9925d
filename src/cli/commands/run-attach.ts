import { text } from "../../base/diagnostics/index.ts";
import { type Attached, attachSignatures } from "../../office/release/index.ts";
import { EXIT } from "../exit-codes.ts";
import type { Output } from "../output.ts";
import { today } from "../today.ts";

/** Options of `trc attach`, as they are typed. */
export type AttachCommandOptions = { readonly file?: string; readonly stamp: boolean; readonly json?: boolean };

/** `trc attach`: takes signatures into a bundle and reports whose they are. Resolves to the exit code. */
export async function attachCommand(
  [bundle = "", ...signatures]: readonly string[],
  options: AttachCommandOptions,
  output: Output,
): Promise<number> {
  const report = await attachSignatures({
    bundle,
    signatures,
    target: options.file ?? null,
    stamp: options.stamp,
    today: today(),
  });
  output.findings(report.diagnostics);
  if (options.json === true) output.json(report.attached);
  else for (const one of report.attached) output.data(describe(one, output));
  return report.diagnostics.length > 0 ? EXIT.findings : EXIT.done;
}

const STATES = {
  valid: text("верна", "is valid"),
  wrong: text("неверна", "is wrong"),
  unverified: text("НЕ ПРОВЕРЕНА", "is NOT VERIFIED"),
} as const;

function describe({ file, target, signers, stamped }: Attached, { say, day }: Output): string {
  const lines = signers.flatMap(({ certificate, state, reason, signatureAlgorithm, digestAlgorithm, signingTime }) => {
    const holder = certificate?.holder ?? say(text("без сертификата", "without a certificate"));
    const why = reason === null ? "" : ` – ${say(reason)}`;
    const [from, to] = [day(certificate?.validFrom ?? ""), day(certificate?.validTo ?? "")];
    const term =
      certificate === null ? "" : say(text(`, действует с ${from} по ${to}`, `, valid from ${from} to ${to}`));
    const serial = certificate?.serial ?? "–";
    return [
      `  ${holder}: ${say(text(`подпись ${STATES[state].ru}`, `the signature ${STATES[state].en}`))}${why}`,
      `    ${signatureAlgorithm}, ${digestAlgorithm}; ${say(text(`сертификат ${serial}`, `certificate ${serial}`))}${term}`,
      ...(signingTime === null
        ? []
        : [`    ${say(text(`заявленное время: ${signingTime}`, `claimed time: ${signingTime}`))}`]),
    ];
  });
  if (stamped !== null)
    lines.push(`  ${say(text(`экземпляр с отметкой: ${stamped}`, `copy with the mark: ${stamped}`))}`);
  return [target, `  ${say(text(`подпись: ${file}`, `signature: ${file}`))}`, ...lines, ""].join("\n");
}
