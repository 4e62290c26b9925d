import { defineFindings, text } from "../../base/diagnostics/index.ts";

/** The findings of this room. */
export const FINDINGS = defineFindings({
  TRC6020: {
    title: text("Для очереди нужны пакеты bullmq и ioredis", "The queue needs the packages bullmq and ioredis"),
    message: text(
      "Очередь работает на пакетах bullmq и ioredis, а их здесь нет",
      "The queue runs on the packages bullmq and ioredis, which are not here",
    ),
    why: text(
      "Очередь нужна немногим, поэтому её пакеты не входят в программу и ставятся отдельно",
      "Few need a queue, so its packages are no part of the program and are installed besides",
    ),
    hints: text(
      "Поставьте их в этой папке: npm install bullmq ioredis",
      "Install them in this folder: npm install bullmq ioredis",
    ),
  },
  TRC6021: {
    title: text("Очередь недоступна", "The queue cannot be reached"),
    message: (reason: string) =>
      text(`Сервер Redis не отвечает: ${reason}`, `The Redis server does not answer: ${reason}`),
    why: text(
      "Задания лежат на сервере Redis; без него их не отправить и не взять",
      "Jobs lie on a Redis server; without it none can be sent or taken",
    ),
    hints: text(
      "Проверьте адрес (--redis redis://узел:6379 или TRC_REDIS), пароль в нём и запущен ли сервер",
      "Check the address (--redis redis://host:6379 or TRC_REDIS), its password, and whether the server runs",
    ),
    example: { wrong: "trc worker --redis redis://localhost:1", right: "trc worker --redis redis://localhost:6379" },
  },
  TRC6022: {
    title: text("Путь задания выводит из общей папки", "A path of a job leads out of the common folder"),
    message: (path: string) =>
      text(
        `Путь «${path}» не лежит в папке, где работает команда`,
        `The path “${path}” does not lie in the folder that the command works in`,
      ),
    why: text(
      "Отправитель и исполнители видят одну папку и называют пути от неё; писать за её пределами задание не может",
      "Sender and workers see one folder and name paths from there; a job cannot write outside of it",
    ),
    hints: text(
      "Запускайте команды в общей папке, где лежат и записи, и вывод",
      "Run the commands in the common folder, which holds records and output",
    ),
    example: {
      wrong: "trc queue send --content ../region/a --out out",
      right: "trc queue send --content region/a --out out",
    },
  },
  TRC6023: {
    title: text("Задание не разобрать", "A job that cannot be read"),
    message: text(
      "В очереди лежит задание, которого эта программа не отправляла",
      "The queue holds a job that this program did not send",
    ),
    why: text(
      "Исполнитель делает только то, что понимает целиком",
      "A worker does only what it understands as a whole",
    ),
    hints: text(
      "Отправьте его заново командой trc queue send этой же версии; для другого пользуйтесь другой очередью (--queue)",
      "Send it anew with trc queue send of this version; use another queue (--queue) for anything else",
    ),
  },
  TRC6024: {
    title: text("Задание отложено после неудач", "A job was put aside after its failures"),
    message: (content: string, attempts: number) =>
      text(`«${content}» не собрано (попыток: ${attempts})`, `“${content}” was not built (attempts: ${attempts})`),
    why: text(
      "Задание с ошибками в записях не повторяется; прочие неудачи повторяются столько раз, сколько велел отправитель",
      "A job with errors in its records is not repeated; other failures are, as often as its sender said",
    ),
    hints: text(
      "Исправьте названное и верните задания: trc queue again",
      "Correct what is named and give the jobs back: trc queue again",
    ),
  },
  TRC6025: {
    severity: "warning",
    title: text("Исполнитель молчал дольше срока", "A worker was silent for too long"),
    message: (content: string, seconds: number) =>
      text(
        `«${content}»: исполнитель молчал дольше ${seconds} с, и задание отдано другому`,
        `“${content}”: the worker was silent for more than ${seconds} s, and the job was given to another`,
      ),
    why: text(
      "Пока раскладывается большой документ, исполнитель молчит; если срок короче, одно и то же делают двое",
      "A worker is silent while it lays out a large document; with a shorter term two of them do the same",
    ),
    hints: text(
      "Дайте исполнителям срок больше, чем занимает самый долгий документ: trc worker --patience 120",
      "Give the workers a longer term than the longest document takes: trc worker --patience 120",
    ),
    example: { wrong: "trc worker --patience 1", right: "trc worker --patience 120" },
  },
});
