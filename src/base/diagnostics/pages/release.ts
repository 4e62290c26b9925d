import type { CodePage } from "./code-page.ts";

/** Pages of the codes: what a fault means, an example of it and of its mending. */
export const RELEASE_PAGES: { readonly [code: string]: CodePage } = {
  TRC7001: {
    english: "The approver has no record",
    why: "Одобряет лицо из папки people",
    whyEnglish: "Approvals are given by persons of the folder people",
  },
  TRC7002: {
    english: "The person may not approve this document",
    why: "Кто одобряет, сказано в kind.yaml (signOff) и в settings.yaml (approvers)",
    whyEnglish: "Who approves is told by kind.yaml (signOff) and settings.yaml (approvers)",
  },
  TRC7003: {
    english: "Approval of a document that is not in the set",
    why: "Одобрение относится к документу комплекта",
    whyEnglish: "An approval belongs to a document of the set",
  },
  TRC7004: {
    english: "The approval cannot be saved",
    why: "На папку нет прав или файл занят",
    whyEnglish: "There are no rights to the folder, or the file is in use",
  },
  TRC7005: {
    english: "The document is not named or not found",
    why: "Назовите документ его именем из комплекта",
    whyEnglish: "Name the document as the set names it",
  },
  TRC7006: {
    english: "The signature of an approval failed",
    why: "Сертификат не подошёл или пароль неверен",
    whyEnglish: "The certificate does not fit, or the password is wrong",
  },
  TRC7010: {
    english: "Not everybody has approved the document",
    why: "Комплект выпускают, когда каждый документ одобрен всеми, кто должен",
    whyEnglish: "A bundle is released when every document is approved by all who must",
  },
  TRC7011: {
    english: "There are uncommitted changes",
    why: "Выпускают то, что зафиксировано: по комплекту можно найти его исходные записи",
    whyEnglish: "What is committed is released: the bundle leads back to its records",
  },
  TRC7012: {
    english: "There is no git commit to release from",
    why: "Комплект помнит фиксацию, из которой собран",
    whyEnglish: "A bundle remembers the commit it was made from",
  },
  TRC7013: {
    english: "The bundle cannot be signed",
    why: "Подпись не получилась: проверьте сертификат и пароль",
    whyEnglish: "The signature could not be made: check the certificate and the password",
  },
  TRC7014: {
    english: "The certificate is not valid",
    why: "Сертификат просрочен или ещё не действует",
    whyEnglish: "The certificate has expired or is not valid yet",
  },
  TRC7015: {
    english: "A file of the bundle cannot be written",
    why: "На папку нет прав или диск полон",
    whyEnglish: "There are no rights to the folder, or the disk is full",
  },
  TRC7016: {
    english: "Another run writes to the folder of the bundle",
    why: "Дождитесь другого запуска",
    whyEnglish: "Wait for the other run",
  },
  TRC7017: {
    english: "The templates folder has no words for a bundle",
    why: "Слова описи и памятки комплекта стоят в templates/release/wording.yaml, а не в программе",
    whyEnglish:
      "The words of the inventory and the README of a bundle stand in templates/release/wording.yaml, not in the program",
  },
  TRC7020: {
    english: "The bundle is not found or not readable",
    why: "Проверьте путь к файлу комплекта",
    whyEnglish: "Check the path to the bundle",
  },
  TRC7021: {
    english: "The file is not a whole bundle",
    why: "Файл оборван или изменён",
    whyEnglish: "The file is cut off or changed",
  },
  TRC7022: {
    english: "The signature file cannot be read",
    why: "Нужна отсоединённая подпись CMS (CAdES-BES) в виде DER, PEM или Base64",
    whyEnglish: "A detached CMS signature (CAdES-BES) is needed, as DER, PEM or Base64",
  },
  TRC7023: {
    english: "The signature is of no file of the bundle",
    why: "Подпись верна для других байтов: подписан другой файл, или он пересохранён после подписания",
    whyEnglish: "The signature is right for other bytes: another file was signed, or it was saved anew after signing",
  },
  TRC7024: {
    english: "The signature is wrong",
    why: "Подпись не сходится с файлом и ключом сертификата, поэтому в комплект не берётся",
    whyEnglish:
      "The signature does not agree with the file and the key of the certificate, so the bundle does not take it",
  },
};
