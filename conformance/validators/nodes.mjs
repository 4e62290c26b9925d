import { join } from "node:path";
import { differences, filesOf } from "../support/folders.mjs";
import { run } from "../support/programs.mjs";

const MAJORS = [20, 22, 24];

/** The sample set is the same bytes by every release of Node that is promised; their zlib and their V8 differ. */
export function validateNodes({ root, work }) {
  const built = MAJORS.map((major) => {
    const program = join(root, `.conformance/node-${major}/node_modules/node/bin/node`);
    const out = join(work, `node-${major}`);
    const version = run(program, ["--version"]).stdout?.trim() ?? "";
    const { status, stderr } = run(
      program,
      [join(root, "bin/trc.js"), "build", "--quiet", "--no-cache", "--out", out],
      { cwd: root },
    );
    const faults = status === 0 && version.startsWith(`v${major}.`) ? [] : [`${version}: ${stderr}`];
    return { version, faults, files: faults.length > 0 ? new Map() : new Map(filesOf(out)) };
  });
  const [first] = built;
  return built.map(({ version, faults, files }) => ({
    title: `nodes: ${version} builds the sample to the same bytes`,
    faults: [...faults, ...(files.size > 40 ? [] : [`only ${files.size} files`]), ...differences(files, first.files)],
  }));
}
