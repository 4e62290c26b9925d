import { defineFindings, text } from "../../base/diagnostics/index.ts";

const ON_ITS_DATE = text(
  "Документ берёт наименование, руководителя и должность, которые были верны на его собственную дату",
  "A document takes the name, the head and the post that were right on its own date",
);
const CHECK_PERIODS = text(
  "Проверьте дату документа или поправьте периоды (from, to)",
  "Check the date of the document or correct the periods (from, to)",
);

/** The findings of this room. */
export const FINDINGS = defineFindings({
  TRC2002: {
    title: text("Нет наименования, действующего на дату документа", "No name is valid on the date of the document"),
    why: ON_ITS_DATE,
    hints: CHECK_PERIODS,
    example: {
      wrong: "names: [{full: …, from: 2026-01-01}]",
      right: "names: [{full: …, to: 2025-12-31}, {full: …, from: 2026-01-01}]",
    },
  },
  TRC2003: {
    title: text("Нет руководителя на дату документа", "No head on the date of the document"),
    why: ON_ITS_DATE,
    hints: CHECK_PERIODS,
    example: {
      wrong: "heads: [{person: klenov-pa, from: 2026-01-19}]",
      right: "heads: [{person: berezkina-mp, to: 2026-01-18}, {person: klenov-pa, from: 2026-01-19}]",
    },
  },
  TRC2004: {
    title: text("Нет должности на дату документа", "No post on the date of the document"),
    why: ON_ITS_DATE,
    hints: CHECK_PERIODS,
    example: {
      wrong: "positions: [{title: учитель, organisation: centre, from: 2026-01-01}]",
      right: "positions: [{title: учитель, organisation: centre, from: 2020-09-01}]",
    },
  },
});
