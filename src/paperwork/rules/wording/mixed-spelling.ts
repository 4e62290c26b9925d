import { folded } from "../../../base/text/index.ts";
import type { Facts } from "../facts.ts";
import { type Finder, text, type WordingRule } from "../rule.ts";
import { inOrder } from "./in-order.ts";
import { replacing } from "./replacing.ts";

/** One name, one spelling: quotes, dashes, ё and capitals as in the record of the organisation. */
export const mixedSpelling: WordingRule = {
  code: "TRC4117",
  title: text("Наименование написано не так, как в записи", "A name is spelt otherwise than in its record"),
  validations: ["V46"],
  severity: "warning",
  why: text(
    "Одна и та же организация во всех документах названа одинаково, как в её записи",
    "One organisation is spelt one way, as in its record",
  ),
  norm: "ГОСТ Р 7.0.97, реквизит 05: наименование по уставу",
  example: inOrder("провести конференцию в МБОУ Примерненская СШ", "провести конференцию в МБОУ «Примерненская СШ»"),
  recordsOnly: true,
  finderFor,
};

/** Finds any spelling but the right one of the short names of organisations, those of two words and more. */
function finderFor(facts: Facts): Finder {
  const short = [...facts.all("organisations"), ...facts.all("territories")].flatMap(({ data: { names = [] } }) =>
    names.flatMap((name) => name.short ?? []),
  );
  const names = [...new Set(short)].filter((name) => /[«»]/.test(name) && name.length > 8);
  const finders = names.map((name) => ({
    // A text without the longest word of the name need not be looked at closely.
    word: folded(wordsOf(name).reduce((one, other) => (other.length > one.length ? other : one), "")),
    find: replacing(anySpelling(name), ([one]) => (same(one, name) ? null : name), { safe: false }),
  }));
  return (raw) => {
    const text = folded(raw);
    return finders.filter(({ word }) => text.includes(word)).flatMap(({ find }) => [...find(raw)]);
  };
}

function wordsOf(name: string): string[] {
  return name.split(/[^\p{L}\p{N}№]+/u).filter((word) => word !== "");
}

function anySpelling(name: string): RegExp {
  const loose = wordsOf(name)
    .map((word) => word.replace(/[её]/gi, "[её]"))
    .join('[\\s\\u00a0«»"“”„\\\\–-]{1,4}');
  return new RegExp(`(?<![\\p{L}\\p{N}])${loose}(?![\\p{L}\\p{N}])[»"”]?`, "giu");
}

function same(found: string, name: string): boolean {
  const plain = (words: string): string => words.replace(/[\s\u00a0]+/g, " ");
  return plain(found) === name || plain(found) === name.replace(/»$/, "");
}
