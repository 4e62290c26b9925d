// Loaded before the program (node --import): the process dies, or its disk is full, at a chosen step of writing in one folder.
// TRC_BREAK: "<folder>:after:<N>" dies after the N-th step, "<folder>:half" dies when half of the new file is written,
// "<folder>:full" has no space for the other half.
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { dirname, resolve } from "node:path";

const [folder, mode, number] = (process.env.TRC_BREAK ?? "").split(":");
let steps = 0;

function step() {
  steps++;
  if (mode === "after" && steps === Number(number)) process.kill(process.pid, "SIGKILL");
}

function concerns(path) {
  return typeof path === "string" && [resolve(path), dirname(resolve(path))].includes(resolve(folder));
}

for (const name of ["open", "rename", "rm", "mkdir", "lstat", "readdir"]) {
  const real = fs.promises[name];
  fs.promises[name] = async (...parameters) => {
    if (!concerns(parameters[0])) return real(...parameters);
    // A step that fails (the lock of a dead run is there) is a moment like any other.
    const result = await real(...parameters).finally(step);
    if (name === "open" && parameters[1] === "wx") breakWriting(result);
    return result;
  };
}
for (const name of ["writeFileSync", "linkSync", "unlinkSync", "rmSync"]) {
  const real = fs[name];
  fs[name] = (...parameters) => {
    try {
      return real(...parameters);
    } finally {
      if (concerns(parameters[0])) step();
    }
  };
}
syncBuiltinESMExports();

function breakWriting(handle) {
  if (mode !== "half" && mode !== "full") return;
  const real = handle.writeFile.bind(handle);
  handle.writeFile = async (bytes) => {
    await real(bytes.subarray(0, bytes.length >> 1));
    if (mode === "half") process.kill(process.pid, "SIGKILL");
    throw Object.assign(new Error("ENOSPC: no space left on device"), { code: "ENOSPC" });
  };
}
