import { numericDate } from "../../base/text/index.ts";
import { type Attached, attachSignatures } from "../../office/release/index.ts";
import type { Streams } from "../command.ts";
import { EXIT } from "../exit-codes.ts";
import { today } from "../options.ts";
import { printFindings } from "../print-findings.ts";

export type AttachCommandOptions = { readonly file?: string; readonly stamp: boolean; readonly json?: boolean };

/** `trc attach`: takes signatures into a bundle and tells whose they are. Resolves to the exit code. */
export async function attachCommand(
  bundle: string,
  signatures: readonly string[],
  options: AttachCommandOptions,
  streams: Streams,
): Promise<number> {
  const { stdout } = streams;
  const report = await attachSignatures({
    bundle,
    signatures,
    target: options.file ?? null,
    stamp: options.stamp,
    today: today(),
  });
  printFindings(report.diagnostics, streams);
  if (options.json === true) stdout.write(`${JSON.stringify(report.attached.map(forMachines), null, 2)}\n`);
  else for (const one of report.attached) stdout.write(describe(one));
  return report.diagnostics.length > 0 ? EXIT.findings : EXIT.done;
}

const STATES = { valid: "верна", wrong: "неверна", unverified: "НЕ ПРОВЕРЕНА" } as const;

function describe({ file, target, signers, stamped }: Attached): string {
  const lines = signers.map(({ certificate, state, reason, signatureAlgorithm, digestAlgorithm, signingTime }) => {
    const term =
      certificate === null
        ? ""
        : `, действует с ${numericDate(certificate.validFrom)} по ${numericDate(certificate.validTo)}`;
    return [
      `  ${certificate?.holder ?? "без сертификата"}: подпись ${STATES[state]}${reason === null ? "" : ` – ${reason}`}`,
      `    ${signatureAlgorithm}, ${digestAlgorithm}; сертификат ${certificate?.serial ?? "–"}${term}`,
      ...(signingTime === null ? [] : [`    заявленное время: ${signingTime}`]),
    ].join("\n");
  });
  const copy = stamped === null ? "" : `  экземпляр с отметкой: ${stamped}\n`;
  return `${target}\n  подпись: ${file}\n${lines.join("\n")}\n${copy}`;
}

function forMachines(one: Attached): unknown {
  return {
    ...one,
    signers: one.signers.map(({ certificate, ...signer }) => {
      if (certificate === null) return { ...signer, certificate };
      const { der: _der, ...told } = certificate;
      return { ...signer, certificate: told };
    }),
  };
}
