import { dictionaryWord } from "./dictionary.ts";
import type { Gender, GrammaticalNumber } from "./types.ts";

/** What an ending says of an adjective. */
export type AdjectiveShape = { readonly gender: Gender; readonly number: GrammaticalNumber };

/** Possessive adjectives: казачий, казачьего. */
const POSSESSIVE =
  /^(казач|рыбач|девич|охотнич|помещич|трет|бож|волч|медвеж|олен|верблюж|пастуш|вдов|птич|лис|коров|овеч|собач|кошач|рыб|заяч|теляч|баран|барсуч|бизон|батрач|гагач|гадюч|извозчич|индееч|крокодил|кукушеч|куропач|лешач|марал|мельнич|мужич|наезднич|наёмнич|нерпич|носорож|павлин|пеликан|полковнич|правнуч|росомаш|садовнич|сайгач|селезен|советнич|сомов|стольнич|судач|суроч|шакал|белич|бирюч|быч|волов|враж|газел|гусяч|дельфин|жеребяч|индюшач|ишач|кабан|княж|коз|кобыл|кролич|кротов|крыс|кур|куряч|лебяж|лос|лягушач|мартыш|мыш|обезьян|пауч|петуш|плотнич|поросяч|разбойнич|раб|рач|ребяч|русалоч|рыс|сапожнич|свиняч|слонов|собол|сокол|сороч|старушеч|страннич|суслич|таракан|тюлен|уряднич|утяч|фазан|холоп|цыпляч|черепаш|чиновнич|щеняч|щуч|ягняч|ямщич)(ий|ья|ье|ьи)$/i;

/** Gender and number that the nominative form itself shows; null for a word that is not adjective-like. */
export function adjectiveShape(word: string): AdjectiveShape | null {
  const plain = word.replace(/ся$/i, "").replace(/^.*-/, "");
  if (plain.length < 4) return null;
  if (mayBeNoun(word, plain) && isNounAlone(word)) return null;
  const possessive = POSSESSIVE.exec(plain)?.[2]?.toLowerCase();
  if (possessive !== undefined) return shapeOf({ ий: "m", ья: "f", ье: "n", ьи: "p" }[possessive] ?? "m");
  // Nouns: учреждение, предприятие, условие, наличие; санаторий, гений.
  if (/(ени|ани|яни|[^гкхжшщчн]и|личи|ичи)е$/i.test(plain) || /([^гкхжшщчн]ий|гений)$/i.test(plain)) return null;
  if (/ой$/i.test(plain)) return isStressedAdjective(plain) ? shapeOf("m") : null;
  if (/(ый|ий)$/i.test(plain)) return shapeOf("m");
  if (/(ая|яя)$/i.test(plain)) return shapeOf("f");
  if (/(ое|ее)$/i.test(plain)) return shapeOf("n");
  return /(ые|ие)$/i.test(plain) ? shapeOf("p") : null;
}

/** Безбрачие, стая, and compounds of two nouns: электрик-лесничий. */
function mayBeNoun(word: string, plain: string): boolean {
  return (
    /[гкхжшщчн]ие$|([^сц][гкх]|[аеиоуюя]н)ий$/i.test(plain) ||
    /^.{1,3}ая$/i.test(plain) ||
    /[абвгджзклмнпрстфхцчшщья]-.*(й|[аяоеыи][яе])$/i.test(word)
  );
}

function isNounAlone(word: string): boolean {
  const hyphen = word.lastIndexOf("-");
  const { nouns, adjectives } = dictionaryWord(word.slice(hyphen + 1));
  if (hyphen < 0) return nouns.length > 0 && adjectives.length === 0;
  return nouns.length > 0 && dictionaryWord(word.slice(0, hyphen)).nouns.length > 0;
}

function shapeOf(letter: string): AdjectiveShape {
  const gender = letter === "f" ? "feminine" : letter === "n" ? "neuter" : "masculine";
  return { gender, number: letter === "p" ? "plural" : "singular" };
}

/** «Городской» is a nominative, «столовой» an oblique case of «столовая». */
function isStressedAdjective(word: string): boolean {
  if (/^(городской|областной|краевой)$/i.test(word)) return true;
  return dictionaryWord(word).adjectives.some(({ gender }) => gender === "masculine");
}

/** Stem of a possessive adjective without its soft sign («казач»), or null. */
export function possessiveStem(word: string): string | null {
  return POSSESSIVE.exec(word)?.[1] ?? null;
}
