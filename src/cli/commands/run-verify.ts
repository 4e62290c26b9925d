import { readFile } from "node:fs/promises";
import { type Text, text } from "../../base/diagnostics/index.ts";
import { type Finding, type VerifyReport, verifyBundle } from "../../office/release/index.ts";
import { readRevocationLists, readTrust } from "../../office/signatures/index.ts";
import { EXIT } from "../exit-codes.ts";
import type { Output } from "../output.ts";
import { today } from "../today.ts";

/** Options of `trc verify`, as they are typed. */
export type VerifyCommandOptions = {
  readonly rebuild?: boolean;
  readonly trust?: readonly string[];
  readonly crl?: readonly string[];
  readonly expectDigest?: string;
  readonly date?: string;
  readonly json?: boolean;
};

/** `trc verify`: checks a bundle and says what is proven. Resolves to the exit code: 1 when anything failed. */
export async function verifyCommand(
  [bundle = ""]: readonly string[],
  options: VerifyCommandOptions,
  output: Output,
): Promise<number> {
  const unreadable = (option: string, what: Text) => (file: string) =>
    output.tell(
      text(
        `Ключ ${option}: файл «${file}» – не ${what.ru} или не читается.`,
        `Option ${option}: the file "${file}" is no ${what.en} or cannot be read.`,
      ),
    );
  const trust = await readAll(options.trust, readTrust, unreadable("--trust", text("сертификат", "certificate")));
  const lists = await readAll(
    options.crl,
    readRevocationLists,
    unreadable("--crl", text("список отзыва", "list of revoked certificates")),
  );
  if (trust === "unreadable" || lists === "unreadable") return EXIT.usage;
  if (options.expectDigest !== undefined && !/^[0-9a-f]{64}$/i.test(options.expectDigest)) {
    output.tell(
      text(
        "Ключ --expect-digest: нужна сумма SHA-256, 64 знака 0–9 и a–f.",
        "Option --expect-digest: a digest SHA-256 is needed, 64 characters 0–9 and a–f.",
      ),
    );
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
  if (options.json === true) output.json(report);
  else print(report, bundle, output);
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

const SIGNS: { readonly [state in Finding["state"]]: Text } = {
  proven: text("доказано    ", "proven      "),
  failed: text("НЕВЕРНО     ", "WRONG       "),
  unproven: text("не доказано ", "not proven  "),
  note: text("            ", "            "),
};

function print({ findings, diagnostics, ok, digest, commits }: VerifyReport, bundle: string, output: Output): void {
  output.findings(diagnostics);
  for (const finding of findings) output.data(`${output.say(SIGNS[finding.state])} ${output.say(finding.text)}\n`);
  if (commits.length > 0)
    output.print(text(`\nФиксация git: ${commits.join(", ")}`, `\nGit commit: ${commits.join(", ")}`));
  if (digest !== null) output.print(text(`Сумма комплекта: ${digest}`, `Digest of the bundle: ${digest}`));
  const open = findings.filter(({ state }) => state === "unproven").length;
  if (!ok) output.print(text(`${bundle}: ПРОВЕРКА НЕ ПРОЙДЕНА.`, `${bundle}: VERIFICATION FAILED.`));
  else
    output.print(
      open > 0
        ? text(`${bundle}: нарушений нет, не доказано – ${open}.`, `${bundle}: no violations, not proven: ${open}.`)
        : text(`${bundle}: нарушений нет, доказано всё.`, `${bundle}: no violations, all is proven.`),
    );
}
