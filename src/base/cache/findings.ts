import { defineFindings, text } from "../diagnostics/index.ts";

/** The findings of this room. */
export const FINDINGS = defineFindings({
  TRC6030: {
    severity: "warning",
    title: text("Общий кэш недоступен", "The shared cache cannot be reached"),
    message: (place: string, reason: string) =>
      text(`Общий кэш «${place}» недоступен: ${reason}`, `The shared cache “${place}” cannot be reached: ${reason}`),
    why: text(
      "Сборка идёт и без него, только дольше: всё делается здесь",
      "The build goes on without it and takes longer: everything is made here",
    ),
    hints: text(
      "Проверьте адрес, права и связь; на документы это не влияет",
      "Check the address, the rights and the network; documents do not depend on it",
    ),
  },
  TRC6031: {
    severity: "warning",
    title: text("Запись общего кэша повреждена или чужая", "An entry of the shared cache is damaged or forged"),
    message: (place: string, name: string, whole: boolean) => {
      const short = name.slice(0, 12);
      return whole
        ? text(
            `В общем кэше «${place}» запись ${short}… подписана не тем ключом`,
            `In the shared cache “${place}” the entry ${short}… is not signed by this key`,
          )
        : text(
            `В общем кэше «${place}» запись ${short}… повреждена`,
            `In the shared cache “${place}” the entry ${short}… is damaged`,
          );
    },
    why: text(
      "Берётся только то, что сходится с контрольной суммой и подписано ключом общего кэша; эта запись не взята",
      "Only what agrees with its digest and is signed by the key of the shared cache is used; this entry was not",
    ),
    hints: text(
      "Узнайте, кто пишет в общий кэш; запись заменит сборка с закрытым ключом",
      "Find out who writes to the shared cache; a build with the private key replaces the entry",
    ),
  },
});
