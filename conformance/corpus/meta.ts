import type { DocumentMeta } from "../../src/paperwork/document/index.ts";

export type CorpusProfile = "gost-2016" | "gost-2025";

/** Variants of profiles that come in turn. */
export const VARIANTS = ["order", "regulation", "agreement", "plan", "report", "sheet", "cover"] as const;

/** Facts of a made-up document; its day is one on which the profile holds. */
export function corpusMeta(
  id: string,
  own: Pick<DocumentMeta, "title" | "variant" | "number"> & { readonly profile: CorpusProfile },
): DocumentMeta {
  return {
    id,
    kind: "corpus",
    ...own,
    date: own.profile === "gost-2016" ? "2025-03-03" : "2026-03-03",
    author: "Школа № 1 посёлка Вымышленного",
    language: "ru-RU",
  };
}
