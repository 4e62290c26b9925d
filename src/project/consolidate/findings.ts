import { defineFindings, type Text, text } from "../../base/diagnostics/index.ts";

/** The findings of this room. */
export const FINDINGS = defineFindings({
  TRC9501: {
    title: text("Изменение не вошло в действующий текст", "A change is not in the text in force"),
    why: text(
      "Внести можно только то изменение, которое ложится на текст, действовавший в этот день",
      "Only a change that fits the text of the day can be made",
    ),
    message: (said: Text, act: Text) =>
      text(`Изменение не внесено (${act.ru}): ${said.ru}`, `The change was not made (${act.en}): ${said.en}`),
    example: {
      wrong: 'changes: [{clause: "17", action: delete}] – пункта 17 в этот день нет',
      right: 'changes: [{clause: "7", action: delete}]',
    },
  },
  TRC9502: {
    title: text("Документ не выбран", "No document is chosen"),
    why: text("Действующий текст делается одному документу", "The text in force is made of one document"),
    message: (name: string, known: readonly string[]) =>
      text(
        `«${name}» – не один документ комплекта, а ${known.length}: ${known.join(", ")}`,
        `“${name}” is not one document of the set, but ${known.length}: ${known.join(", ")}`,
      ),
    hints: text("Назовите документ полностью: вид.запись", "Name the document in full: kind.record"),
    example: { wrong: "trc consolidate order-general", right: "trc consolidate order-general.91-od-2025" },
  },
  TRC9503: {
    title: text("Документ в этот день не действовал", "The document was not in force on that day"),
    severity: "warning",
    why: text(
      "Текст на день, когда документ ещё не издан или уже утратил силу, показывает слова, но не действует",
      "The text of a day before the document was made or after it was revoked shows its words, but has no force",
    ),
    hints: text("Проверьте день: --at ГГГГ-ММ-ДД", "Check the day: --at YYYY-MM-DD"),
    example: {
      wrong: "trc consolidate 87-od-2025 --at 2024-01-01",
      right: "trc consolidate 87-od-2025 --at 2026-02-01",
    },
  },
  TRC9504: {
    title: text("Изменяющий акт утратил силу", "An amending act was revoked"),
    severity: "warning",
    why: text(
      "Утрата силы изменяющим актом не всегда возвращает прежние слова: об этом говорят в самом акте",
      "Revoking an amending act does not always bring the earlier words back: the revoking act says so",
    ),
    message: (act: Text, by: Text) =>
      text(
        `${act.ru}: утратил силу (${by.ru}); в действующем тексте снова прежние слова`,
        `${act.en} was revoked (${by.en}); the text has the earlier words again`,
      ),
    hints: text(
      "Скажите в отменяющем приказе, что действует прежняя редакция; если новые слова остаются, внесите их новым изменением",
      "Say in the revoking order that the earlier words are in force; where the new ones stay, make them by a new amendment",
    ),
    example: {
      wrong: "revokes: [4-od-2026] – и ни слова о прежней редакции",
      right: "reason: возвращением к прежней редакции приказа",
    },
  },
  TRC9505: {
    title: text("Изменяющий акт не издан", "An amending act is not issued"),
    severity: "warning",
    why: text("В действующий текст входит только изданное", "Only what is issued is in the text in force"),
    message: (act: Text) =>
      text(
        `${act.ru}: не издан, его изменений в тексте нет`,
        `${act.en} is not issued: its changes are not in the text`,
      ),
    hints: text(
      "Издайте его (trc issue) или посмотрите, каким станет текст: --drafts",
      "Issue it (trc issue), or look at what the text will be: --drafts",
    ),
    example: { wrong: "trc consolidate 87-od-2025", right: "trc issue 4-od-2026" },
  },
  TRC9507: {
    title: text("Из правки не сделать изменений", "No changes can be made of the edited text"),
    why: text(
      "Изменения находят, сравнивая действующий текст с его исправленной копией по номерам пунктов и строк",
      "Changes are found by the numbers of clauses and rows, where the text in force and its edited copy differ",
    ),
    hints: text(
      "Возьмите текст (trc consolidate ДОКУМЕНТ: файл Word, а с --text > текст.txt – строки), исправьте слова, новым пунктам дайте новые номера (в Word их даст программа), ненужные сотрите",
      "Take the text (trc consolidate DOCUMENT: a file of Word, with --text > text.txt its lines), change words, give new clauses new numbers (in Word the program gives them), delete what is not wanted",
    ),
    example: { wrong: "5. … стёрт, 6. … стал 5.", right: "5. … стёрт, 6. … остался 6." },
  },
  TRC9506: {
    title: text("Действующий текст некуда записать", "The text in force cannot be written there"),
    why: text("Его записывают в отдельную папку", "It is written into a folder of its own"),
    message: (name: string, why: Text) =>
      text(`В «${name}» записать нельзя: ${why.ru}`, `It cannot be written to “${name}”: ${why.en}`),
    hints: text("Назовите другую папку: --out", "Name another folder: --out"),
    example: { wrong: "trc consolidate 87-od-2025 --out content", right: "trc consolidate 87-od-2025 --out тексты" },
  },
  TRC9508: {
    title: text("Текста этого документа здесь нет", "The text of the document is not here"),
    why: text(
      "Документ составлен не здесь: в записях его карточка и файл, слов для действующего текста программа не знает",
      "The document was made elsewhere: its card and its file are among the records, not the words that a text in force takes",
    ),
    message: text(
      "Документ составлен не здесь, действующий текст не сделать",
      "The document was made elsewhere: no text in force can be made of it",
    ),
    hints: text(
      "Изменения читайте в изменяющих приказах; перенабранный текст можно вести записью другого вида",
      "Read the changes in the amending orders; a text typed anew may be kept as a record of another kind",
    ),
    example: { wrong: "trc consolidate order-paper.90-od-2025", right: "trc consolidate order-general.91-od-2025" },
  },
});
