/** Codes of Russian grammar. */
export const LANGUAGE_CODES = {
  TRC4001: "Падежная форма имени выведена неуверенно",
  TRC4002: "Падежная форма должности, наименования или слова выведена неуверенно",
} as const;
