import { defineFindings, type Text, text } from "../../base/diagnostics/index.ts";
import { numericDate } from "../../base/text/index.ts";

/** The findings of this room. */
export const FINDINGS = defineFindings({
  TRC7010: {
    title: text("Документ не одобрен всеми, кто должен", "Not everybody has approved the document"),
    why: text(
      "Комплект выпускают, когда каждый документ одобрен всеми, кто должен",
      "A bundle is released when every document is approved by all who must",
    ),
    message: (document: string, missing: Text) =>
      text(
        `Не одобрен документ «${document}»: ${missing.ru}`,
        `The document “${document}” is not approved: ${missing.en}`,
      ),
    hints: (document: string) => [
      text(`trc sign-off ${document} --as <лицо>`, `trc sign-off ${document} --as <person>`),
      text(
        "Что изменилось со дня одобрения, покажет trc sign-off без --as",
        "trc sign-off without --as shows what changed since the approval",
      ),
      text(
        "Юриста называет settings.yaml: approvers: {lawyer: [лицо]}; остальных программа знает из записей",
        "The lawyer is named in settings.yaml: approvers: {lawyer: [person]}; the others are known from the records",
      ),
    ],
    example: { wrong: "trc release", right: "trc sign-off order-general.119-od-2025 --as berezkina-mp\ntrc release" },
  },
  TRC7011: {
    title: text("В рабочей папке есть незафиксированные изменения", "There are uncommitted changes"),
    why: text(
      "Комплект выпускают из зафиксированного состояния, чтобы его можно было собрать заново",
      "A bundle is released from a commit, so that it can be made again",
    ),
    hints: [
      text("Зафиксируйте (git commit) или соберите черновик: --draft", "Commit (git commit) or draft: --draft"),
      text(
        "Файл уже зафиксирован? Тогда git его не видит: уберите его из .gitignore; на Windows проверьте .gitattributes (* text=auto eol=lf)",
        "Is the file committed already? Then git does not see it: take it out of .gitignore; on Windows look into .gitattributes (* text=auto eol=lf)",
      ),
    ],
    message: (shown: string, rest: number) =>
      text(
        `В комплект вошло бы то, чего нет в фиксации (commit): ${shown}${rest > 0 ? ` и ещё ${rest}` : ""}`,
        `The bundle would hold what is not in the commit: ${shown}${rest > 0 ? ` and ${rest} more` : ""}`,
      ),
  },
  TRC7013: {
    title: text("Подписать комплект не удалось", "The bundle cannot be signed"),
    why: text(
      "Ключ, сертификат, пароль или программа подписи не подошли",
      "The key, the certificate, the password or the program of signing did not do",
    ),
    message: (said: Text) => text(`Подписать комплект нельзя: ${said.ru}`, `The bundle cannot be signed: ${said.en}`),
    hints: text("Проверьте ключ, сертификат и команду подписи", "Check key, certificate and command of signing"),
  },
  TRC7014: {
    title: text("Сертификат подписи не действует", "The certificate is not valid"),
    why: text("Сертификат просрочен или ещё не действует", "The certificate has expired or is not valid yet"),
    hints: text("Подпишите действующим ключом", "Sign with a key that is valid"),
    message: (holder: string, from: string, to: string) =>
      text(
        `Сертификат подписи сегодня не действует: ${holder}, с ${numericDate(from)} по ${numericDate(to)}`,
        `The certificate of the signer is not valid today: ${holder}, from ${from.slice(0, 10)} to ${to.slice(0, 10)}`,
      ),
  },
  TRC7015: {
    title: text("Файл комплекта не удалось записать", "A file of the bundle cannot be written"),
    why: text(
      "Комплект пишется целиком или не пишется вовсе; что помешало, сказано в самом сообщении",
      "A bundle is written whole or not at all; the message says what was in the way",
    ),
    hints: text(
      "Устраните названную причину и повторите или назовите другой файл: --out release/комплект.zip",
      "Remove the cause that is named and try again, or name another file: --out release/bundle.zip",
    ),
  },
  TRC7016: {
    title: text("В папку комплекта пишет другой запуск", "Another run writes to the folder of the bundle"),
    why: text(
      "Два запуска, пишущие в одну папку, смешали бы свои файлы",
      "Two runs in one folder would mix their files",
    ),
    hints: text("Дождитесь окончания другого запуска и повторите", "Wait until the other run is done and repeat"),
  },
  TRC7017: {
    title: text("Нет слов комплекта в папке шаблонов", "The templates folder has no words for a bundle"),
    why: text(
      "Слова описи и памятки комплекта стоят в templates/release/wording.yaml, а не в программе",
      "The words of the inventory and the README of a bundle stand in templates/release/wording.yaml, not in the program",
    ),
    hints: text(
      "Создайте release/wording.yaml в папке шаблонов по образцу из поставки trc",
      "Create release/wording.yaml in the templates folder after the one that comes with trc",
    ),
  },
  TRC7020: {
    title: text("Комплект не найден или не читается", "The bundle is not found or not readable"),
    why: text(
      "Комплект – файл .zip, который сделала команда trc release, или папка, куда он распакован",
      "A bundle is the .zip that trc release made, or the folder it was unpacked to",
    ),
    message: (path: string, reason: Text | null) =>
      reason === null
        ? text(`Комплект «${path}» не найден`, `The bundle “${path}” was not found`)
        : text(
            `Комплект «${path}» не удалось прочитать: ${reason.ru}`,
            `The bundle “${path}” could not be read: ${reason.en}`,
          ),
    hints: text(
      "Проверьте имя и права: trc verify release/комплект.zip или папка, куда он распакован",
      "Check its name and rights: trc verify release/bundle.zip, or the folder it was unpacked to",
    ),
  },
  TRC7021: {
    title: text("Файл – не целый комплект", "The file is not a whole bundle"),
    why: text("Файл оборван или изменён", "The file is cut off or changed"),
    message: (path: string, reason: Text) =>
      text(`«${path}» – не целый комплект: ${reason.ru}`, `“${path}” is no whole bundle: ${reason.en}`),
    hints: [
      text("Получите комплект заново у того, кто его выпустил", "Get the bundle again from whoever released it"),
      text(
        "Если комплект упакован заново другой программой, распакуйте его и проверьте папку: trc verify <папка>",
        "If another program packed the bundle anew, unpack it and verify the folder: trc verify <folder>",
      ),
    ],
  },
  TRC7022: {
    title: text("Файл подписи не читается", "The signature file cannot be read"),
    why: text(
      "Нужна отсоединённая подпись CMS (CAdES-BES) в виде DER, PEM или Base64",
      "A detached CMS signature (CAdES-BES) is needed, as DER, PEM or Base64",
    ),
    message: (file: string, reason: Text) =>
      text(`Файл «${file}» – не подпись: ${reason.ru}`, `The file “${file}” is no signature: ${reason.en}`),
    hints: text(
      "Возьмите файл .sig, который сделала программа подписи, и проверьте его имя и права на него",
      "Take the file .sig that the program of signing made, and check its name and the rights to it",
    ),
  },
  TRC7023: {
    title: text("Подпись не к файлу комплекта", "The signature is of no file of the bundle"),
    why: text(
      "Подпись верна, но не к этому файлу: подписан другой, или этот пересохранён после подписания",
      "The signature is right for other bytes: another file was signed, or it was saved anew after signing",
    ),
    message: (file: string, target: string | null) =>
      target === null
        ? text(
            `Подпись «${file}» не подходит ни к одному файлу комплекта`,
            `The signature “${file}” fits no file of the bundle`,
          )
        : text(
            `Подпись «${file}» – не к файлу «${target}» или файл изменён после подписания`,
            `The signature “${file}” is not of the file “${target}”, or the file was changed afterwards`,
          ),
    hints: [
      text(
        "Подписывайте тот самый файл, что лежит в комплекте, без пересохранения",
        "Sign the very file that lies in the bundle, without saving it anew",
      ),
      text(
        "Для ГОСТ без модуля gost в openssl назовите файл: --file <путь в комплекте>",
        "For GOST without the gost engine of openssl name the file: --file <path in the bundle>",
      ),
    ],
  },
  TRC7024: {
    title: text("Подпись неверна", "The signature is wrong"),
    why: text(
      "Подпись не сходится с файлом и ключом сертификата, поэтому в комплект не берётся",
      "The signature does not agree with the file and the key of the certificate, so the bundle does not take it",
    ),
    hints: text(
      "Попросите подписать файл заново; комплект остался прежним",
      "Have it signed again; the bundle is as it was",
    ),
  },
});
