#!/usr/bin/env node
import { run } from "../dist/main.js";

// Who reads the output may stop reading (`trc status | head`): that is no fault.
for (const stream of [process.stdout, process.stderr])
  stream.on("error", (error) => {
    if (error.code !== "EPIPE") throw error;
    process.exit();
  });
process.exitCode = await run(process.argv.slice(2));
