/** Codes of the build and the command line. */
export const BUILD_CODES = {
  TRC0002: "Сбой программы: ошибка в самой trc, а не в данных",
  TRC6009: "Отчёт не удалось записать",
} as const;
