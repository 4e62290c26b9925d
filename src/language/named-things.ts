import { nounEntry } from "./noun-entry.ts";
import { phraseForm, phraseOf } from "./phrase.ts";
import { bare, phraseTokens } from "./phrase-tokens.ts";
import { type Declined, type GrammaticalCase, type PhraseSort, sure, unconfirmed } from "./types.ts";

/** «И. о.», «врио»: what follows is in the genitive already and nothing changes. */
const ACTING = /^(и\.\s?о\.|врио|врид|вр\.\s?и\.\s?о\.|и\.\s?п\.)[\s\u00a0]+/i;

/** Whether a post is an acting one: «и. о. директора». */
export function isActing(text: string): boolean {
  return ACTING.test(text);
}

/** A post in a case: only the head and what agrees with it changes, what follows the head stays. */
export function declinePosition(text: string, grammaticalCase: GrammaticalCase): Declined {
  const acting = ACTING.exec(text);
  if (acting === null) return decline(text, grammaticalCase, "position");
  const sign = acting[1] ?? "";
  const { word } = bare(phraseTokens(text.slice(acting[0].length))[0] ?? { text: "", space: "" });
  const head = nounEntry(word, { animate: true, number: "singular" });
  const genitive = head?.form("genitive", "singular") ?? word;
  return grammaticalCase === "nominative" || head === null || !head.animate || genitive === word
    ? sure(text)
    : unconfirmed(text.replace(word, genitive), {
        ru: `после «${sign}» должность пишут в родительном падеже: «${sign} ${genitive}»`,
        en: `after “${sign}” the post stands in the genitive: “${sign} ${genitive}”`,
      });
}

/** An organisation or territory in a case; text in quotes and leading abbreviations are left alone. */
function declineOrganisation(text: string, grammaticalCase: GrammaticalCase): Declined {
  return decline(text, grammaticalCase, "organisation");
}

/** A phrase («план работы», «базовые организации») in a case, singular or plural as it is given. */
export function declinePhrase(text: string, grammaticalCase: GrammaticalCase): Declined {
  return decline(text, grammaticalCase, "phrase");
}

function decline(text: string, grammaticalCase: GrammaticalCase, sort: PhraseSort): Declined {
  return grammaticalCase === "nominative" ? sure(text) : phraseForm(phraseOf(text, sort), grammaticalCase);
}

/** How each kind of name declines. */
export const DECLINE = { position: declinePosition, organisation: declineOrganisation, phrase: declinePhrase } as const;
