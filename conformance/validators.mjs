// Every validator of the conformance set. To add one: a file in validators/ and a line here.
// A validator takes { root, work, sets } – the root of the project, a folder of its own to write into, the sets of documents
// (support/sets.mjs) – and returns its verdicts: { title, faults: string[], notes?: string[], figure?: string };
// a verdict with no faults is passed, notes are printed under it, a figure is repeated in the summary.
import { validateAgreement } from "./validators/agreement.mjs";
import { validateBags } from "./validators/bags.mjs";
import { validateContainer } from "./validators/container.mjs";
import { validateDisks } from "./validators/disks.mjs";
import { validateEditing } from "./validators/editing.mjs";
import { validateEditor } from "./validators/editor.mjs";
import { validateExchange } from "./validators/exchange.mjs";
import { validateFormats } from "./validators/formats.mjs";
import { validateFuzz } from "./validators/fuzz.mjs";
import { validateKills } from "./validators/kills.mjs";
import { validateLanguage } from "./validators/language.mjs";
import { validateLong } from "./validators/long.mjs";
import { validateLosses } from "./validators/losses.mjs";
import { validateNodes } from "./validators/nodes.mjs";
import { validateOpenXml } from "./validators/open-xml.mjs";
import { validatePackage } from "./validators/package.mjs";
import { validatePdfStructure } from "./validators/pdf-structure.mjs";
import { validatePictures } from "./validators/pictures.mjs";
import { validatePreview } from "./validators/preview.mjs";
import { validatePythonDocx } from "./validators/python-docx.mjs";
import { validateQpdf } from "./validators/qpdf.mjs";
import { validateRelease } from "./validators/release.mjs";
import { validateReopen } from "./validators/reopen.mjs";
import { validateVeraPdf } from "./validators/vera-pdf.mjs";
import { validateWindows } from "./validators/windows.mjs";

export const VALIDATORS = {
  formats: validateFormats,
  qpdf: validateQpdf,
  verapdf: validateVeraPdf,
  structure: validatePdfStructure,
  "python-docx": validatePythonDocx,
  "open-xml": validateOpenXml,
  agreement: validateAgreement,
  losses: validateLosses,
  reopen: validateReopen,
  editing: validateEditing,
  pictures: validatePictures,
  exchange: validateExchange,
  editor: validateEditor,
  bags: validateBags,
  disks: validateDisks,
  kills: validateKills,
  long: validateLong,
  fuzz: validateFuzz,
  preview: validatePreview,
  release: validateRelease,
  container: validateContainer,
  language: validateLanguage,
  package: validatePackage,
  nodes: validateNodes,
  windows: validateWindows,
};
