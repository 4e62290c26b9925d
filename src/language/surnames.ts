import { inclineLastname } from "lvovich";
import type { GrammaticalCase } from "./types.ts";

/** A surname form and why it may be doubtful; `doubt` is empty when it is not. */
export type SurnameForm = { readonly text: string; readonly doubt: string };

type Sex = "masculine" | "feminine";
type Oblique = Exclude<GrammaticalCase, "nominative">;

const LVOVICH_CASES = {
  genitive: "genitive",
  dative: "dative",
  accusative: "accusative",
  instrumental: "instrumental",
  prepositional: "prepositional",
} as const;

/**
 * A surname in a case. Double surnames decline in both halves when the first can stand alone (-ов, -ин, -ский, -ая);
 * a form on which our paradigm and the library differ, or a surname of a risky pattern, is returned with a doubt.
 */
export function surnameForm(surname: string, grammaticalCase: GrammaticalCase, sex: Sex): SurnameForm {
  if (grammaticalCase === "nominative") return { text: surname, doubt: "" };
  const halves = surname.split("-");
  if (halves.length > 2) return { text: surname, doubt: "тройная фамилия" };
  if (halves.length === 2) return doubleForm(halves[0] ?? "", halves[1] ?? "", grammaticalCase, sex);
  return single(surname, grammaticalCase, sex);
}

function doubleForm(first: string, second: string, grammaticalCase: Oblique, sex: Sex): SurnameForm {
  const after = single(second, grammaticalCase, sex);
  if (/^(бонч|тян|сен|цой|мамин)$/i.test(first) && !/^мамин$/i.test(first))
    return { text: `${first}-${after.text}`, doubt: after.doubt };
  const before = single(first, grammaticalCase, sex);
  return { text: `${before.text}-${after.text}`, doubt: before.doubt || after.doubt };
}

function single(surname: string, grammaticalCase: Oblique, sex: Sex): SurnameForm {
  const own = paradigm(surname, sex);
  if (own === null) return { text: surname, doubt: "" };
  const text = own.stem + own.endings[grammaticalCase];
  if (own.certain) return { text, doubt: "" };
  const library =
    sex === "masculine"
      ? inclineLastname(surname, LVOVICH_CASES[grammaticalCase], "male")
      : inclineLastname(surname, LVOVICH_CASES[grammaticalCase], "female");
  const agree = yo(library) === yo(text);
  return { text, doubt: agree && !own.risky ? "" : "фамилия редкого склонения" };
}

type Paradigm = {
  readonly stem: string;
  readonly endings: { readonly [name in Oblique]: string };
  readonly certain: boolean;
  readonly risky: boolean;
};

const ends = (
  genitive: string,
  dative: string,
  accusative: string,
  instrumental: string,
  prepositional: string,
): { readonly [name in Oblique]: string } => ({ genitive, dative, accusative, instrumental, prepositional });

/** The paradigm by the ending; null when the surname does not decline. */
function paradigm(surname: string, sex: Sex): Paradigm | null {
  if (/([оеуюыиэ]|аго|яго|ово|ых|их)$/i.test(surname) || /[аоуеиюя]а$|(?:ьа)$/i.test(surname)) return null;
  const found = sex === "masculine" ? masculine(surname) : feminine(surname);
  return found ?? both(surname);
}

function make(
  surname: string,
  cut: number,
  endings: { readonly [name in Oblique]: string },
  certain = true,
  risky = false,
): Paradigm {
  return { stem: cut === 0 ? surname : surname.slice(0, -cut), endings, certain, risky };
}

function masculine(surname: string): Paradigm | null {
  if (/(ов|ев|ёв|ин|ын)$/i.test(surname) && surname.length > 4) return make(surname, 0, ends("а", "у", "а", "ым", "е"));
  if (/[сцк]кий$/i.test(surname) || /[гкх]ий$/i.test(surname))
    return make(surname, 2, ends("ого", "ому", "ого", "им", "ом"));
  if (/ый$/i.test(surname)) return make(surname, 2, ends("ого", "ому", "ого", "ым", "ом"));
  if (/[жшщч]ий$/i.test(surname)) return make(surname, 2, ends("его", "ему", "его", "им", "ем"));
  if (/[рдвтмнл]ой$|[гкх]ой$/i.test(surname) && !/(прибой|цой|строй|бой)$/i.test(surname))
    return make(surname, 2, ends("ого", "ому", "ого", /[гкх]ой$/i.test(surname) ? "им" : "ым", "ом"));
  if (/ий$/i.test(surname)) return make(surname, 1, ends("я", "ю", "я", "ем", "и"), false, true);
  if (/(соловей|воробей|муравей)$/i.test(surname)) return make(surname, 2, ends("ья", "ью", "ья", "ьём", "ье"));
  if (/й$/i.test(surname))
    return make(surname, 1, ends("я", "ю", "я", "ем", "е"), !/ей$/i.test(surname), /ей$/i.test(surname));
  if (/ь$/i.test(surname))
    return make(
      surname,
      1,
      ends("я", "ю", "я", "ем", "е"),
      !/(ень|онь|оть)$/i.test(surname),
      /(ень|оть)$/i.test(surname),
    );
  if (/[бвгджзйклмнпрстфхцчшщ]$/i.test(surname)) return consonant(surname);
  return null;
}

/** Masculine surnames on a consonant; -ец and -ок lose or keep the vowel by custom of the family, so they are risky. */
function consonant(surname: string): Paradigm {
  const lower = surname.toLowerCase();
  if (lower === "кузнец" || /[бвгдзклмнпрстфх]ец$/.test(lower)) {
    const keeps = /(кузнец|жнец|швец|чтец)$/.test(lower);
    const stem = keeps ? surname : `${surname.slice(0, -2)}${/лец$/.test(lower) ? "ь" : ""}ц`;
    return {
      stem,
      endings: ends("а", "у", "а", lower === "кузнец" ? "ом" : "ем", "е"),
      certain: lower === "кузнец",
      risky: lower !== "кузнец",
    };
  }
  if (/[цчжшщ]$/i.test(surname)) {
    const stressed =
      /^(ткач|кумач|толмач|силач|богач|грач|калач|лихач|рогач|сыч|ключ|бирюч|чиж|стриж|еж|ёж|мороз)$/i.test(surname);
    const patronymic = /(вич|ич)$/i.test(surname);
    return make(surname, 0, ends("а", "у", "а", stressed ? "ом" : "ем", "е"), stressed || patronymic, !patronymic);
  }
  const risky = /([кт]ок|ек|ёк|ён)$/i.test(surname);
  return make(surname, 0, ends("а", "у", "а", "ом", "е"), !risky, risky);
}

function feminine(surname: string): Paradigm | null {
  if (
    /(ова|ева|ёва|ина|ына)$/i.test(surname) &&
    surname.length > 4 &&
    !/^(калина|малина|былина|перина|пушнина|судьбина|рябина|долина|осина)$/i.test(surname)
  ) {
    return make(surname, 1, ends("ой", "ой", "у", "ой", "ой"));
  }
  if (/[жшщч]ая$/i.test(surname)) return make(surname, 2, ends("ей", "ей", "ую", "ей", "ей"), true);
  if (/ая$/i.test(surname)) return make(surname, 2, ends("ой", "ой", "ую", "ой", "ой"));
  if (/яя$/i.test(surname)) return make(surname, 2, ends("ей", "ей", "юю", "ей", "ей"));
  return null;
}

/** Surnames on -а and -я decline alike for both; women's on a consonant do not decline at all. */
function both(surname: string): Paradigm | null {
  if (/^(золя|дюма|тома|петипа)$/i.test(surname)) return null;
  if (/ия$/i.test(surname)) return make(surname, 1, ends("и", "и", "ю", "ей", "и"));
  if (/я$/i.test(surname)) return make(surname, 1, ends("и", "е", "ю", "ей", "е"));
  if (/[жшщчц]а$/i.test(surname))
    return make(
      surname,
      1,
      ends(/ца$/i.test(surname) ? "ы" : "и", "е", "у", "ей", "е"),
      /^(кваша|груша|баша|каша)$/i.test(surname),
      true,
    );
  if (/[гкх]а$/i.test(surname)) return make(surname, 1, ends("и", "е", "у", "ой", "е"));
  if (/а$/i.test(surname)) return make(surname, 1, ends("ы", "е", "у", "ой", "е"));
  return null;
}

function yo(text: string): string {
  return text.toLowerCase().replaceAll("ё", "е");
}
