// The test runner that Stryker drives: the tests of some rooms and what they test in one script, which is run anew for every mutant.
// A fresh script has no memory of the mutant before it, and costs a hundredth of a fresh process.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { performance } from "node:perf_hooks";
import { pathToFileURL } from "node:url";
import vm from "node:vm";
import { build } from "esbuild";
import { expect } from "vitest";
import { testsIn } from "./test-interface.mjs";

/** What stands for the tests where their script does not load. */
const LOAD = "load";
const NAME = /^[A-Za-z_$][\w$]*$/;

/** A package as it is loaded here, for the script: once for all mutants. */
const packagesLoadedOnce = {
  name: "packages",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind === "entry-point" ? undefined : { path, namespace: "package" },
    );
    onLoad({ filter: /.*/, namespace: "package" }, async ({ path }) => {
      const loaded = path === "vitest" ? { ...globalThis.trcTests.interface, expect } : await import(path);
      globalThis.trcTests.packages[path] = loaded;
      const names = Object.keys(loaded).filter((name) => NAME.test(name) && name !== "default");
      const from = `globalThis.trcTests.packages[${JSON.stringify(path)}]`;
      const lines = names.map((name) => `const own_${name} = ${from}.${name}; export { own_${name} as ${name} };`);
      return { contents: [...lines, `export default ${from}.default;`].join("\n") };
    });
    onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const contents = await readFile(path, "utf8");
      return {
        contents: contents.replaceAll("import.meta.url", JSON.stringify(pathToFileURL(path).href)),
        loader: "ts",
      };
    });
  },
};

class FreshScriptRunner {
  static inject = ["options"];
  #files;
  #script;

  constructor(options) {
    this.#files = options.trc.tests;
  }

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    globalThis.trcTests = {
      packages: {},
      gathered: [],
      last: [],
      interface: testsIn(
        () => globalThis.trcTests.gathered,
        () => globalThis.trcTests.last,
      ),
    };
    const entries = ["tests/support/seed.ts", ...this.#files].map((file) => `import ${JSON.stringify(resolve(file))};`);
    const { outputFiles } = await build({
      stdin: { contents: entries.join("\n"), resolveDir: process.cwd() },
      bundle: true,
      write: false,
      format: "cjs",
      platform: "node",
      target: "node20",
      keepNames: true,
      // The tests are imported for what they do, and package.json says that nothing is.
      ignoreAnnotations: true,
      plugins: [packagesLoadedOnce],
    });
    const [{ text }] = outputFiles;
    this.#script = new vm.Script(`(function (require) {${text}\n})`, { filename: "tests.cjs" });
  }

  async dryRun() {
    globalThis.__stryker__ = { mutantCoverage: { static: {}, perTest: {} } };
    const tests = await this.#run(() => true, false);
    return { status: "complete", tests, mutantCoverage: globalThis.__stryker__.mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit }) {
    globalThis.__stryker__ = { activeMutant: activeMutant.id, hitCount: 0, hitLimit };
    const wanted = testFilter === undefined ? () => true : (id) => testFilter.includes(id);
    const tests = await this.#run(wanted, true);
    if (globalThis.__stryker__.hitCount > hitLimit) return { status: "timeout" };
    const failed = tests.find(({ status }) => status === 1);
    // What does not load without the mutant either, was not killed by it.
    if (failed?.id === LOAD) {
      globalThis.__stryker__ = {};
      const [again] = await this.#run(() => false, true);
      if (again?.id === LOAD) return { status: "error", errorMessage: again.failureMessage };
    }
    if (failed === undefined) return { status: "survived", nrOfTests: tests.length };
    const { id, failureMessage } = failed;
    return { status: "killed", killedBy: [id], failureMessage, nrOfTests: tests.length };
  }

  /** What the tests say, in their order; the first that fails is the last where one failure says enough. */
  async #run(wanted, oneFails) {
    const gathered = [];
    const last = [];
    Object.assign(globalThis.trcTests, { gathered, last });
    try {
      this.#script.runInThisContext()(createRequire(import.meta.url));
    } catch (error) {
      return [{ id: LOAD, name: LOAD, timeSpentMs: 0, status: 1, failureMessage: String(error) }];
    }
    const results = [];
    for (const { id, run } of gathered) {
      if (!wanted(id)) continue;
      globalThis.__stryker__.currentTestId = id;
      const started = performance.now();
      const failureMessage = await run().then(
        () => undefined,
        (error) => String(error?.message ?? error),
      );
      globalThis.__stryker__.currentTestId = undefined;
      const timeSpentMs = performance.now() - started;
      const told = failureMessage === undefined ? { status: 0 } : { status: 1, failureMessage };
      results.push({ id, name: id, timeSpentMs, ...told });
      if (failureMessage !== undefined && oneFails) break;
    }
    for (const then of last) await then();
    return results;
  }
}

export const strykerPlugins = [{ kind: "TestRunner", name: "fresh-script", injectableClass: FreshScriptRunner }];
