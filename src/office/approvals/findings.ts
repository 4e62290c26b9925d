import { defineFindings, text } from "../../base/diagnostics/index.ts";

/** The findings of this room. */
export const FINDINGS = defineFindings({
  TRC7001: {
    title: text("Одобряет лицо, записи о котором нет", "The approver has no record"),
    why: text("После --as – имя файла из people без расширения", "--as takes a file name of people, no extension"),
  },
  TRC7002: {
    title: text("Лицо не может одобрить этот документ", "The person may not approve this document"),
    why: text(
      "Кто одобряет, сказано в kind.yaml (signOff) и в settings.yaml (approvers)",
      "Who approves is told by kind.yaml (signOff) and settings.yaml (approvers)",
    ),
    hints: text("Проверьте --as, --role и --date", "Check --as, --role and --date"),
  },
  TRC7003: {
    severity: "warning",
    title: text("Одобрение документа, которого нет в комплекте", "Approval of a document that is not in the set"),
    why: text("Одобрение относится к документу комплекта", "An approval belongs to a document of the set"),
    hints: text(
      "Если документ больше не нужен, удалите запись об одобрении; если переименован, одобрите его заново",
      "If the document is no longer needed, delete the record of the approval; if it was renamed, approve it anew",
    ),
  },
  TRC7004: {
    title: text("Запись об одобрении не удалось сохранить", "The approval cannot be saved"),
    why: text("На папку нет прав или файл занят", "There are no rights to the folder, or the file is in use"),
  },
  TRC7005: {
    title: text("Документ не назван или не найден", "The document is not named or not found"),
    why: text("Документ называют его именем из комплекта", "A document is named as the set names it"),
    hints: text(
      "Кто одобряет в какой роли, указывают в settings.yaml, approvers",
      "Who approves in which role is said in settings.yaml, approvers",
    ),
  },
  TRC7006: {
    title: text("Подпись под одобрением не получилась или не подходит", "The signature of an approval failed"),
    why: text("Сертификат не подошёл или пароль неверен", "The certificate does not fit, or the password is wrong"),
  },
});
