import { execFileSync, spawnSync } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { join, win32 } from "node:path";
import { compileFunction, runInNewContext } from "node:vm";
import { unzipSync } from "fflate";
import { afterAll, describe, expect, it } from "vitest";
import { writeTarball, writeZip } from "../../scripts/package/archives.mjs";
import { writeExtension } from "../../scripts/package/extension.mjs";
import { linuxFolder, windowsFolder } from "../../scripts/package/folders.mjs";
import { temporaryFolder } from "../support/samples.ts";

const folder = temporaryFolder();
afterAll(() => folder.remove());

/** What the folders are made of, made up anew at another time. */
function parts(name: string, time: number) {
  const own = join(folder.path, name);
  mkdirSync(join(own, "program/bin"), { recursive: true });
  const files = { "program/bin/trc.js": "run\n", "node.exe": "MZ", node: "ELF", LICENSE: "words\n" };
  for (const [file, text] of Object.entries(files)) {
    writeFileSync(join(own, file), text);
    chmodSync(join(own, file), time === 0 ? 0o600 : 0o664);
    utimesSync(join(own, file), time, time);
  }
  const runtime = { windows: join(own, "node.exe"), linux: join(own, "node"), licence: join(own, "LICENSE") };
  return { program: join(own, "program"), runtime, version: "1.2.3" };
}

/** What the script does on a Windows where these files and folders are. */
function startOnWindows(here: Set<string>, { given, remembered }: { given?: string; remembered?: string }) {
  const seen: { folder?: string; command?: string; said?: string; remembered?: string } = {
    ...(remembered && { remembered }),
  };
  const ended = new Error("WScript.Quit");
  const objects: { readonly [name: string]: object } = {
    "WScript.Shell": {
      Popup: (words: string) => Object.assign(seen, { said: words }),
      RegRead: () => {
        if (remembered === undefined) throw new Error("no such key");
        return remembered;
      },
      RegWrite: (_key: string, value: string) => Object.assign(seen, { remembered: value }),
      set CurrentDirectory(folder: string) {
        seen.folder = folder;
      },
      Run: (command: string) => Object.assign(seen, { command }),
    },
    "Scripting.FileSystemObject": {
      ...{ GetParentFolderName: win32.dirname, BuildPath: win32.join, GetAbsolutePathName: win32.normalize },
      ...{ FileExists: (path: string) => here.has(path), FolderExists: (path: string) => here.has(path) },
      CreateFolder: (path: string) => here.add(path),
    },
    "Shell.Application": { NameSpace: () => ({ Self: { Path: "C:\\Документы" } }) },
  };
  const WScript = {
    ScriptFullName: "C:\\trc\\start.js",
    Arguments: { length: given === undefined ? 0 : 1, Item: () => given },
    Quit: () => {
      throw ended;
    },
  };
  function ActiveXObject(name: string) {
    return objects[name];
  }
  try {
    runInNewContext(readFileSync("scripts/package/windows/start.js", "utf8"), { WScript, ActiveXObject });
  } catch (error) {
    if (error !== ended) throw error;
  }
  return seen;
}

describe("what people install", () => {
  it("is the same ZIP whenever it is made, with names in Russian", async () => {
    const zips = [];
    for (const [name, time] of [
      ["first", 0],
      ["second", 1_700_000_000],
    ] as const) {
      const path = join(folder.path, `${name}.zip`);
      await writeZip(windowsFolder(join(folder.path, `${name}-windows`), parts(name, time)), path);
      zips.push(readFileSync(path));
    }
    const [first, second] = zips;
    expect(second).toEqual(first);
    const files = unzipSync(first as Uint8Array);
    const start = "Документы центра/Открыть документы центра.js";
    expect(Object.keys(files).sort()).toEqual([
      "Документы центра/node.exe",
      "Документы центра/program/LICENSE.node.txt",
      "Документы центра/program/bin/trc.js",
      "Документы центра/trc.cmd",
      start,
      "Документы центра/Прочтите сначала.txt",
    ]);
    // The script host of Windows reads the code page of the machine.
    expect(Buffer.from(files[start] ?? []).toString("latin1")).toMatch(/^[\r\n -~]+$/);
    expect(Buffer.from(files["Документы центра/Прочтите сначала.txt"] ?? []).toString()).toMatch(
      /^\ufeffДокументы центра, версия 1\.2\.3\r\n/,
    );
  });

  it("opens on Linux a folder that is there, remembers no other, and makes none in place of one that is away", () => {
    const home = join(folder.path, "home");
    const [disk, start] = [join(home, "disk"), join(home, "program/start.sh")];
    mkdirSync(disk, { recursive: true });
    mkdirSync(join(home, "program"));
    copyFileSync("scripts/package/linux/start", start);
    writeFileSync(join(home, "program/trc"), '#!/bin/sh\nprintf %s "$PWD"\n');
    chmodSync(join(home, "program/trc"), 0o755);
    writeFileSync(join(home, "scan.pdf"), "");
    const run = (...given: string[]) => {
      const env = { HOME: home, XDG_CONFIG_HOME: join(home, "config"), PATH: "/usr/bin:/bin" };
      const { status, stdout, stderr } = spawnSync("/bin/sh", [start, ...given], { env, encoding: "utf8" });
      return [status, stdout || stderr.trim()];
    };
    const own = run();
    expect(own).toEqual([0, expect.stringMatching(/Документы центра$/)]);
    for (const none of ["scan.pdf", "nowhere"].map((name) => join(home, name)))
      expect(run(none)).toEqual([1, `«${none}» – не папка. Назовите папку с документами.`]);
    expect(run()).toEqual(own);
    expect(run(disk)).toEqual([0, realpathSync(disk)]);
    rmSync(disk, { recursive: true });
    expect(run()).toEqual([1, expect.stringMatching(/^Папка «.*disk» недоступна\. Подключите диск/)]);
    expect(existsSync(disk)).toBe(false);
  });

  it("opens on Windows a folder that is there, also of the network, remembers no other, and makes none in place of one that is away", () => {
    const here = new Set(["C:\\trc\\node.exe", "D:\\Школа", "\\\\server\\Школа"]);
    const first = startOnWindows(here, {});
    expect([first.folder, first.command]).toEqual([
      "C:\\Документы\\Документы центра",
      'cmd /c ""C:\\trc\\node.exe" "C:\\trc\\program\\bin\\trc.js" desk --open > nul 2>&1"',
    ]);
    expect(startOnWindows(here, { given: "D:\\Школа" })).toMatchObject({
      folder: "D:\\Школа",
      remembered: "D:\\Школа",
    });
    expect(startOnWindows(here, { given: "D:\\scan.pdf" })).toEqual({
      said: "«D:\\scan.pdf» – не папка. Перетащите папку с документами.",
    });
    expect(startOnWindows(here, { remembered: "E:\\Школа" })).toEqual({
      remembered: "E:\\Школа",
      said: "Папка «E:\\Школа» недоступна. Подключите диск или перетащите на этот файл другую папку.",
    });
    expect(startOnWindows(here, { remembered: "\\\\server\\Школа" })).toMatchObject({
      folder: "\\\\server\\Школа",
      command: '"C:\\trc\\node.exe" "C:\\trc\\program\\bin\\trc.js" desk --open',
    });
    expect([...here].sort()).toEqual([
      "C:\\trc\\node.exe",
      "C:\\Документы\\Документы центра",
      "D:\\Школа",
      "\\\\server\\Школа",
    ]);
  });

  it("is the same archive for Linux, whose programs may be run and whose files may be read", () => {
    const archives = ["third", "fourth"].map((name, index) => {
      const path = join(folder.path, `${name}.tar.gz`);
      writeTarball(linuxFolder(join(folder.path, name, "trc-1.2.3"), parts(name, index * 1_700_000_000)), path);
      return path;
    });
    const [first = "", second = ""] = archives;
    expect(readFileSync(second)).toEqual(readFileSync(first));
    const env = { ...process.env, LC_ALL: "C.UTF-8" };
    const listed = execFileSync("tar", ["-tvzf", first, "--quoting-style=literal"], { encoding: "utf8", env }).trim();
    const rights = listed.split("\n").map((line) => [line.slice(0, 10), line.replace(/^.*? trc-1/, "trc-1")]);
    expect(rights).toEqual([
      ["drwxr-xr-x", "trc-1.2.3/"],
      ["-rwxr-xr-x", "trc-1.2.3/node"],
      ["drwxr-xr-x", "trc-1.2.3/program/"],
      ["-rw-r--r--", "trc-1.2.3/program/LICENSE.node.txt"],
      ["drwxr-xr-x", "trc-1.2.3/program/bin/"],
      ["-rw-r--r--", "trc-1.2.3/program/bin/trc.js"],
      ["-rwxr-xr-x", "trc-1.2.3/trc"],
      ["-rwxr-xr-x", "trc-1.2.3/Открыть документы центра.sh"],
      ["-rw-r--r--", "trc-1.2.3/Прочтите сначала.txt"],
    ]);
  });
});

describe("the extension of Visual Studio Code", () => {
  const made = async (name: string): Promise<Buffer> => {
    const path = join(folder.path, name);
    await writeExtension(path, { root: process.cwd(), version: "1.2.3" });
    return readFileSync(path);
  };
  const text = (files: { readonly [name: string]: Uint8Array }, name: string): string =>
    new TextDecoder().decode(files[name]);

  it("has the same bytes at every run, and a manifest whose files are there and say the same", async () => {
    const [one, other] = [await made("one.vsix"), await made("other.vsix")];
    expect(one.equals(other)).toBe(true);
    const files = unzipSync(one);
    const manifest = text(files, "extension.vsixmanifest");
    const about = JSON.parse(text(files, "extension/package.json"));
    const said = (name: string) => new RegExp(`<Identity [^>]*\\b${name}="([^"]*)"`).exec(manifest)?.[1];
    expect([said("Id"), said("Version"), said("Publisher")]).toEqual([about.name, "1.2.3", about.publisher]);
    expect(about.version).toBe("1.2.3");
    expect(manifest).toContain(`Code.Engine" Value="${about.engines.vscode}"`);
    const assets = [...manifest.matchAll(/ Path="([^"]+)"/g)].map(([, path = ""]) => path);
    expect(assets.length).toBeGreaterThan(2);
    for (const path of [...assets, join("extension", about.main)]) expect(Object.keys(files)).toContain(path);
    const types = text(files, "[Content_Types].xml");
    for (const name of Object.keys(files).filter((one) => one !== "[Content_Types].xml"))
      expect(types, name).toContain(`Extension=".${name.split(".").at(-1)}"`);
  });

  it("starts the language server with what the settings say", async () => {
    const files = unzipSync(await made("run.vsix"));
    const started: unknown[] = [];
    const settings: { readonly [name: string]: string } = { command: "/opt/trc", content: "записи", templates: "" };
    const exported: { activate?: (context: object) => Promise<void> } = {};
    const load = createRequire(import.meta.url);
    // Whatever the client asks of the editor when it is loaded is there, and does nothing.
    const nothing = class {};
    const anything: object = new Proxy(nothing, {
      get: (_, name) => (name === "prototype" ? nothing.prototype : typeof name === "symbol" ? undefined : anything),
      apply: () => anything,
    });
    const orAnything = (own: object): object =>
      new Proxy(own, { get: (of, name) => Reflect.get(of, name) ?? anything });
    const editor = orAnything({
      env: { language: "en" },
      version: "1.91.0",
      EventEmitter: class {
        event = () => ({ dispose: () => undefined });
      },
      workspace: orAnything({ getConfiguration: () => ({ get: (name: string) => settings[name] }) }),
    });
    const source = text(files, "extension/extension.js");
    expect(source).not.toContain("sourceMappingURL");
    const run = compileFunction(source, ["require", "module", "exports"]);
    const module = { exports: exported };
    run((name: string) => (name === "vscode" ? editor : load(name)), module, exported);
    const { activate } = module.exports;
    expect(activate).toBeTypeOf("function");
    const context = { subscriptions: { push: (client: object) => started.push(client) } };
    // There is no such program: what was to be started is known all the same.
    await activate?.(context).catch(() => undefined);
    const [client] = started as { readonly _serverOptions?: object }[];
    expect(client?._serverOptions).toMatchObject({
      command: "/opt/trc",
      args: ["language-server", "--stdio", "--content", "записи", "--lang", "en"],
    });
  });
});
