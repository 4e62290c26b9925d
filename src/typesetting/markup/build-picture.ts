import type { LeafDirective } from "mdast-util-directive";
import { text } from "../../base/diagnostics/index.ts";
import { isPictureFault } from "../../base/pictures/index.ts";
import type { PictureBlock, PictureFile } from "../../paperwork/document/index.ts";
import type { BuildContext } from "./build-context.ts";
import { FINDINGS } from "./findings.ts";
import { numberedWords } from "./number-caption.ts";

/** `::picture{file="pictures/scheme.svg" alt="…" title="Рисунок # – …" width=120}`; null where a fault was reported. Code TRC3316. */
export function buildPicture(node: LeafDirective, context: BuildContext): PictureBlock | null {
  context.noLabel(node);
  const { words, ...numbered } = numberedWords(context, node, {
    type: "picture",
    attributes: node.attributes,
    name: "title",
  });
  const file = pictureFile(node, context);
  const written = context.attribute(node.attributes, "width") || null;
  const widthMm = Number(written ?? 1);
  if (!(widthMm > 0)) {
    context.report(FINDINGS.TRC3316, node, {
      message: text(
        `Ширина картинки – не число миллиметров: «${written}»`,
        `The width is no number of millimetres: “${written}”`,
      ),
      hints: text("Напишите width=120 или уберите width", "Write width=120 or take width out"),
    });
    return null;
  }
  if (file === null) return null;
  const isPublic = context.attribute(node.attributes, "public") === "true";
  return {
    type: "picture",
    ...numbered,
    ...file,
    title: words || null,
    ...(written === null ? {} : { widthMm }),
    ...(isPublic ? { public: true as const } : {}),
  };
}

/** The file that a directive names, which has to be a picture with words for those who do not see it. Codes TRC3316–TRC3320. */
export function pictureFile(node: LeafDirective, context: BuildContext): PictureFile | null {
  const [file, alt] = ["file", "alt"].map((name) => context.attribute(node.attributes, name)?.trim() ?? "");
  if (!file || !alt) {
    const name = file ? "alt" : "file";
    context.report(FINDINGS.TRC3316, node, {
      message: text(`У картинки нет ${name}`, `The picture has no ${name}`),
      hints: text(
        `Напишите: ::${node.name}{file="pictures/shema.png" alt="что на ней"}`,
        `Write: ::${node.name}{file="pictures/shema.png" alt="what it shows"}`,
      ),
    });
    return null;
  }
  const read = context.pictures.get(file);
  if (isPictureFault(read.picture)) {
    const { finding, message, hints } = read.picture;
    context.report(finding, node, { message, hints, actual: file });
    return null;
  }
  return { file, sha256: read.sha256, alt };
}
