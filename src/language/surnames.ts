import { isCorroborated } from "./second-opinion.ts";
import { keepingCapitals, syllables } from "./spelling.ts";
import { type SurnameClass, surnameClass } from "./surname-class.ts";
import { isListed } from "./surname-lists.ts";
import { type Declined, type GrammaticalCase, joined, type Oblique, type Sex, sure, unconfirmed } from "./types.ts";

/**
 * A surname in a case: «Римский-Корсаков», «фон Берг», «ИВАНОВА». Each part of a double surname declines by its own class;
 * particles stay. Low confidence when the class is risky, or when both libraries give another form.
 */
export function surnameForm(surname: string, grammaticalCase: GrammaticalCase, sex: Sex): Declined {
  if (grammaticalCase === "nominative") return sure(surname);
  const words = surname.split(" ");
  return joined(
    words.map((word) =>
      isListed(word.toLowerCase(), "frozenFirst") && words.length > 1
        ? sure(word)
        : hyphened(word, grammaticalCase, sex),
    ),
    " ",
  );
}

function hyphened(surname: string, grammaticalCase: Oblique, sex: Sex): Declined {
  const parts = surname.split("-");
  const last = parts.at(-1) ?? "";
  if (parts.length === 1) return single(surname, grammaticalCase, sex);
  const forms = parts.map((part, index) => {
    if (index < parts.length - 1 && isListed(part.toLowerCase(), "frozenFirst")) return sure(part);
    const form = single(part, grammaticalCase, sex);
    return index < parts.length - 1 && !standsAlone(part, form.text)
      ? unconfirmed(
          form.text,
          form.reason ?? {
            ru: `склоняется ли первая часть «${part}», неизвестно`,
            en: `whether the first part “${part}” declines is unknown`,
          },
        )
      : form;
  });
  const whole = joined(forms, "-");
  return parts.length > 2
    ? unconfirmed(whole.text, {
        ru: `фамилия из ${parts.length} частей, последняя – «${last}»`,
        en: `a surname of ${parts.length} parts, the last is “${last}”`,
      })
    : whole;
}

/** A first half declines when it is a surname of its own; one that keeps its form is right either way. */
function standsAlone(part: string, form: string): boolean {
  return form === part || /([уюа]к|ян|ов|ев|ёв|ин|ын|ский|цкий|кий|ый|ой|ова|ева|ёва|ина|ына|ая|вич)$/i.test(part);
}

function single(surname: string, grammaticalCase: Oblique, sex: Sex): Declined {
  const kind = surnameClass(surname, sex);
  const text = keepingCapitals(surname, (word) => withEnding(word, kind, grammaticalCase));
  if (kind.trust === "certain") return sure(text);
  if (kind.trust !== "regular")
    return kind.doubtIn?.includes(grammaticalCase) === false ? sure(text) : unconfirmed(text, kind.trust);
  // The libraries drop a vowel of short names («Блка»), so what they say of one syllable counts for nothing.
  if (syllables(surname) === 1 || isCorroborated(text, { part: "surname", word: surname, name: grammaticalCase, sex }))
    return sure(text);
  return unconfirmed(text, {
    ru: "обе библиотеки склонения дают другую форму фамилии",
    en: "both libraries of declension give another form of the surname",
  });
}

function withEnding(word: string, kind: SurnameClass, grammaticalCase: Oblique): string {
  const { endings, cut, insert = "" } = kind;
  if (endings === null) return word;
  const stem = cut === 0 ? word : word.slice(0, -cut);
  return (kind.stressed ? stem.replace("ё", "е").replace("Ё", "Е") : stem) + insert + endings[grammaticalCase];
}
