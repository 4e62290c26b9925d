/** A queue on Redis: requests to build centres are sent, taken by workers, given back and put aside. Prints nothing, exits nowhere. */
export { type Connected, connect, type QueueAddress } from "./connect.ts";
export { type QueueState, queueState, takeUpAgain, waitForJobs } from "./queue-state.ts";
export { type SendOptions, type Sent, sendJobs } from "./send-jobs.ts";
export { type WorkedJob, type WorkOptions, work } from "./work.ts";
