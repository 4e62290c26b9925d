// Every validator of the conformance set. To add one: a file in validators/ and a line here.
// A validator takes { root, work, sets } – the root of the project, a folder of its own to write into, the sets of documents
// (support/sets.mjs) – and returns its verdicts: { title, faults: string[], notes?: string[], figure?: string };
// a verdict with no faults is passed, notes are printed under it, a figure is repeated in the summary.
import { validateAgreement } from "./validators/agreement.mjs";
import { validateBags } from "./validators/bags.mjs";
import { validateContainer } from "./validators/container.mjs";
import { validateDisks } from "./validators/disks.mjs";
import { validateDss } from "./validators/dss.mjs";
import { validateEditing } from "./validators/editing.mjs";
import { validateEditor } from "./validators/editor.mjs";
import { validateEngines } from "./validators/engines.mjs";
import { validateExchange } from "./validators/exchange.mjs";
import { validateFormats } from "./validators/formats.mjs";
import { validateFuzz } from "./validators/fuzz.mjs";
import { validateGuide } from "./validators/guide.mjs";
import { validateInstalled } from "./validators/installed.mjs";
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
import { validateProofs } from "./validators/proofs.mjs";
import { validatePythonDocx } from "./validators/python-docx.mjs";
import { validateQpdf } from "./validators/qpdf.mjs";
import { validateQueue } from "./validators/queue.mjs";
import { validateRedlines } from "./validators/redlines.mjs";
import { validateRelease } from "./validators/release.mjs";
import { validateReopen } from "./validators/reopen.mjs";
import { validateSignedPdf } from "./validators/signed-pdf.mjs";
import { validateVeraPdf } from "./validators/vera-pdf.mjs";
import { validateWindows } from "./validators/windows.mjs";

/** Those that need a word processor: one after another, for what it printed and its profile belong to one process. */
const OF_THE_OFFICE = {
  agreement: validateAgreement,
  losses: validateLosses,
  reopen: validateReopen,
  redlines: validateRedlines,
  editing: validateEditing,
  pictures: validatePictures,
  exchange: validateExchange,
};

/** The others, in whichever process is free; the longest first. */
const OTHERS = {
  long: validateLong,
  release: validateRelease,
  kills: validateKills,
  engines: validateEngines,
  queue: validateQueue,
  disks: validateDisks,
  fuzz: validateFuzz,
  container: validateContainer,
  language: validateLanguage,
  windows: validateWindows,
  preview: validatePreview,
  "open-xml": validateOpenXml,
  verapdf: validateVeraPdf,
  installed: validateInstalled,
  guide: validateGuide,
  editor: validateEditor,
  "signed-pdf": validateSignedPdf,
  dss: validateDss,
  proofs: validateProofs,
  package: validatePackage,
  bags: validateBags,
  nodes: validateNodes,
  qpdf: validateQpdf,
  structure: validatePdfStructure,
  "python-docx": validatePythonDocx,
  formats: validateFormats,
};

/** Names of the validators in queues, which run beside each other; who is through with the first helps with the second. */
export const QUEUES = [Object.keys(OF_THE_OFFICE), Object.keys(OTHERS)];

/** They have to wait until the sets of documents are made. */
export const OF_SETS = new Set([
  ...QUEUES[0],
  ...["formats", "qpdf", "verapdf", "structure", "python-docx", "open-xml", "signed-pdf"],
]);

export const VALIDATORS = { ...OF_THE_OFFICE, ...OTHERS };
