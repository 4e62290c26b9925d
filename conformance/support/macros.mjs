// Runs macros of our own in the word processor: a profile with one module of its Basic.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { OFFICES, runAside } from "./programs.mjs";

const MODULES = {
  Steps: new URL("./update-all.bas", import.meta.url),
  Changes: new URL("./settle-changes.bas", import.meta.url),
};
const LIBRARY = 'xmlns:library="http://openoffice.org/2000/library"';
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** Runs a macro (`Steps.Run`) with words as parameters. */
export async function runMacro(name, parameters, work, { office = "system", timeout = 120_000 } = {}) {
  const profile = join(work, `macro-profile-${office}`);
  const [program, ...first] = OFFICES[office];
  const start = (...args) =>
    runAside(program, [...first, `-env:UserInstallation=file://${profile}`, "--headless", ...args], { timeout });
  if (!existsSync(profile)) {
    // A new profile is filled at the first start, over what is there.
    await start("--terminate_after_init");
    writeMacros(join(profile, "user/basic"));
  }
  await start(`macro:///Standard.${name}(${parameters.map((one) => `"${one}"`).join(",")})`);
}

/** A library of macros, as the word processor keeps it in its profile. */
function writeMacros(basic) {
  mkdirSync(join(basic, "Standard"), { recursive: true });
  const write = (name, content) => writeFileSync(join(basic, name), HEAD + content);
  const modules = Object.keys(MODULES).map((one) => `<library:element library:name="${one}"/>`);
  for (const [name, elements] of [
    ["script", modules.join("")],
    ["dialog", ""],
  ]) {
    const link = `<library:library library:name="Standard" xlink:href="$(USER)/basic/Standard/${name}.xlb/" xlink:type="simple" library:link="false"/>`;
    write(
      `${name}.xlc`,
      `<library:libraries ${LIBRARY} xmlns:xlink="http://www.w3.org/1999/xlink">${link}</library:libraries>`,
    );
    write(
      `Standard/${name}.xlb`,
      `<library:library ${LIBRARY} library:name="Standard" library:readonly="false" library:passwordprotected="false">${elements}</library:library>`,
    );
  }
  for (const [name, file] of Object.entries(MODULES)) {
    const text = readFileSync(file, "utf8").replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
    write(
      `Standard/${name}.xba`,
      `<script:module xmlns:script="http://openoffice.org/2000/script" script:name="${name}" script:language="StarBasic">${text}</script:module>`,
    );
  }
}
