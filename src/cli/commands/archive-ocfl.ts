import { type Outcome, text } from "../../base/diagnostics/index.ts";
import { isFolder, isThere } from "../../base/storage/index.ts";
import type { OcflReport } from "../../office/archive/index.ts";
import { command } from "../command.ts";
import { EXIT } from "../exit-codes.ts";
import { ARCHIVE_FOLDER, FOLDER, JSON_REPORT, TEMPLATES } from "../options.ts";
import type { Answer } from "../output.ts";
import { today } from "../today.ts";
import { ACCEPTED, NOTHING_ACCEPTED } from "./archive-keeping.ts";

/** `trc archive ocfl`. */
export const OCFL = command({
  name: "ocfl",
  ...text(
    "записать весь архив в новую папку хранилищем OCFL 1.1",
    "write the whole archive as a new OCFL 1.1 storage root",
  ),
  operands: [{ name: FOLDER, ...text("папка, которой ещё нет", "folder that is not there yet") }],
  options: { archive: ARCHIVE_FOLDER, json: JSON_REPORT },
  run: async ([folder = ""], { archive }) => {
    const { writeOcfl } = await import("../../office/archive/index.ts");
    return copied(await writeOcfl(archive, folder), folder);
  },
});

/** `trc archive import`. */
export const IMPORT = command({
  name: "import",
  ...text(
    "восстановить архив в новой папке из хранилища OCFL или принять в архив контейнер чужого документа (ZIP)",
    "restore the archive in a new folder from an OCFL storage root, or take in the container of a document of others (ZIP)",
  ),
  operands: [
    {
      name: FOLDER,
      ...text(
        "папка, записанная trc archive ocfl, или файл, записанный trc archive export",
        "folder that trc archive ocfl has written, or file that trc archive export has written",
      ),
    },
  ],
  options: { archive: ARCHIVE_FOLDER, templates: TEMPLATES, json: JSON_REPORT, date: ACCEPTED },
  run: async ([given = ""], { archive, templates, date = today() }) => {
    const { importContainer, readOcfl } = await import("../../office/archive/index.ts");
    if ((await isFolder(given)) || !((await isThere(given)) || /\.zip$/i.test(given)))
      return copied(await readOcfl(given, archive), archive);
    const { value: added, diagnostics } = await importContainer(given, { archive, templates, today: date });
    if (added === undefined)
      return { diagnostics, json: { diagnostics }, lines: [NOTHING_ACCEPTED], code: EXIT.findings };
    const line = `${added.entry}. ${added.title} → ${archive}/${added.bag}`;
    return { diagnostics, json: { added, diagnostics }, lines: [line], code: EXIT.done };
  },
});

/** `trc archive check-bag`. */
export const CHECK_BAG = command({
  name: "check-bag",
  ...text(
    "сверить чужой пакет BagIt с его описями; версии 0.97 и 1.0",
    "compare a bag of others with its manifests; versions 0.97 and 1.0",
  ),
  operands: [{ name: FOLDER, ...text("папка с bagit.txt", "folder with bagit.txt") }],
  options: { json: JSON_REPORT },
  run: async ([folder = ""]) => {
    const { checkBag } = await import("../../office/archive/index.ts");
    const { value, diagnostics } = await checkBag(folder);
    const isWhole = value !== undefined && diagnostics.every(({ severity }) => severity !== "error");
    return {
      diagnostics,
      json: { ...value, diagnostics },
      lines: [
        isWhole &&
          text(
            `${folder}: пакет цел, BagIt ${value.version}, файлов – ${value.files}`,
            `${folder}: the bag is whole, BagIt ${value.version}, files ${value.files}`,
          ),
      ],
      code: isWhole ? EXIT.done : EXIT.findings,
    };
  },
});

/** What was copied, and where to. */
function copied({ value, diagnostics }: Outcome<OcflReport>, to: string): Answer {
  if (value === undefined) return { diagnostics, code: EXIT.findings };
  const { documents, files } = value;
  return {
    diagnostics,
    json: { ...value, diagnostics },
    lines: [
      text(`Документов – ${documents}, файлов – ${files} → ${to}`, `Documents ${documents}, files ${files} → ${to}`),
    ],
  };
}
