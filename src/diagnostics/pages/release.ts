import type { CodePage } from "./code-page.ts";

/** Pages of the codes: what a fault means, an example of it and of its mending. */
export const RELEASE_PAGES: { readonly [code: string]: CodePage } = {
  TRC7001: { english: "The approver has no record", why: "Одобряет лицо из папки people" },
  TRC7002: {
    english: "The person may not approve this document",
    why: "Кто одобряет, сказано в kind.yaml (signOff) и в settings.yaml (approvers)",
  },
  TRC7003: {
    english: "Approval of a document that is not in the set",
    why: "Одобрение относится к документу комплекта",
  },
  TRC7004: { english: "The approval cannot be saved", why: "На папку нет прав или файл занят" },
  TRC7005: { english: "The document is not named or not found", why: "Назовите документ его именем из комплекта" },
  TRC7006: { english: "The signature of an approval failed", why: "Сертификат не подошёл или пароль неверен" },
  TRC7010: {
    english: "Not everybody has approved the document",
    why: "Комплект выпускают, когда каждый документ одобрен всеми, кто должен",
  },
  TRC7011: {
    english: "There are uncommitted changes",
    why: "Выпускают то, что зафиксировано: по комплекту можно найти его исходные записи",
  },
  TRC7012: { english: "There is no git commit to release from", why: "Комплект помнит фиксацию, из которой собран" },
  TRC7013: { english: "The bundle cannot be signed", why: "Подпись не получилась: проверьте сертификат и пароль" },
  TRC7014: { english: "The certificate is not valid", why: "Сертификат просрочен или ещё не действует" },
  TRC7015: { english: "A file of the bundle cannot be written", why: "На папку нет прав или диск полон" },
  TRC7016: { english: "Another run writes to the folder of the bundle", why: "Дождитесь другого запуска" },
  TRC7020: { english: "The bundle is not found or not readable", why: "Проверьте путь к файлу комплекта" },
  TRC7021: { english: "The file is not a whole bundle", why: "Файл оборван или изменён" },
  TRC7022: {
    english: "The signature file cannot be read",
    why: "Нужна отсоединённая подпись CMS (CAdES-BES) в виде DER, PEM или Base64",
  },
  TRC7023: {
    english: "The signature is of no file of the bundle",
    why: "Подпись верна для других байтов: подписан другой файл, или он пересохранён после подписания",
  },
  TRC7024: {
    english: "The signature is wrong",
    why: "Подпись не сходится с файлом и ключом сертификата, поэтому в комплект не берётся",
  },
};
