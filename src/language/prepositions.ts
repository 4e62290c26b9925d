/** Abbreviations are read letter by letter unless they are pronounced as a word: «о МБОУ» (эм-бэ), «об ОГЭ» (о-гэ), «об ФГОС» is read «о эф» → «о ФГОС» by custom. */
const LETTER_VOWEL_START = /^[АОУЭИЫ]/;

/**
 * The right form of a preposition before the next text: «о/об/обо», «с/со», «в/во», «к/ко», without the text itself.
 *
 * `preposition("о", "утверждении")` → `об`; `preposition("о", "едином")` → `о`; `preposition("с", "школой")` → `со`.
 */
export function preposition(name: "о" | "с" | "в" | "к", next: string): string {
  const word = /[\p{L}]+/u.exec(next.replace(/^[«„"“(]+/u, ""))?.[0] ?? "";
  const lower = word.toLowerCase();
  const abbreviation = word.length > 1 && word === word.toUpperCase();
  switch (name) {
    case "о":
      if (/^(мне|всём|всем|всей|всех|что)$/.test(lower)) return "обо";
      if (abbreviation) return LETTER_VOWEL_START.test(word) ? "об" : "о";
      return /^[аоуэи]/.test(lower) ? "об" : "о";
    case "с":
      if (abbreviation) return "с";
      return /^([сзшжщ][бвгджзклмнпрстфхцчшщ]|щ|мной|всем|всей|всеми|льд)/.test(lower) ? "со" : "с";
    case "в":
      if (abbreviation) return "в";
      return /^([вф][бвгджзклмнпрстфхцчшщ]|исполнение|избежание|имя|мне|многих|дворе)/.test(lower) ? "во" : "в";
    case "к":
      return /^(мне|всем|всей|всему|втор|дню|многим|двор)/.test(lower) ? "ко" : "к";
  }
}
