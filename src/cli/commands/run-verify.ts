import { readFile } from "node:fs/promises";
import { type Finding, type VerifyReport, verifyBundle } from "../../office/release/index.ts";
import { readRevocationLists, readTrust } from "../../office/signatures/index.ts";
import type { Streams } from "../command.ts";
import { EXIT } from "../exit-codes.ts";
import { today } from "../options.ts";
import { printFindings } from "../print-findings.ts";

export type VerifyCommandOptions = {
  readonly rebuild?: boolean;
  readonly trust?: readonly string[];
  readonly crl?: readonly string[];
  readonly expectDigest?: string;
  readonly date?: string;
  readonly json?: boolean;
};

/** `trc verify`: checks a bundle and says what is proven. Resolves to the exit code: 1 when anything failed. */
export async function verifyCommand(bundle: string, options: VerifyCommandOptions, streams: Streams): Promise<number> {
  const unreadable = (option: string, what: string) => (file: string) =>
    streams.stderr.write(`Ключ ${option}: файл «${file}» – не ${what} или не читается.\n`);
  const trust = await readAll(options.trust, readTrust, unreadable("--trust", "сертификат"));
  const lists = await readAll(options.crl, readRevocationLists, unreadable("--crl", "список отзыва"));
  if (trust === "unreadable" || lists === "unreadable") return EXIT.usage;
  if (options.expectDigest !== undefined && !/^[0-9a-f]{64}$/i.test(options.expectDigest)) {
    streams.stderr.write("Ключ --expect-digest: нужна сумма SHA-256, 64 знака 0–9 и a–f.\n");
    return EXIT.usage;
  }
  const report = await verifyBundle({
    bundle,
    today: options.date ?? today(),
    trust,
    lists: lists ?? [],
    expectDigest: options.expectDigest ?? null,
    rebuild: options.rebuild === true,
  });
  if (options.json === true) streams.stdout.write(`${JSON.stringify(forMachines(report), null, 2)}\n`);
  else print(report, bundle, streams);
  return report.ok ? EXIT.done : EXIT.findings;
}

/** What all the files of an option hold; null when it was not given. */
async function readAll<T>(
  files: readonly string[] | undefined,
  read: (bytes: Uint8Array) => Promise<readonly T[]>,
  complain: (file: string) => unknown,
): Promise<readonly T[] | null | "unreadable"> {
  if (files === undefined) return null;
  const found: T[] = [];
  for (const file of files)
    try {
      found.push(...(await read(await readFile(file))));
    } catch {
      complain(file);
      return "unreadable";
    }
  return found;
}

const SIGNS: { readonly [state in Finding["state"]]: string } = {
  proven: "доказано    ",
  failed: "НЕВЕРНО     ",
  unproven: "не доказано ",
  note: "            ",
};

function print({ findings, diagnostics, ok, digest, commits }: VerifyReport, bundle: string, streams: Streams): void {
  printFindings(diagnostics, streams);
  for (const { state, text } of findings) streams.stdout.write(`${SIGNS[state]} ${text}\n`);
  if (commits.length > 0) streams.stdout.write(`\nФиксация git: ${commits.join(", ")}\n`);
  if (digest !== null) streams.stdout.write(`Сумма комплекта: ${digest}\n`);
  const open = findings.filter(({ state }) => state === "unproven").length;
  streams.stdout.write(
    ok
      ? `${bundle}: нарушений нет${open > 0 ? `, не доказано – ${open}` : ", доказано всё"}.\n`
      : `${bundle}: ПРОВЕРКА НЕ ПРОЙДЕНА.\n`,
  );
}

/** Certificates as fingerprints: their bytes are in the bundle. */
function forMachines(report: VerifyReport): unknown {
  return {
    ...report,
    signers: report.signers.map(({ certificate, ...signer }) => {
      if (certificate === null) return { ...signer, certificate };
      const { der: _der, ...told } = certificate;
      return { ...signer, certificate: told };
    }),
  };
}
