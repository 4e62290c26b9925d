/** Codes of the rules across records and documents. */
export const RULES_CODES = {
  TRC2901: "Снятие замечания ничего не снимает",
  TRC2902: "Нет правила с таким кодом",
} as const;
