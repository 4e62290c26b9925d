import { text } from "../../base/diagnostics/index.ts";
import type { Connected, WorkedJob } from "../../office/queue/index.ts";
import { cacheFrom, sharedFrom } from "../cache-from.ts";
import { command, WrongUsage } from "../command.ts";
import { EXIT } from "../exit-codes.ts";
import { BUDGET, CACHE, SHARED_CACHE, wholeNumber } from "../options.ts";
import type { Output } from "../output.ts";

const ADDRESS = {
  redis: {
    ...text(
      "сервер Redis: redis://[имя:пароль@]узел:6379; без ключа – переменная TRC_REDIS",
      "the Redis server: redis://[name:password@]host:6379; the variable TRC_REDIS without it",
    ),
    value: text("<адрес>", "<address>"),
  },
  queue: {
    ...text("имя очереди", "name of the queue"),
    value: text("<имя>", "<name>"),
    default: "builds",
    parse: (word: string): string => {
      if (!/^[\p{L}\p{N}_.-]{1,64}$/u.test(word))
        throw new WrongUsage(
          text(
            "В имени очереди – буквы, цифры, точка и дефис.",
            "A queue is named by letters, digits, dots and hyphens.",
          ),
        );
      return word;
    },
  },
} as const;

const seconds = (word: string): number => {
  const number = wholeNumber(86_400, SECONDS)(word);
  if (number === 0) throw new WrongUsage(SECONDS);
  return number;
};
const SECONDS = text("Нужно целое число секунд, от 1 до 86400.", "A whole number of seconds is needed, 1 to 86400.");
const SPAN = text("<секунды>", "<seconds>");

/** `trc worker`: builds what is sent to a queue. */
export const WORKER = command({
  name: "worker",
  ...text(
    "собирать комплекты по заданиям из очереди на Redis, пока не остановят",
    "build sets as they are asked for through a queue on Redis, until stopped",
  ),
  options: {
    ...ADDRESS,
    ...CACHE,
    ...SHARED_CACHE,
    budget: BUDGET,
    limit: {
      ...text(
        "не больше стольких заданий за столько секунд, всеми исполнителями вместе: 100/60",
        "no more than so many jobs in so many seconds, by all workers together: 100/60",
      ),
      value: text("<заданий/секунд>", "<jobs/seconds>"),
      parse: (word: string) => {
        const [, jobs, span] = /^([1-9]\d{0,5})\/([1-9]\d{0,4})$/.exec(word) ?? [];
        if (jobs === undefined)
          throw new WrongUsage(text("Нужны число заданий и секунд: 100/60.", "Numbers of jobs and seconds: 100/60."));
        return { jobs: Number(jobs), seconds: Number(span) };
      },
    },
    patience: {
      ...text(
        "через сколько секунд молчания исполнителя его задание отдаётся другому",
        "after how many seconds of silence the job of a worker is given to another",
      ),
      value: SPAN,
      parse: seconds,
      default: 30,
    },
    grace: {
      ...text(
        "сколько секунд после просьбы остановиться даётся на начатое задание; потом оно возвращается в очередь",
        "how many seconds the job in hand gets after a request to stop; then it goes back to the queue",
      ),
      value: SPAN,
      parse: seconds,
      default: 20,
    },
    untilEmpty: text("закончить, когда заданий не останется", "end when no job is left"),
  },
  run: async (_operands, options, output) => {
    const { work } = await import("../../office/queue/index.ts");
    const { value: shared, diagnostics } = await sharedFrom(options);
    if (shared === undefined) return { diagnostics };
    return withQueue(options, output, async (connected, signal) => {
      const { budget, limit, patience, grace, untilEmpty = false } = options;
      const onJob = (job: WorkedJob): void => tell(job, output);
      const cache = cacheFrom(options);
      await work(connected, { cache, shared, budget, limit, patience, grace, untilEmpty, signal, onJob });
      return EXIT.done;
    });
  },
});

/** Does something with the queue that the options name, until a signal says to stop. */
export async function withQueue(
  { redis = process.env.TRC_REDIS, queue }: { readonly redis?: string; readonly queue: string },
  output: Output,
  task: (connected: Connected, signal: AbortSignal) => Promise<number>,
): Promise<number> {
  if (redis === undefined || !/^rediss?:\/\//.test(redis))
    throw new WrongUsage(
      text(
        "Нужен адрес сервера Redis: --redis redis://узел:6379 или переменная TRC_REDIS.",
        "The address of a Redis server is needed: --redis redis://host:6379 or the variable TRC_REDIS.",
      ),
    );
  const { connect } = await import("../../office/queue/index.ts");
  const { value, diagnostics } = await connect({ redis, name: queue });
  output.findings(diagnostics);
  if (value === undefined) return EXIT.findings;
  const stop = new AbortController();
  const onSignal = (): void => stop.abort();
  process.on("SIGINT", onSignal).on("SIGTERM", onSignal);
  try {
    return await task(value, stop.signal);
  } catch (error) {
    if (!stop.signal.aborted) throw error;
    output.printBeside(text("Прервано.", "Interrupted."));
    return EXIT.interrupted;
  } finally {
    process.off("SIGINT", onSignal).off("SIGTERM", onSignal);
    await value.close();
  }
}

/** The options that name a queue. */
export const QUEUE_ADDRESS = ADDRESS;

function tell(job: WorkedJob, output: Output): void {
  const { content } = job;
  if ("result" in job) {
    const { documents, pages } = job.result;
    output.print(
      text(
        `${content}: документов – ${documents}, страниц – ${pages}`,
        `${content}: documents ${documents}, pages ${pages}`,
      ),
    );
  } else if ("faults" in job) {
    output.findings(job.faults);
    output.printBeside(
      job.again
        ? text(`${content}: не собрано, будет новая попытка`, `${content}: not built, to be tried again`)
        : text(`${content}: не собрано, отложено`, `${content}: not built, put aside`),
    );
  } else if ("error" in job) output.printBeside(`${content}: ${job.error}`);
  else output.printBeside(text(`${content}: возвращено в очередь`, `${content}: given back to the queue`));
}
