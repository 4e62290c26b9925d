import { defaultCacheFolder, folderStore } from "../../base/cache/index.ts";
import { startPreview } from "../../desk/page/index.ts";
import { defaultTemplates } from "../../project/reading/index.ts";
import type { Streams } from "../command.ts";
import { EXIT } from "../exit-codes.ts";
import { printFindings } from "../print-findings.ts";
import { untilInterrupted } from "../until-interrupted.ts";

export type PreviewCommandOptions = {
  readonly content?: readonly string[];
  readonly templates?: string;
  readonly port: number;
  readonly cache?: boolean;
  readonly cacheDir?: string;
};

/** `trc preview`: serves the page until Ctrl+C. Resolves to the exit code. */
export async function previewCommand(options: PreviewCommandOptions, streams: Streams): Promise<number> {
  const interrupted = untilInterrupted();
  const { value: preview, diagnostics } = await startPreview({
    content: options.content ?? ["content"],
    templates: options.templates ?? defaultTemplates(),
    port: options.port,
    cache: options.cache === false ? null : folderStore(options.cacheDir ?? defaultCacheFolder()),
    onFault: (error) =>
      streams.stderr.write(`Сбой программы (код TRC0002): ${String((error as Error).stack ?? error)}\n`),
  });
  if (preview === undefined) {
    printFindings(diagnostics, streams);
    return EXIT.findings;
  }
  streams.stderr.write(`Предпросмотр: ${preview.address}\nОстановить: Ctrl+C\n`);
  await interrupted;
  await preview.close();
  return EXIT.interrupted;
}
