import { hasErrors, inLanguage, reportJson } from "../../base/diagnostics/index.ts";
import { type ReleaseReport, release } from "../../office/release/index.ts";
import { openSigner, SignerFault } from "../../office/signatures/index.ts";
import { defaultTemplates } from "../../project/reading/index.ts";
import type { Streams } from "../command.ts";
import { EXIT } from "../exit-codes.ts";
import { today } from "../options.ts";
import { printFindings } from "../print-findings.ts";
import { type SignerFlags, signerFrom } from "./signer-options.ts";

export type ReleaseCommandOptions = SignerFlags & {
  readonly content?: readonly string[];
  readonly templates?: string;
  readonly out: string;
  readonly draft?: boolean;
  readonly signDocuments?: boolean;
  readonly json?: boolean;
};

/** `trc release`: makes a bundle and says its digests. Resolves to the exit code. */
export async function releaseCommand(options: ReleaseCommandOptions, streams: Streams): Promise<number> {
  const interrupt = new AbortController();
  const onSignal = (): void => interrupt.abort();
  process.once("SIGINT", onSignal).once("SIGTERM", onSignal);
  try {
    const report = await release({
      content: options.content ?? ["content"],
      templates: options.templates ?? defaultTemplates(),
      out: options.out,
      draft: options.draft === true,
      signer: await openSigner(signerFrom(options)),
      signDocuments: options.signDocuments === true,
      today: today(),
      signal: interrupt.signal,
    });
    print(report, options, streams);
    return hasErrors(report.diagnostics) ? EXIT.findings : EXIT.done;
  } catch (error) {
    if (interrupt.signal.aborted) {
      streams.stderr.write("Прервано. Комплект не записан, прежний цел.\n");
      return EXIT.interrupted;
    }
    if (!(error instanceof SignerFault)) throw error;
    streams.stderr.write(`Подписать нельзя: ${error.message}\n`);
    return EXIT.findings;
  } finally {
    process.off("SIGINT", onSignal).off("SIGTERM", onSignal);
  }
}

function print(
  { diagnostics, bundle, sourceOf }: ReleaseReport,
  options: ReleaseCommandOptions,
  streams: Streams,
): void {
  const { stdout, stderr } = streams;
  if (options.json === true) {
    const found = JSON.parse(
      reportJson({ diagnostics: inLanguage(diagnostics, streams.language ?? "ru"), sources: sourceOf, colour: false }),
    ) as unknown;
    stdout.write(`${JSON.stringify({ bundle, draft: options.draft === true, report: found }, null, 2)}\n`);
    return;
  }
  printFindings(diagnostics, streams, sourceOf);
  if (bundle === null) {
    stderr.write(`Комплект не выпущен. Файл ${options.out}, если он был, остался прежним.\n`);
    return;
  }
  const size = (bundle.bytes / 1024 / 1024).toFixed(1).replace(".", ",");
  stdout.write(
    `${options.draft === true ? "Собран ЧЕРНОВИК комплекта" : "Комплект выпущен"}: ${bundle.path}\n` +
      `Документов – ${bundle.documents}, файлов – ${bundle.files}, ${size} МБ\n` +
      `Сумма комплекта (SHA-256 файла SHA256SUMS): ${bundle.digest}\n` +
      `Сумма файла (SHA-256): ${bundle.fileDigest}\n`,
  );
}
