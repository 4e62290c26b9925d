import type { Text } from "../base/diagnostics/index.ts";
import { folded } from "../base/text/index.ts";
import { possessiveStem } from "./adjective-look.ts";
import { nounForms, surnameInDictionary } from "./dictionary.ts";
import { NAME_ENDINGS as E, type Endings } from "./endings.ts";
import { isPossessive, mayBeRegion } from "./possessive-surname.ts";
import { remembering } from "./remembering.ts";
import { syllables } from "./spelling.ts";
import { isKnown, isListed } from "./surname-lists.ts";
import type { Oblique, Sex } from "./types.ts";

/**
 * How a surname declines. `cut` letters go from its end, then the ending is added; no `endings`: it does not decline.
 * `trust` says what the class rests on: a norm (certain), a rule of endings that the libraries should corroborate (regular),
 * or nothing firm, and why. `doubtIn` narrows a doubt to the cases in which the readings differ.
 */
export type SurnameClass = {
  readonly endings: Endings | null;
  readonly cut: number;
  /** Put between the stem and the ending: «Коломи|ец» → «Коломи|йц|а». */
  readonly insert?: string;
  /** The ending has the stress: no «ё» is left before it («Ёж» – «Ежа»). */
  readonly stressed?: true;
  readonly trust: Trust;
  readonly doubtIn?: readonly Oblique[];
};

type Trust = "certain" | "regular" | Text;

/** Enough for everybody of a large set. */
const REMEMBERED = 5000;

const made = (endings: Endings, cut: number, trust: Trust = "certain"): SurnameClass => ({ endings, cut, trust });
const frozen = (trust: Trust = "certain"): SurnameClass => ({ endings: null, cut: 0, trust });
const stressDoubt = (endings: Endings, cut: number, ending: Text): SurnameClass => ({
  endings,
  cut,
  trust: {
    ru: `ударение неизвестно, а от него зависит творительный падеж: ${ending.ru}`,
    en: `the stress is unknown, and the instrumental depends on it: ${ending.en}`,
  },
  doubtIn: ["instrumental"],
});

const MASCULINE_LOOK = /(?<=.{2})(ов|ев|ин|ын|ский|цкий|ый|кий|ской|цкой)$/;
const FEMININE_LOOK = /(?<=.{3})(ова|ева|ская|цкая|ная|лая|рая|вая|тая)$/;

const classOf = {
  masculine: remembering(REMEMBERED, (surname) => classified(surname, "masculine")),
  feminine: remembering(REMEMBERED, (surname) => classified(surname, "feminine")),
};

/** The class of one surname (no hyphen) by its ending and the person's gender. @param surname any case of letters */
export function surnameClass(surname: string, sex: Sex): SurnameClass {
  return classOf[sex](surname);
}

function classified(surname: string, sex: Sex): SurnameClass {
  const word = folded(surname);
  if (!/^[а-я’'-]+$/.test(word))
    return frozen({ ru: "фамилия записана не русскими буквами", en: "the surname is not in Russian letters" });
  if (/[оеиуюыэ]$/.test(word) || isListed(word, "french")) return frozen();
  // Бенуа, Моруа, Гулиа: the norm is one.
  if (/[уи]а$/.test(word)) return frozen();
  if (/а$/.test(word) && syllables(word) === 1)
    return frozen({
      ru: "фамилия в один слог на «-а»: склоняется или нет, решает семья",
      en: "a surname of one syllable on “-а”: whether it declines is for the family to say",
    });
  if (/[аоеюя]а$/.test(word))
    return frozen({
      ru: "фамилия на гласную и «-а»: склоняется или нет, решает семья",
      en: "a surname on a vowel and “-а”: whether it declines is for the family to say",
    });
  return (sex === "masculine" ? masculine(word) : feminine(word)) ?? onA(word);
}

/** The ending of the instrumental of the common noun that the surname is: «ершом», «перепелицей»; null for a word that is none, or is two. */
function instrumentalOfNoun(word: string): string | null {
  const [form, ...others] = new Set(nounForms(word, "instrumental").map((one) => one.slice(-2).replace("ё", "о")));
  return form === undefined || others.length > 0 ? null : form;
}

function masculine(word: string): SurnameClass | null {
  if (/(ых|их)$/.test(word)) return onIkh(word);
  if (/(ов|ев|ин|ын)$/.test(word)) return onPossessive(word);
  if (/й$/.test(word)) return onY(word);
  if (/ь$/.test(word)) return onSoftSign(word);
  if (/[бвгджзклмнпрстфхцчшщ]$/.test(word)) return onConsonant(word);
  if (isListed(word, "nounLikePossessive")) return null;
  if (FEMININE_LOOK.test(word))
    return {
      ...onA(word),
      trust: { ru: "фамилия женская, а пол мужской", en: "the surname is feminine, the gender masculine" },
    };
  if (/ина$/.test(word) && isPossessive(word.slice(0, -1)))
    return {
      ...onA(word),
      trust: {
        ru: "фамилия на «-ина» у мужчины: проверьте фамилию и пол",
        en: "a man's surname on “-ина”: check the surname and the gender",
      },
    };
  return null;
}

function onIkh(word: string): SurnameClass {
  if (isListed(word, "germanIkh")) return made(E.hard, 0);
  if (isKnown(word, "nounOnIkh"))
    return made(E.hard, 0, {
      ru: `фамилия-существительное («${capital(word)}а») или русская на «-их», «-ых», которая не склоняется`,
      en: `a surname that is a noun (“${capital(word)}а”) or a Russian one on “-их”, “-ых”, which does not decline`,
    });
  if (/[лнд]их$|рих$|зих$/.test(word))
    return frozen({
      ru: "фамилия на «-их»: русские не склоняются (Долгих), немецкие склоняются (Дитриха)",
      en: "a surname on “-их”: Russian ones do not decline (Долгих), German ones do (Дитриха)",
    });
  return frozen();
}

function onPossessive(word: string): SurnameClass {
  // Сайфуддин, Камалетдин; -дин after a consonant is no Russian suffix.
  if (isListed(word, "foreignPossessive") || /[дт]дин$/.test(word)) return made(E.hard, 0);
  if (word.length > 3 && (isListed(word, "givenLike") || isKnown(word, "nounOnPossessive")))
    return doubtOfYm(made(E.possessive, 0));
  if (isListed(word, "fleetingNouns") || /^.[ое]в$/.test(word))
    return made(E.hard, 0, {
      ru: "короткая фамилия: образец склонения неизвестен",
      en: "a short surname: its pattern is unknown",
    });
  // Шин, Лин, Ин: one syllable and no Russian suffix.
  if (/(ин|ын)$/.test(word) && syllables(word) === 1) return doubtOfYm(made(E.hard, 0));
  return isPossessive(word) ? made(E.possessive, 0) : doubtOfYm(made(E.possessive, 0));
}

function doubtOfYm(base: SurnameClass): SurnameClass {
  return {
    ...base,
    trust: {
      ru: "творительный падеж «-ым» у русской фамилии и «-ом» у иностранной",
      en: "the instrumental is “-ым” for a Russian surname and “-ом” for a foreign one",
    },
    doubtIn: ["instrumental"],
  };
}

function onY(word: string): SurnameClass {
  if (/[гкх]ий$/.test(word)) return onVelar(word);
  if (/ый$/.test(word)) return made(/цый$/.test(word) ? E.adjectiveTse : E.adjective, 2);
  if (isListed(word, "softAdjectives") || isListed(word, "hushingAdjectives") || /щий$/.test(word))
    return made(E.adjectiveSoft, 2);
  if (possessiveStem(word) !== null)
    return made(E.adjectivePossessive, 2, {
      ru: "фамилия на «-ий»: «-ьего», как у прилагательного «третий», или «-его»",
      en: "a surname on “-ий”: “-ьего”, like the adjective “третий”, or “-его”",
    });
  if (/чий$/.test(word))
    return made(E.adjectiveSoft, 2, {
      ru: "фамилия на «-чий»: «-чего» или «-чьего»",
      en: "a surname on “-чий”: “-чего” or “-чьего”",
    });
  if (/[жш]ий$/.test(word))
    return made(E.adjectiveSoft, 2, {
      ru: "фамилия на «-ий» редкого склонения",
      en: "a surname on “-ий” that declines in a rare way",
    });
  if (/ий$/.test(word))
    return made(E.iy, 1, {
      ru: "фамилия на «-ий»: как имя (Арсения) или как прилагательное (Синего)",
      en: "a surname on “-ий”: like a name (Арсения) or like an adjective (Синего)",
    });
  if (/ой$/.test(word)) return onOy(word);
  if (isListed(word, "fleetingEy")) return made(E.fleetingEy, 2);
  if (/ей$/.test(word) && !isListed(word, "steadyEy") && syllables(word) > 1)
    return made(E.soft, 1, {
      ru: "фамилия на «-ей»: гласная выпадает (Соловья) или остаётся (Матвея)",
      en: "a surname on “-ей”: the vowel falls out (Соловья) or stays (Матвея)",
    });
  return made(E.soft, 1);
}

/** Горький is an adjective for certain, Кий and Бокий are nouns. */
function onVelar(word: string): SurnameClass {
  if (/[сц]кий$/.test(word) || isListed(word, "velarAdjectives") || isKnown(word, "adjective"))
    return made(E.adjectiveVelar, 2);
  const stem = word.slice(0, -2);
  return made(E.iy, 1, {
    ru: `фамилия на «-${word.slice(-3)}»: как существительное («${capital(stem)}ия») или как прилагательное («${capital(stem)}ого»)`,
    en: `a surname on “-${word.slice(-3)}”: like a noun (“${capital(stem)}ия”) or like an adjective (“${capital(stem)}ого”)`,
  });
}

function onOy(word: string): SurnameClass {
  if (isListed(word, "nounsOnOy") || isKnown(word, "nounOnY") || syllables(word) === 1) return made(E.soft, 1);
  const endings = /[гкхжшщч]ой$/.test(word) ? E.adjectiveVelar : E.adjective;
  if (/(ск|цк|ов|ев|[нтл])ой$/.test(word) || isListed(word, "adjectivesOnOy") || isKnown(word, "adjective"))
    return made(endings, 2);
  const stem = word.slice(0, -2);
  return made(endings, 2, {
    ru: `фамилия на «-ой»: как прилагательное («${capital(stem)}ого») или как существительное («${capital(stem)}оя»)`,
    en: `a surname on “-ой”: like an adjective (“${capital(stem)}ого”) or like a noun (“${capital(stem)}оя”)`,
  });
}

function onSoftSign(word: string): SurnameClass {
  if (isListed(word, "steadyEn")) return made(E.soft, 1);
  if (/[жшчщ]ь$/.test(word))
    return made(E.hushing, 1, {
      ru: "мужская фамилия на шипящую и «-ь»: образца для неё нет",
      en: "a man's surname on a hushing letter and “-ь”: there is no pattern for it",
    });
  if (isListed(word, "fleetingNouns") || /(ень|оть)$/.test(word))
    return fleeting(word, E.soft, isListed(word, "fleetingNouns"));
  return made(E.soft, 1, "regular");
}

function onConsonant(word: string): SurnameClass {
  if (/(ец|^заяц)$/.test(word) && syllables(word) > 1 && !isListed(word, "steadyEts"))
    return fleeting(word, E.hushing, true);
  if (isListed(word, "steadyEts")) return made(E.hard, 0);
  if (/ц$/.test(word)) return made(E.hushing, 0);
  if (/[чжшщ]$/.test(word)) return onHushing(word);
  // Чеснока, Знатока: a noun whose vowel stays; «Росток» is both «ростка» and the town «Ростока».
  const own = /[оеё]к$/.test(word) ? nounForms(word, "genitive") : [];
  if (own.length > 0 && own.every((one) => one === `${word}а`)) return made(E.hard, 0);
  const genitive =
    /[ео]к$/.test(word) && syllables(word) > 1 ? surnameInDictionary(word, "masculine", "genitive") : null;
  // Гашека, Хичкока: surnames that the dictionary has with the vowel that stays.
  if (genitive === `${word}а`) return made(E.hard, 0);
  if (
    isListed(word, "fleetingNouns") ||
    isKnown(word, "fleeting") ||
    (/(ок|ек|ел)$/.test(word) && syllables(word) > 1 && !/бек$/.test(word))
  )
    return fleeting(word, E.hard, isListed(word, "fleetingNouns") || isKnown(word, "fleeting") || /ок$/.test(word));
  return made(E.hard, 0, "regular");
}

/** The last vowel falls out in one family and stays in another; `drops` is the likelier way, the clerk is asked all the same. */
function fleeting(word: string, endings: Endings, drops: boolean): SurnameClass {
  const [, stem = "", vowel = "", last = ""] = /^(.*)([еояи])([^аеиоуыэюя]ь?)$/.exec(word) ?? [];
  if (last === "") return made(endings, word.endsWith("ь") ? 1 : 0);
  const consonants = last.replace(/ь$/, "");
  const link = /[аеиоуыэюя]$/.test(stem) ? "й" : /л$/.test(stem) && vowel === "е" ? "ь" : "";
  const without = stem + link + consonants + endings.genitive;
  const kept = word.replace(/ь$/, "") + endings.genitive;
  const reason = {
    ru: `беглая гласная: «${capital(without)}» или «${capital(kept)}», решает семья`,
    en: `a vowel that may fall out: “${capital(without)}” or “${capital(kept)}”, the family decides`,
  };
  if (!drops) return made(endings, last.endsWith("ь") ? 1 : 0, reason);
  return { ...made(endings, vowel.length + last.length, reason), insert: link + consonants };
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

function onHushing(word: string): SurnameClass {
  if (isListed(word, "stressedHushing")) return { ...made(E.hard, 0), stressed: true };
  if (isListed(word, "unstressedHushing") || /[ое]вич$|нич$|ньш$/.test(word)) return made(E.hushing, 0);
  const ending = instrumentalOfNoun(word);
  if (ending !== null) return ending === "ом" ? { ...made(E.hard, 0), stressed: true } : made(E.hushing, 0);
  return stressDoubt(E.hushing, 0, { ru: "«-ем» или «-ом»", en: "“-ем” or “-ом”" });
}

function feminine(word: string): SurnameClass | null {
  if (/(ова|ева|ина|ына)$/.test(word) && word.length > 4) {
    const man = word.slice(0, -1);
    const noun =
      isListed(word, "nounLikePossessive") ||
      (isKnown(word, "nounOnPossessiveA") && !isKnown(man, "possessive") && !isListed(man, "russianPossessive"));
    if (!noun && isPossessive(man) && !mayBeRegion(man)) return made(E.possessiveFeminine, 1);
    // «Калину», «Калиной» it is either way.
    return {
      ...made(E.a, 1, {
        ru: "фамилия-существительное (Калины) или от мужской на «-ин», «-ов» (Калиной)",
        en: "a surname that is a noun (Калины) or comes of a masculine one on “-ин”, “-ов” (Калиной)",
      }),
      doubtIn: ["genitive", "dative", "prepositional"],
    };
  }
  const adjective = /[жшщчц]ая$/.test(word) ? E.adjectiveFeminineHushing : E.adjectiveFeminine;
  if (/ая$/.test(word) && word.length > 4)
    return isFeminineAdjective(word)
      ? made(adjective, 2)
      : made(adjective, 2, {
          ru: `фамилия на «-ая»: прилагательное («${capital(word.slice(0, -2))}ой») или кавказская («${capital(word.slice(0, -1))}и»)`,
          en: `a surname on “-ая”: an adjective (“${capital(word.slice(0, -2))}ой”) or one of the Caucasus (“${capital(word.slice(0, -1))}и”)`,
        });
  if (/[бвлсжшцчт]ья$/.test(word))
    return made(possessiveStem(word) === null ? E.ya : E.adjectiveFemininePossessive, 1, {
      ru: `фамилия на «-ья»: прилагательное («${capital(word.slice(0, -1))}ей») или существительное («${capital(word.slice(0, -1))}и»)`,
      en: `a surname on “-ья”: an adjective (“${capital(word.slice(0, -1))}ей”) or a noun (“${capital(word.slice(0, -1))}и”)`,
    });
  if (/яя$/.test(word)) return made(E.adjectiveFeminineSoft, 2);
  if (MASCULINE_LOOK.test(word) && !isListed(word, "foreignPossessive"))
    return frozen({
      ru: "фамилия мужская, а пол женский",
      en: "the surname is masculine, the gender feminine",
    });
  return /[аея]$/.test(word) ? null : frozen();
}

/** Горькая is of Горький, Сухая of Сухой; Кокая, Цхакая are of the Caucasus. */
function isFeminineAdjective(word: string): boolean {
  if (isListed(word, "feminineAdjectives") || /(ск|цк|ов|ев|ст|[бвгджзклмнпрстфхцчшщьй]н|щ|нич)ая$/.test(word))
    return true;
  return (
    /[кгхжшч]ая$/.test(word) &&
    ["ий", "ой"].some((ending) => {
      const man = masculine(word.slice(0, -2) + ending);
      return man?.trust === "certain" && man.endings !== E.soft;
    })
  );
}

/** Surnames on -а and -я decline alike for both genders. */
function onA(word: string): SurnameClass {
  if (/ия$/.test(word)) return made(E.iya, 1, "regular");
  if (/[аоуеюыэя]я$/.test(word))
    return made(E.ya, 1, {
      ru: "фамилия на гласную и «-я» редкого склонения",
      en: "a surname on a vowel and “-я” that declines in a rare way",
    });
  if (/я$/.test(word)) return made(E.ya, 1, "regular");
  if (isListed(word, "stressedSha")) return made(/ца$/.test(word) ? E.a : E.aVelar, 1);
  const hushing = /ца$/.test(word) ? E.aTs : E.aHushing;
  if (isListed(word, "unstressedSha")) return made(hushing, 1);
  const ending = /[жшщчц]а$/.test(word) ? instrumentalOfNoun(word) : null;
  if (ending !== null) return made(ending === "ей" ? hushing : /ца$/.test(word) ? E.a : E.aVelar, 1);
  if (/[жшщчц]а$/.test(word)) return stressDoubt(hushing, 1, { ru: "«-ей» или «-ой»", en: "“-ей” or “-ой”" });
  return made(/[гкх]а$/.test(word) ? E.aVelar : E.a, 1, "regular");
}
