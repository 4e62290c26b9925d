/** A queue on Redis: requests to build centres are sent, taken by workers, given back and put aside. Prints nothing, exits nowhere. */
export { type Connected, connect } from "./connect.ts";
export { queueState, takeUpAgain, waitForJobs } from "./queue-state.ts";
export { sendJobs } from "./send-jobs.ts";
export { type WorkedJob, work } from "./work.ts";
