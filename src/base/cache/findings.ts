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
  TRC6032: {
    title: text("Ключ общего кэша не подходит", "The key of the shared cache does not fit"),
    message: (file: string) =>
      text(`В файле «${file}» нет ключа Ed25519 (PEM)`, `The file “${file}” holds no Ed25519 key (PEM)`),
    why: text(
      "Закрытым ключом пишут в общий кэш, открытым только читают; без ключа записи не проверить",
      "With the private key a cache is written, with the public one it is read; without a key no entry can be verified",
    ),
    hints: text(
      "Создайте: openssl genpkey -algorithm ed25519 -out cache.key; openssl pkey -in cache.key -pubout -out cache.pub",
      "Make one: openssl genpkey -algorithm ed25519 -out cache.key; openssl pkey -in cache.key -pubout -out cache.pub",
    ),
  },
});
