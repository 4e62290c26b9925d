import { text } from "../base/diagnostics/index.ts";
import { WrongUsage } from "./command.ts";

/** A shard by its number, from 1, and how many there are. */
export type ShardNumber = { readonly index: number; readonly of: number };

type Engine = {
  readonly index: string;
  readonly first: (env: NodeJS.ProcessEnv) => number;
  readonly of: string | null;
};
const zero = (): number => 0;

/** What array jobs tell of themselves: their number, the first of their numbers, how many there are. */
const ENGINES: readonly Engine[] = [
  // Our own names, for what tells nothing by itself: the matrix of GitHub fills them in.
  { index: "TRC_JOB_INDEX", first: zero, of: "TRC_JOB_TOTAL" },
  { index: "SLURM_ARRAY_TASK_ID", first: (env) => Number(env.SLURM_ARRAY_TASK_MIN ?? 0), of: "SLURM_ARRAY_TASK_COUNT" },
  { index: "CI_NODE_INDEX", first: () => 1, of: "CI_NODE_TOTAL" },
  { index: "AWS_BATCH_JOB_ARRAY_INDEX", first: zero, of: "AWS_BATCH_JOB_ARRAY_SIZE" },
  // An Indexed Job of Kubernetes does not say how many there are: `auto/8`.
  { index: "JOB_COMPLETION_INDEX", first: zero, of: null },
];

/** `3/8`, or `auto` and `auto/8` for what the array job around us says. @throws WrongUsage */
export function shardNumber(word: string, env: NodeJS.ProcessEnv = process.env): ShardNumber {
  const [, number = "", , total] = /^(auto|[1-9]\d{0,4})(\/([1-9]\d{0,4}))?$/.exec(word) ?? [];
  const shard = number === "auto" ? fromEnvironment(total, env) : { index: Number(number), of: Number(total) };
  if (shard !== null && shard.index >= 1 && shard.index <= shard.of) return shard;
  throw new WrongUsage(
    number === "auto"
      ? text(
          "Окружение не говорит, какая это часть и сколько их: напишите --shard 3/8 или --shard auto/8.",
          "The environment does not tell which shard this is and how many there are: write --shard 3/8 or --shard auto/8.",
        )
      : text("Нужны номер части и их число: 3/8.", "The number of the shard and of all is needed: 3/8."),
  );
}

function fromEnvironment(total: string | undefined, env: NodeJS.ProcessEnv): ShardNumber | null {
  const engine = ENGINES.find(({ index }) => /^\d+$/.test(env[index] ?? ""));
  if (engine === undefined) return null;
  const of = Number(total ?? (engine.of === null ? Number.NaN : env[engine.of]));
  return { index: Number(env[engine.index]) - engine.first(env) + 1, of };
}
