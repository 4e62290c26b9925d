/** Codes of the document kinds: folders under `templates/`. */
export const KINDS_CODES = {
  TRC3003: "В папке вида документа нет файла, который назван в kind.yaml",
  TRC3004: "Для записи нет вида документа",
  TRC3005: "Путь из kind.yaml не ведёт к нужному значению записи",
  TRC3006: "В папке шаблонов нет ни одного вида документа",
  TRC3007: "Профиль оформления не подходит по дате документа",
} as const;
