/** Codes of the public edition. */
export const PUBLICATION_CODES = {
  TRC6501: "У свойства схемы нет правила публикации",
  TRC6502: "Правило публикации не подходит свойству",
} as const;
