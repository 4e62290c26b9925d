import { type Analysis, unchanged } from "./phrase-analysis.ts";
import { placeBeside } from "./phrase-places.ts";
import { still } from "./phrase-slots.ts";
import { NOTHING, type Token, textOf } from "./phrase-tokens.ts";
import type { PhraseSort } from "./types.ts";

/** «Дер. Хань», «с. Ключи»: the name stands as behind the whole word; what stands behind a contraction that nobody knows is not understood. */
export function behindContraction(tokens: readonly Token[], sort: PhraseSort): Analysis | null {
  const [first = NOTHING, ...rest] = tokens;
  if (!/^[а-яё-]+\.$/.test(first.text) || isContractedAdjective(first.text, rest[0])) return null;
  const whole = unchanged(textOf(tokens));
  const head = SETTLEMENT_IN_SHORT[first.text];
  const place = head === undefined ? null : placeBeside(rest, { head, sort, ...PLACE });
  if (place !== null) return { ...whole, slots: [still(first, "sign"), ...place.slots], doubt: place.doubt };
  const doubt = {
    ru: `сокращение «${first.text}» не разобрано: склоняются ли слова за ним, неизвестно`,
    en: `the contraction “${first.text}” is not understood: whether the words behind it decline is unknown`,
  };
  return { ...unchanged(textOf(tokens), "unknown"), doubt };
}

const PLACE = { gender: null, number: "singular", animate: false } as const;
const SETTLEMENT_IN_SHORT: { readonly [sign: string]: string } = {
  "г.": "город",
  "гор.": "город",
  "с.": "село",
  "д.": "деревня",
  "дер.": "деревня",
  "п.": "посёлок",
  "пос.": "посёлок",
  "пгт.": "посёлок",
  "х.": "хутор",
  "хут.": "хутор",
  "ст-ца.": "станица",
  "р.": "река",
  "оз.": "озеро",
};
/** Contracted adjectives before a post or an organisation: «ст. преподаватель», «гос. учреждение». */
const CONTRACTED_ADJECTIVE = /^(ст|гл|мл|вед|мед|муз|соц|науч|тех|учеб|гос|обл|рай|гор|воен|доп)\.$/;

/** Whether a sign is such a contraction before a word of its own. */
export function isContractedAdjective(sign: string, next: Token | undefined): boolean {
  return CONTRACTED_ADJECTIVE.test(sign) && /^[а-яё]/.test(next?.text ?? "");
}
