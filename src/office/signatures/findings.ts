import { defineFindings, type Text, text } from "../../base/diagnostics/index.ts";

/** The findings of this room. */
export const FINDINGS = defineFindings({
  TRC7030: {
    title: text("Файл подписи не читается", "A signature file cannot be read"),
    why: text(
      "Метку времени добавляют к подписи: файл .sig в виде DER, PEM или Base64",
      "A time stamp is added to a signature: a .sig file in DER, PEM or Base64",
    ),
    message: (file: string, reason: Text) =>
      text(`«${file}» – не подпись: ${reason.ru}`, `“${file}” is no signature: ${reason.en}`),
    hints: () => text("Укажите файл подписи, а не документа", "Name the signature file, not the document"),
    example: { wrong: "trc timestamp Приказ.pdf", right: "trc timestamp Приказ.pdf.sig" },
  },
  TRC7031: {
    title: text("Метка времени или подпись не получена", "No signature or time stamp was obtained"),
    why: text(
      "Без верного ответа службы или ключа добавлять нечего; файлы остались как были",
      "Without a right answer of the service or the key there is nothing to add; the files are as they were",
    ),
    message: (file: string, reason: Text) => text(`«${file}»: ${reason.ru}`, `“${file}”: ${reason.en}`),
    hints: () =>
      text(
        "Проверьте адрес службы и связь; без сети запишите запрос (--request), получите ответ на другом компьютере и укажите его (--reply)",
        "Check the address of the service and the connection; without a network write the request (--request), get the reply on another machine and name it (--reply)",
      ),
    example: {
      wrong: "trc timestamp Приказ.pdf.sig --tsa http://localhost:1/",
      right: "trc timestamp Приказ.pdf.sig --tsa http://tsa.example.org/",
    },
  },
  TRC7032: {
    title: text("Файл для подписи не читается", "A file for a signature cannot be read"),
    why: text(
      "Подписывают и добавляют к подписи только то, что прочитано целиком",
      "Only what was read whole is signed, or added to a signature",
    ),
    hints: text("Проверьте путь и вид файла", "Check the path and the kind of the file"),
    example: { wrong: "trc sign Прказ.pdf --p12 ключ.p12", right: "trc sign Приказ.pdf --p12 ключ.p12" },
  },
  TRC7033: {
    title: text("Этот PDF нельзя подписать внутри", "This PDF cannot be signed inside"),
    why: text(
      "Внутри подписывают PDF, сделанный trc: его устройство известно, и подпись не нарушит ни архивного вида, ни чтения вслух",
      "A PDF made by trc is signed inside: how it is built is known, and the signature breaks neither the archival form nor reading aloud",
    ),
    message: (file: string) =>
      text(
        `«${file}» сделан не trc или изменён другой программой`,
        `“${file}” was not made by trc, or another program changed it`,
      ),
    hints: () =>
      text(
        "Сделайте отсоединённую подпись: без ключа --inside",
        "Make a detached signature: without the option --inside",
      ),
    example: { wrong: "trc sign Скан.pdf --inside --p12 ключ.p12", right: "trc sign Скан.pdf --p12 ключ.p12" },
  },
});
