// Opens a document in the word processor over its UNO interface, by a macro of its own Basic.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "./programs.mjs";

const MACRO = new URL("./update-all.bas", import.meta.url);
const LIBRARY = 'xmlns:library="http://openoffice.org/2000/library"';
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

/**
 * Paragraphs of the body of a DOCX as the word processor opens it, and once all of its fields and indexes are made anew:
 * { opened, updated }, each [{ style, label, size, text }]; undefined when the word processor did not open it.
 */
export function updateAll(docx, work) {
  const profile = join(work, "macro-profile");
  const office = (...args) =>
    run("soffice", [`-env:UserInstallation=file://${profile}`, "--headless", ...args], { timeout: 120_000 });
  if (!existsSync(profile)) {
    // A new profile is filled at the first start, over what is there.
    office("--terminate_after_init");
    writeMacro(join(profile, "user/basic"));
  }
  const target = `${docx}.paragraphs`;
  office(`macro:///Standard.Steps.Run("${docx}","${target}")`);
  if (!existsSync(target)) return undefined;
  const lines = readFileSync(target, "utf8").split(/\r?\n/).filter(Boolean);
  const state = (name) =>
    lines
      .map((line) => line.split("|"))
      .filter(([of]) => of === name)
      .map(([, style, label, size, ...text]) => ({ style, label, size: Number(size), text: text.join("|") }));
  return { opened: state("opened"), updated: state("updated") };
}

/** A library of macros with one module, as the word processor keeps it in its profile. */
function writeMacro(basic) {
  mkdirSync(join(basic, "Standard"), { recursive: true });
  const write = (name, content) => writeFileSync(join(basic, name), HEAD + content);
  for (const [name, modules] of [
    ["script", '<library:element library:name="Steps"/>'],
    ["dialog", ""],
  ]) {
    const link = `<library:library library:name="Standard" xlink:href="$(USER)/basic/Standard/${name}.xlb/" xlink:type="simple" library:link="false"/>`;
    write(
      `${name}.xlc`,
      `<library:libraries ${LIBRARY} xmlns:xlink="http://www.w3.org/1999/xlink">${link}</library:libraries>`,
    );
    write(
      `Standard/${name}.xlb`,
      `<library:library ${LIBRARY} library:name="Standard" library:readonly="false" library:passwordprotected="false">${modules}</library:library>`,
    );
  }
  const text = readFileSync(MACRO, "utf8").replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  write(
    "Standard/Steps.xba",
    `<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Steps" script:language="StarBasic">${text}</script:module>`,
  );
}
