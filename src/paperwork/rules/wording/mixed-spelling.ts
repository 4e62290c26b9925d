import type { Facts } from "../facts.ts";
import { type TextMatch, text, type WordingRule } from "../rule.ts";
import { items, string } from "../values.ts";
import { inOrder } from "./in-order.ts";
import { instead, matchWords } from "./match-words.ts";

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
  where: ["records"],
  *findText(raw, facts): Iterable<TextMatch> {
    for (const { name, expression } of namesOf(facts)) {
      yield* matchWords(raw, expression, ([found]) => (same(found, name) ? null : name), instead, false);
    }
  },
};

type Name = { readonly name: string; readonly expression: RegExp };

const NAMES = new WeakMap<Facts, readonly Name[]>();

/** Short names of organisations of two words and more, each with an expression for any spelling of it. */
function namesOf(facts: Facts): readonly Name[] {
  const known = NAMES.get(facts);
  if (known !== undefined) return known;
  const short = [...facts.organisations, ...facts.all("territories")].flatMap(({ data }) =>
    items(data, "names").flatMap(({ fields: one }) => string(one.short) ?? []),
  );
  const names = [...new Set(short)].filter((name) => /[«»]/.test(name) && name.length > 8);
  const made = names.map((name) => ({ name, expression: anySpelling(name) }));
  NAMES.set(facts, made);
  return made;
}

function anySpelling(name: string): RegExp {
  const words = name.split(/[^\p{L}\p{N}№]+/u).filter((word) => word !== "");
  const loose = words.map((word) => word.replace(/[её]/gi, "[её]")).join('[\\s\\u00a0«»"“”„\\\\–-]{1,4}');
  return new RegExp(`(?<![\\p{L}\\p{N}])${loose}(?![\\p{L}\\p{N}])[»"”]?`, "giu");
}

function same(found: string, name: string): boolean {
  const plain = (words: string): string => words.replace(/[\s\u00a0]+/g, " ");
  return plain(found) === name || plain(found) === name.replace(/»$/, "");
}
