// Releases two centres into one bundle by turns until it is killed, or breaks at a chosen step of the file system.
// Arguments: out, templates, content A, content B, how ("never", "after:N", "half", "full"), how many rounds
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { basename } from "node:path";

const [out, templates, first, second, how, rounds] = process.argv.slice(2);
const [mode, number] = how.split(":");
let steps = 0;
const die = () => process.kill(process.pid, "SIGKILL");

for (const name of ["open", "rename", "rm", "mkdir", "lstat"]) {
  const real = fs.promises[name];
  fs.promises[name] = async (...parameters) => {
    if (!String(parameters[0]).includes(basename(out))) return real(...parameters);
    steps++;
    const step = steps;
    const result = await real(...parameters).finally(() => {
      // A step that fails (the lock of a dead run is there) is a moment like any other.
      if (mode === "after" && step === Number(number)) die();
    });
    if (name === "open" && String(parameters[0]).endsWith(".trc-new")) watch(result);
    return result;
  };
}
syncBuiltinESMExports();

/** Half of the file is written when the process dies or the disk is full. */
function watch(handle) {
  if (mode !== "half" && mode !== "full") return;
  const real = handle.writeFile.bind(handle);
  handle.writeFile = async (bytes) => {
    await real(bytes.subarray(0, bytes.length >> 1));
    if (mode === "half") die();
    throw Object.assign(new Error("ENOSPC: no space left on device"), { code: "ENOSPC" });
  };
}

const { release } = await import("../../dist/index.js");
for (let round = 0; round < Number(rounds); round++) {
  const { diagnostics } = await release({
    content: [round % 2 === 0 ? first : second],
    templates,
    out,
    draft: true,
    signer: null,
    signDocuments: false,
    today: "2025-09-05",
  });
  const errors = diagnostics.filter(({ severity }) => severity === "error").map(({ code }) => code);
  process.stdout.write(`${JSON.stringify({ steps, errors })}\n`);
}
