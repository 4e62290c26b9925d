// Everyone who judges. To add one: a file in judges/ and a line here.
// A judge takes { root, work, sets } – the root of the project, a folder of its own to write into, the sets of documents
// (support/sets.mjs) – and returns its verdicts: { title, faults: string[], notes?: string[], figure?: string };
// a verdict with no faults is passed, notes are printed under it, a figure is repeated in the summary.
import { judgeAgreement } from "./judges/agreement.mjs";
import { judgeBags } from "./judges/bags.mjs";
import { judgeContainer } from "./judges/container.mjs";
import { judgeDisks } from "./judges/disks.mjs";
import { judgeEditor } from "./judges/editor.mjs";
import { judgeExchange } from "./judges/exchange.mjs";
import { judgeFormats } from "./judges/formats.mjs";
import { judgeKills } from "./judges/kills.mjs";
import { judgeLong } from "./judges/long.mjs";
import { judgeNodes } from "./judges/nodes.mjs";
import { judgeOpenXml } from "./judges/open-xml.mjs";
import { judgePackage } from "./judges/package.mjs";
import { judgePdfStructure } from "./judges/pdf-structure.mjs";
import { judgePictures } from "./judges/pictures.mjs";
import { judgePreview } from "./judges/preview.mjs";
import { judgePythonDocx } from "./judges/python-docx.mjs";
import { judgeQpdf } from "./judges/qpdf.mjs";
import { judgeRelease } from "./judges/release.mjs";
import { judgeReopen } from "./judges/reopen.mjs";
import { judgeVeraPdf } from "./judges/vera-pdf.mjs";
import { judgeWindows } from "./judges/windows.mjs";

export const JUDGES = {
  formats: judgeFormats,
  qpdf: judgeQpdf,
  verapdf: judgeVeraPdf,
  structure: judgePdfStructure,
  "python-docx": judgePythonDocx,
  "open-xml": judgeOpenXml,
  agreement: judgeAgreement,
  reopen: judgeReopen,
  pictures: judgePictures,
  exchange: judgeExchange,
  editor: judgeEditor,
  bags: judgeBags,
  disks: judgeDisks,
  kills: judgeKills,
  long: judgeLong,
  preview: judgePreview,
  release: judgeRelease,
  container: judgeContainer,
  package: judgePackage,
  nodes: judgeNodes,
  windows: judgeWindows,
};
