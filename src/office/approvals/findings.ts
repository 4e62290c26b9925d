import { defineFindings, type Text, text } from "../../base/diagnostics/index.ts";
import { numericDate } from "../../base/text/index.ts";

/** The findings of this room. */
export const FINDINGS = defineFindings({
  TRC7001: {
    title: text("Одобряет лицо, записи о котором нет", "The approver has no record"),
    why: text("После --as – имя файла из people без расширения", "--as takes a file name of people, no extension"),
    message: (person: string) => text(`Нет записи о лице «${person}»`, `There is no record of the person “${person}”`),
    example: {
      wrong: "trc sign-off order-general.119-od-2025 --as berezkina",
      right: "trc sign-off order-general.119-od-2025 --as berezkina-mp",
    },
  },
  TRC7002: {
    title: text("Лицо не может одобрить этот документ", "The person may not approve this document"),
    why: text(
      "В каких ролях одобряют документ, сказано в его виде, кто в них – в записях и в settings.yaml (approvers)",
      "In which roles a document is approved is said by its kind, who has them by the records and settings.yaml (approvers)",
    ),
    hints: text("Проверьте --as, --role и --date", "Check --as, --role and --date"),
    message: (person: string, document: string, date: string) =>
      text(
        `«${person}» не может одобрить документ «${document}» ${numericDate(date)}`,
        `“${person}” may not approve the document “${document}” on ${date}`,
      ),
  },
  TRC7003: {
    severity: "warning",
    title: text("Одобрение документа, которого нет в комплекте", "Approval of a document that is not in the set"),
    why: text("Одобрение относится к документу комплекта", "An approval belongs to a document of the set"),
    hints: text(
      "Если документ больше не нужен, удалите запись об одобрении; если переименован, одобрите его заново",
      "If the document is no longer needed, delete the record of the approval; if it was renamed, approve it anew",
    ),
    message: (document: string) =>
      text(
        `Одобрен документ «${document}», которого нет в комплекте`,
        `The document “${document}” is approved but is not in the set`,
      ),
  },
  TRC7004: {
    title: text("Запись об одобрении не удалось сохранить", "The approval cannot be saved"),
    why: text(
      "Запись об одобрении пишется целиком или не пишется вовсе; что помешало, сказано в самом сообщении",
      "The record of an approval is written whole or not at all; the message says what was in the way",
    ),
    message: (folder: string, reason: Text) =>
      text(
        `Одобрение не удалось записать в папку «${folder}»: ${reason.ru}; прежние записи целы`,
        `The approval could not be written to the folder “${folder}”: ${reason.en}; earlier records are whole`,
      ),
    hints: text("Устраните названную причину и повторите", "Remove the cause that is named and try again"),
  },
  TRC7005: {
    title: text(
      "Нет документов, которые ждут одобрения этого лица",
      "No document waits for the approval of this person",
    ),
    why: text(
      "Лицо одобряет те документы, у которых оно исполнитель, юрист, руководитель или названо в settings.yaml (approvers)",
      "A person approves the documents of which they are executor, lawyer or head, or named in settings.yaml (approvers)",
    ),
    hints: text(
      "Кто одобряет в какой роли, указывают в settings.yaml, approvers",
      "Who approves in which role is said in settings.yaml, approvers",
    ),
    message: (person: string) =>
      text(`Нет документов, которые ждут одобрения «${person}»`, `No documents wait for the approval of “${person}”`),
  },
  TRC7006: {
    title: text("Подпись под одобрением не получилась или не подходит", "The signature of an approval failed"),
    why: text(
      "Подписывают действующим ключом, сертификат которого стоит в записи лица",
      "An approval is signed by a valid key whose certificate stands in the record of the person",
    ),
    message: (person: string, reason: Text) =>
      text(
        `Подпись под одобрением «${person}» не получилась: ${reason.ru}`,
        `The approval of “${person}” could not be signed: ${reason.en}`,
      ),
    hints: (person: string) =>
      text(
        `Внесите сертификат в запись people/${person}.yaml, свойство certificates, и проверьте ключ и его срок`,
        `Put the certificate into the record people/${person}.yaml, property certificates, and check the key and its term`,
      ),
    example: {
      wrong: "consent: {date: 2025-09-05}",
      right:
        "consent: {date: 2025-09-05}\ncertificates:\n  - |\n    -----BEGIN CERTIFICATE-----\n    MIIB…\n    -----END CERTIFICATE-----",
    },
  },
});
