import { hasErrors, text } from "../../base/diagnostics/index.ts";
import { FORMAT_NAMES } from "../../project/formats/index.ts";
import { command, WrongUsage } from "../command.ts";
import { EXIT } from "../exit-codes.ts";
import { CONTENTS, FORMAT, JSON_REPORT, OUT, TEMPLATES, wholeNumber } from "../options.ts";
import { progressLine } from "../progress.ts";
import { QUEUE_ADDRESS, withQueue } from "./worker.ts";

const NUMBER = text("<число>", "<number>");

function number(most: number) {
  const wrong = text(`Нужно целое число от 1 до ${most}.`, `A whole number from 1 to ${most} is needed.`);
  return (word: string): number => {
    const value = wholeNumber(most, wrong)(word);
    if (value === 0) throw new WrongUsage(wrong);
    return value;
  };
}

const SEND = command({
  name: "send",
  ...text("отправить задания: по одному на папку записей", "send jobs, one for each content folder"),
  options: {
    ...QUEUE_ADDRESS,
    content: CONTENTS,
    templates: TEMPLATES,
    out: OUT,
    format: FORMAT,
    attempts: {
      ...text("сколько раз пробовать при временной неудаче", "how often a job is tried where a failure may pass"),
      value: NUMBER,
      parse: number(100),
      default: 3,
    },
    mostWaiting: {
      ...text("ждать, пока в очереди столько заданий или больше", "wait while so many jobs or more lie in the queue"),
      value: NUMBER,
      parse: number(1_000_000),
      default: 1000,
    },
    again: text("отправить и то, что уже собрано или отложено", "send what is done or put aside as well"),
    wait: text("дождаться, пока всё отправленное будет собрано", "wait until all of it is done"),
  },
  run: async (_operands, options, output) => {
    const { sendJobs, waitForJobs } = await import("../../office/queue/index.ts");
    const { content = ["content"], format: formats = FORMAT_NAMES, again = false, ...given } = options;
    return withQueue(options, output, async (connected, signal) => {
      const { show, clear } = progressLine(output.stderr, false);
      const { value, diagnostics } = await sendJobs(connected, {
        ...given,
        content,
        formats,
        again,
        signal,
        onProgress: show,
      }).finally(clear);
      output.findings(diagnostics);
      if (value === undefined) return EXIT.findings;
      const { names, sent, waiting, done, failed } = value;
      output.print(
        text(
          `Заданий отправлено: ${sent}; уже в очереди: ${waiting}, уже собрано: ${done}, отложено: ${failed}`,
          `Jobs sent: ${sent}; in the queue already: ${waiting}, done already: ${done}, put aside: ${failed}`,
        ),
      );
      if (options.wait !== true) return EXIT.done;
      const title = "";
      const faults = await waitForJobs(connected, names, signal, (done) =>
        show({ done, total: names.length, title }),
      ).finally(clear);
      output.findings(faults);
      output.print(text(`Собрано: ${names.length - faults.length}`, `Done: ${names.length - faults.length}`));
      return hasErrors(faults) ? EXIT.findings : EXIT.done;
    });
  },
});

const STATE = command({
  name: "status",
  ...text(
    "показать очередь: сколько ждёт, что собирается, что отложено и почему",
    "show the queue: how many wait, what is being built, what was put aside and why",
  ),
  options: { ...QUEUE_ADDRESS, json: JSON_REPORT },
  run: async (_operands, options, output) => {
    const { queueState } = await import("../../office/queue/index.ts");
    return withQueue(options, output, async (connected) => {
      const state = await queueState(connected);
      if (options.json === true) output.json(state);
      else {
        const { workers, waiting, delayed, done, failed, active, faults } = state;
        output.findings(faults);
        output.print(
          text(
            `Исполнителей: ${workers}; ждёт: ${waiting}, до новой попытки: ${delayed}, собрано: ${done}, отложено: ${failed}`,
            `Workers: ${workers}; waiting: ${waiting}, to be tried again: ${delayed}, done: ${done}, put aside: ${failed}`,
          ),
          ...active.map(({ content, progress }) =>
            progress === null ? content : `${content} ${progress.done}/${progress.total}`,
          ),
        );
      }
      return EXIT.done;
    });
  },
});

const AGAIN = command({
  name: "again",
  ...text("вернуть в очередь отложенные задания", "give the jobs that were put aside back to the queue"),
  options: QUEUE_ADDRESS,
  run: async (_operands, options, output) => {
    const { takeUpAgain } = await import("../../office/queue/index.ts");
    return withQueue(options, output, async (connected) => {
      const count = await takeUpAgain(connected);
      output.print(text(`Возвращено заданий: ${count}`, `Jobs given back: ${count}`));
      return EXIT.done;
    });
  },
});

/** `trc queue`: what is sent to workers. */
export const QUEUE = command({
  name: "queue",
  ...text(
    "задания исполнителям (trc worker): отправить, посмотреть, вернуть",
    "jobs for trc worker: send, look, give back",
  ),
  commands: [SEND, STATE, AGAIN],
});
