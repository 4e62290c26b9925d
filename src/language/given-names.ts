import type { Text } from "../base/diagnostics/index.ts";
import { NAME_ENDINGS as E, type Endings } from "./endings.ts";
import { isCorroborated } from "./second-opinion.ts";
import { keepingCapitals, syllables } from "./spelling.ts";
import { type Declined, type GrammaticalCase, joined, type Oblique, type Sex, sure, unconfirmed } from "./types.ts";

const STEMS = new Map([
  ["пётр", "Петр"],
  ["петр", "Петр"],
  ["павел", "Павл"],
  ["лев", "Льв"],
]);
/** Women's names on a soft sign that decline by the third declension. */
const THIRD =
  /^(любовь|нинель|рахиль|юдифь|руфь|эсфирь|адель|гюзель|айгуль|асель|айсель|есфирь|агарь|жизель|изабель)$/i;
/** Names that came from languages without endings stay as they are. */
const FROZEN_FEMALE = /^(мишель|николь|мириам|эммануэль|габриэль)$/i;

/** A given name in a case, double ones too. Low confidence for patterns that the ending does not settle. */
export function givenNameForm(given: string, grammaticalCase: GrammaticalCase, sex: Sex): Declined {
  if (grammaticalCase === "nominative" || given === "") return sure(given);
  const parts = given.split("-");
  return joined(
    parts.map((part, index) => {
      const form = single(part, grammaticalCase, sex);
      return index === 0 && parts.length > 1 && sex === "masculine" && form.text !== part
        ? unconfirmed(form.text, {
            ru: "склоняется ли первая часть двойного имени, неизвестно",
            en: "whether the first part of the double name declines is unknown",
          })
        : form;
    }),
    "-",
  );
}

type NameClass = { readonly endings: Endings | null; readonly cut: number; readonly doubt?: Text };

function single(given: string, grammaticalCase: Oblique, sex: Sex): Declined {
  if (!/^[а-яё]+$/i.test(given))
    return unconfirmed(given, {
      ru: `имя «${given}» записано не одним русским словом`,
      en: `the name “${given}” is not one Russian word`,
    });
  const { endings, cut, doubt } = sex === "masculine" ? masculine(given) : feminine(given);
  const form = keepingCapitals(given, (word) => {
    if (endings === null) return word;
    const stem = STEMS.get(word.toLowerCase());
    if (stem !== undefined && sex === "masculine") return stem + endings[grammaticalCase];
    return (cut === 0 ? word : word.slice(0, -cut)) + endings[grammaticalCase];
  });
  if (doubt !== undefined) return unconfirmed(form, doubt);
  if (endings === null || STEMS.has(given.toLowerCase()) || endings === E.third) return sure(form);
  if (isCorroborated(form, { part: "given", word: given, name: grammaticalCase, sex })) return sure(form);
  return unconfirmed(form, {
    ru: `обе библиотеки склонения дают другую форму имени «${given}»`,
    en: `both libraries of declension give another form of “${given}”`,
  });
}

const FROZEN: NameClass = { endings: null, cut: 0 };
const of = (endings: Endings, cut: number, doubt?: Text): NameClass => ({ endings, cut, ...(doubt && { doubt }) });

function masculine(given: string): NameClass {
  if (/^(данил|гаврил|михайл|кирилл?|марк|петр|павл)о$/i.test(given))
    return {
      ...FROZEN,
      doubt: {
        ru: "имя на «-о»: склоняется (Данилы) или нет, решает традиция",
        en: "a name on “-о”: whether it declines (Данилы) is a matter of tradition",
      },
    };
  if (/[оеёуюыэи]$/i.test(given)) return FROZEN;
  if (/[аоуеиюя]а$/i.test(given))
    return { ...FROZEN, doubt: { ru: "имя на гласную и «-а»", en: "a name on a vowel and “-а”" } };
  if (/ий$/i.test(given)) return of(E.iy, 1);
  if (/[йь]$/i.test(given)) return of(E.soft, 1);
  if (/(ок|ек|ец|ёк)$/i.test(given) && !/бек$/i.test(given) && syllables(given) > 1)
    return of(E.hard, 0, {
      ru: `беглая гласная в имени «${given}»`,
      en: `the name “${given}” has a vowel that may fall out`,
    });
  if (/[жшчщц]$/i.test(given)) return of(E.hushing, 0);
  if (/[бвгдзклмнпрстфх]$/i.test(given)) return of(E.hard, 0);
  if (/^илья$/i.test(given)) return of({ ...E.ya, instrumental: "ёй" }, 1);
  return onA(given);
}

function feminine(given: string): NameClass {
  if (FROZEN_FEMALE.test(given)) return FROZEN;
  if (THIRD.test(given)) return of(E.third, 1);
  if (/ь$/i.test(given))
    return of(E.third, 1, {
      ru: `женское имя на «-ь» («${given}»): склоняется или нет, решает традиция`,
      en: `a woman's name on “-ь” (“${given}”): whether it declines is a matter of tradition`,
    });
  if (/[аоуеиюя]а$/i.test(given))
    return of(E.a, 1, {
      ru: `имя «${given}» на гласную и «-а» редкого склонения`,
      en: `the name “${given}” on a vowel and “-а” declines in a rare way`,
    });
  return /[ая]$/i.test(given) ? onA(given) : FROZEN;
}

function onA(given: string): NameClass {
  if (/ия$/i.test(given)) return of(E.iya, 1);
  if (/я$/i.test(given)) return of(E.ya, 1);
  if (/ца$/i.test(given)) return of(E.aTs, 1);
  if (/[жшщч]а$/i.test(given)) return of(E.aHushing, 1);
  return of(/[гкх]а$/i.test(given) ? E.aVelar : E.a, 1);
}
