import { remembering } from "./remembering.ts";
import type { Oblique } from "./types.ts";

/** What is added to the stem in the genitive, dative, accusative, instrumental and prepositional. */
export type Endings = { readonly [name in Oblique]: string };

/** «а у а ом е» → endings in the order of the cases; «–» is an empty ending. */
export const endings = remembering(200, (row): Endings => {
  const [genitive = "", dative = "", accusative = "", instrumental = "", prepositional = ""] = row
    .split(" ")
    .map((ending) => (ending === "–" ? "" : ending));
  return { genitive, dative, accusative, instrumental, prepositional };
});

/** Declensions of names of people; the letters are added after the ending of the nominative is cut. */
export const NAME_ENDINGS = {
  /** Иван, Ковальчук: nothing is cut. */
  hard: endings("а у а ом е"),
  /** Шульц, Мицкевич: nothing is cut. */
  hushing: endings("а у а ем е"),
  /** Игорь, Коваль, Гайдай. */
  soft: endings("я ю я ем е"),
  /** Юрий, Арсений: only the last letter is cut. */
  iy: endings("я ю я ем и"),
  /** Соловей → солов|ья. */
  fleetingEy: endings("ья ью ья ьём ье"),
  /** Иванов: nothing is cut. */
  possessive: endings("а у а ым е"),
  /** Иванова. */
  possessiveFeminine: endings("ой ой у ой ой"),
  /** Чёрный, Толстой. */
  adjective: endings("ого ому ого ым ом"),
  /** Горький, Трубецкой. */
  adjectiveVelar: endings("ого ому ого им ом"),
  /** Осадчий, Синий. */
  adjectiveSoft: endings("его ему его им ем"),
  /** Куцый: after ц «о» without stress is «е». */
  adjectiveTse: endings("его ему его ым ем"),
  /** Третий, Лисий. */
  adjectivePossessive: endings("ьего ьему ьего ьим ьем"),
  /** Третья: only the last letter is cut. */
  adjectiveFemininePossessive: endings("ей ей ю ей ей"),
  /** Белая. */
  adjectiveFeminine: endings("ой ой ую ой ой"),
  /** Осадчая. */
  adjectiveFeminineHushing: endings("ей ей ую ей ей"),
  /** Синяя. */
  adjectiveFeminineSoft: endings("ей ей юю ей ей"),
  /** Майборода. */
  a: endings("ы е у ой е"),
  /** Ольга, Окука. */
  aVelar: endings("и е у ой е"),
  /** Саша, Груша. */
  aHushing: endings("и е у ей е"),
  /** Ница. */
  aTs: endings("ы е у ей е"),
  /** Зоя, Дарья. */
  ya: endings("и е ю ей е"),
  /** Мария, Берия. */
  iya: endings("и и ю ей и"),
  /** Любовь, Юдифь. */
  third: endings("и и ь ью и"),
} as const;
