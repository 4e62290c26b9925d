import { inLanguage, reportJson, text } from "../../base/diagnostics/index.ts";
import type { ReleaseReport } from "../../office/release/index.ts";
import { command, WrongUsage } from "../command.ts";
import { EXIT } from "../exit-codes.ts";
import { interruptible } from "../interruptible.ts";
import { keepersBeside } from "../keepers.ts";
import { BUDGET, CONTENTS, FILE, JSON_REPORT, TEMPLATES } from "../options.ts";
import type { Answer } from "../output.ts";
import { SIGNER, withSigner } from "../signer.ts";
import { today } from "../today.ts";

/** `trc release`: makes a bundle. */
export const RELEASE = command({
  name: "release",
  ...text(
    "выпустить комплект: документы, одобрения, происхождение, подписи – в одном файле",
    "release a bundle: documents, approvals, provenance and signatures in one file",
  ),
  options: {
    content: CONTENTS,
    templates: TEMPLATES,
    out: { ...text("файл комплекта", "file of the bundle"), value: FILE, default: "release/bundle.zip" },
    draft: text(
      "черновик: без одобрений и фиксации git, с пометкой",
      "draft: without approvals and a git commit, marked as such",
    ),
    signDocuments: text("подписать и каждый PDF отдельно", "sign each PDF as well"),
    budget: BUDGET,
    json: JSON_REPORT,
    ...SIGNER,
  },
  run: async (_operands, options, { language }) => {
    const { content = ["content"], templates, out, draft = false, signDocuments = false, budget, ...key } = options;
    const { release } = await import("../../office/release/index.ts");
    return withSigner(key, (signer) => {
      if (signDocuments && signer === null)
        throw new WrongUsage(
          text(
            "Ключ --sign-documents действует только с ключом подписи: --key и --cert, --p12 или --signer.",
            "The option --sign-documents has an effect with a signing key only: --key and --cert, --p12 or --signer.",
          ),
        );
      return interruptible(
        async (signal): Promise<Answer> => {
          const report = await release({
            content,
            templates,
            out,
            draft,
            signer,
            signDocuments,
            today: today(),
            budget,
            keepers: await keepersBeside(content),
            signal,
          });
          const { diagnostics, bundle, sourceOf } = report;
          const input = { diagnostics: inLanguage(diagnostics, language), sources: sourceOf, colour: false };
          const found = JSON.parse(reportJson(input)) as unknown;
          return { diagnostics, sourceOf, json: { bundle, draft, report: found }, ...words(bundle, out, draft) };
        },
        (): Answer => ({
          beside: [
            text(
              "Прервано. Комплект не записан, прежний цел.",
              "Interrupted. The bundle was not written, the earlier one is intact.",
            ),
          ],
          code: EXIT.interrupted,
        }),
      );
    });
  },
});

function words(bundle: ReleaseReport["bundle"], out: string, draft: boolean): Answer {
  if (bundle === null)
    return {
      beside: [
        text(
          `Комплект не выпущен. Файл ${out}, если он был, остался прежним.`,
          `The bundle was not released. The file ${out}, if there was one, is as it was.`,
        ),
      ],
    };
  const { path, documents, files, digest, fileDigest } = bundle;
  const size = (bundle.bytes / 1024 / 1024).toFixed(1);
  return {
    lines: [
      draft
        ? text(`Собран ЧЕРНОВИК комплекта: ${path}`, `A DRAFT of the bundle was made: ${path}`)
        : text(`Комплект выпущен: ${path}`, `The bundle was released: ${path}`),
      text(
        `Документов – ${documents}, файлов – ${files}, ${size.replace(".", ",")} МБ\nСумма комплекта (SHA-256 файла SHA256SUMS): ${digest}\nСумма файла (SHA-256): ${fileDigest}`,
        `Documents ${documents}, files ${files}, ${size} MB\nDigest of the bundle (SHA-256 of the file SHA256SUMS): ${digest}\nDigest of the file (SHA-256): ${fileDigest}`,
      ),
    ],
  };
}
