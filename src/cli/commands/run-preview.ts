import { text } from "../../base/diagnostics/index.ts";
import { startPreview } from "../../desk/page/index.ts";
import { type CacheFlags, cacheFrom } from "../cache-from.ts";
import { EXIT } from "../exit-codes.ts";
import type { Output } from "../output.ts";
import { untilInterrupted } from "../until-interrupted.ts";

/** Options of `trc preview`, as they are typed. */
export type PreviewCommandOptions = CacheFlags & {
  readonly content?: readonly string[];
  readonly templates?: string;
  readonly port: number;
};

/** `trc preview`: serves the page until Ctrl+C. Resolves to the exit code. */
export async function previewCommand(
  _operands: readonly string[],
  options: PreviewCommandOptions,
  output: Output,
): Promise<number> {
  const interrupted = untilInterrupted();
  const { value: preview, diagnostics } = await startPreview({
    content: options.content ?? ["content"],
    templates: options.templates,
    port: options.port,
    cache: cacheFrom(options),
    onFault: (error) => output.fault(error),
  });
  if (preview === undefined) {
    output.findings(diagnostics);
    return EXIT.findings;
  }
  output.tell(
    text(`Предпросмотр: ${preview.address}\nОстановить: Ctrl+C`, `Preview: ${preview.address}\nTo stop it: Ctrl+C`),
  );
  await interrupted;
  await preview.close();
  return EXIT.interrupted;
}
