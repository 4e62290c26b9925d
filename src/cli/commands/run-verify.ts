import { type Text, text } from "../../base/diagnostics/index.ts";
import { type Finding, type VerifyReport, verifyBundle } from "../../office/release/index.ts";
import { UnreadableFile } from "../../office/signatures/index.ts";
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
  const { trust, crl, expectDigest, rebuild } = options;
  try {
    const report = await verifyBundle({
      bundle,
      today: options.date ?? today(),
      trustFiles: trust,
      revocationFiles: crl,
      expectDigest,
      rebuild,
    });
    if (options.json === true) output.json(report);
    else print(report, bundle, output);
    return report.ok ? EXIT.done : EXIT.findings;
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    output.tell(error.said);
    return EXIT.usage;
  }
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
