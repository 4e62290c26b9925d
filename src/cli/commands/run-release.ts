import { hasErrors, inLanguage, reportJson, text } from "../../base/diagnostics/index.ts";
import { type ReleaseReport, release } from "../../office/release/index.ts";
import type { Signer } from "../../office/signatures/index.ts";
import { EXIT } from "../exit-codes.ts";
import type { Output } from "../output.ts";
import { today } from "../today.ts";
import { withSigner } from "../with-signer.ts";
import type { SignerFlags } from "./signer-options.ts";

/** Options of `trc release`, as they are typed. */
export type ReleaseCommandOptions = SignerFlags & {
  readonly content?: readonly string[];
  readonly templates?: string;
  readonly out: string;
  readonly draft?: boolean;
  readonly signDocuments?: boolean;
  readonly json?: boolean;
};

/** `trc release`: makes a bundle and says its digests. Resolves to the exit code. */
export function releaseCommand(
  _operands: readonly string[],
  options: ReleaseCommandOptions,
  output: Output,
): Promise<number> {
  return withSigner(options, output, (signer) => releaseWith(signer, options, output));
}

async function releaseWith(signer: Signer | null, options: ReleaseCommandOptions, output: Output): Promise<number> {
  const interrupt = new AbortController();
  const onSignal = (): void => interrupt.abort();
  process.once("SIGINT", onSignal).once("SIGTERM", onSignal);
  try {
    const report = await release({
      content: options.content ?? ["content"],
      templates: options.templates,
      out: options.out,
      draft: options.draft === true,
      signer,
      signDocuments: options.signDocuments === true,
      today: today(),
      signal: interrupt.signal,
    });
    print(report, options, output);
    return hasErrors(report.diagnostics) ? EXIT.findings : EXIT.done;
  } catch (error) {
    if (!interrupt.signal.aborted) throw error;
    output.tell(
      text(
        "Прервано. Комплект не записан, прежний цел.",
        "Interrupted. The bundle was not written, the earlier one is intact.",
      ),
    );
    return EXIT.interrupted;
  } finally {
    process.off("SIGINT", onSignal).off("SIGTERM", onSignal);
  }
}

function print({ diagnostics, bundle, sourceOf }: ReleaseReport, options: ReleaseCommandOptions, output: Output): void {
  const draft = options.draft === true;
  if (options.json === true) {
    const found = JSON.parse(
      reportJson({ diagnostics: inLanguage(diagnostics, output.language), sources: sourceOf, colour: false }),
    ) as unknown;
    output.json({ bundle, draft, report: found });
    return;
  }
  output.findings(diagnostics, sourceOf);
  if (bundle === null) {
    output.tell(
      text(
        `Комплект не выпущен. Файл ${options.out}, если он был, остался прежним.`,
        `The bundle was not released. The file ${options.out}, if there was one, is as it was.`,
      ),
    );
    return;
  }
  const { path, documents, files, digest, fileDigest } = bundle;
  const size = (bundle.bytes / 1024 / 1024).toFixed(1);
  output.print(
    draft
      ? text(`Собран ЧЕРНОВИК комплекта: ${path}`, `A DRAFT of the bundle was made: ${path}`)
      : text(`Комплект выпущен: ${path}`, `The bundle was released: ${path}`),
  );
  output.print(
    text(
      `Документов – ${documents}, файлов – ${files}, ${size.replace(".", ",")} МБ\nСумма комплекта (SHA-256 файла SHA256SUMS): ${digest}\nСумма файла (SHA-256): ${fileDigest}`,
      `Documents ${documents}, files ${files}, ${size} MB\nDigest of the bundle (SHA-256 of the file SHA256SUMS): ${digest}\nDigest of the file (SHA-256): ${fileDigest}`,
    ),
  );
}
