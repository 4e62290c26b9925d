import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { PYTHON, run } from "../support/programs.mjs";
import { updateAll } from "../support/update-all.mjs";

const SCRIPT = fileURLToPath(new URL("../support/docx_edits.py", import.meta.url));
/** Larger than any body text is. */
const SIZE = 17;
/** Styles of body text, whose size is that of «Обычный». */
const BODY = ["Текст документа", "Пункт", "Подпункт", "Элемент перечня", "Заголовок раздела"];

/**
 * What a clerk does with a document in a word processor: to make fields and contents anew changes no word; a clause, a section get
 * their numbers and their line in the contents from their style; the size of body text is said once.
 */
export async function validateEditing({ work, sets }) {
  const verdicts = [];
  for (const { name, docxs } of sets.filter((set) => set.name === "sample" || set.name === "second")) {
    const folder = join(work, `${name}-editing`);
    mkdirSync(folder);
    const sources = ["Отчёт за 2", "Положение"].flatMap((part) =>
      docxs.filter((docx) => docx.includes(part)).slice(0, 1),
    );
    if (sources.length === 0)
      verdicts.push({ title: `${name}: edited`, faults: ["the set has no report and no regulation"] });
    for (const [index, source] of sources.entries())
      verdicts.push(...(await edited(source, name, join(folder, String(index)), work)));
  }
  return verdicts;
}

async function edited(source, name, base, work) {
  const [kept, written, enlarged] = ["kept", "written", "enlarged"].map((one) => `${base}-${one}.docx`);
  const copied = run("cp", [source, kept]);
  const made = run(PYTHON, [SCRIPT, source, written, enlarged, String(SIZE)]);
  const of = `${name}: ${source.split("/").pop()}`;
  if (copied.status !== 0 || made.status !== 0) return [{ title: of, faults: [(made.stderr || copied.stderr).trim()] }];
  // One word processor has one profile: one document after the other.
  const [before, after, large] = [
    await updateAll(kept, work),
    await updateAll(written, work),
    await updateAll(enlarged, work),
  ];
  if (!before || !after || !large) return [{ title: of, faults: ["the word processor did not open it"] }];
  return [
    { title: `${of}: all fields and indexes made anew change no word`, faults: changed(before) },
    { title: `${of}: a clause and a section by their styles`, ...numbered(before.opened, after.updated) },
    { title: `${of}: one change of the base style changes body text`, faults: notEnlarged(large.opened) },
  ];
}

function lineOf({ label, text }) {
  return `${label} ${text}`.trim();
}

function changed({ opened, updated }) {
  if (opened.length !== updated.length) return [`${opened.length} paragraphs became ${updated.length}`];
  return opened.flatMap((one, index) =>
    lineOf(one) === lineOf(updated[index]) && one.style === updated[index].style
      ? []
      : [`${one.style}: "${lineOf(one)}" became ${updated[index].style}: "${lineOf(updated[index])}"`],
  );
}

/** The clause put in has the number of the one behind it, which goes on by one; so has the section. */
function numbered(before, after) {
  const clauses = before.filter(({ style }) => style === "Пункт");
  const [, second] = clauses;
  const heads = before.filter(({ style }) => style === "Заголовок раздела");
  const section = `${heads.length + 1}.`;
  const next = (label) => label.replace(/(\d+)\.$/, (_, number) => `${Number(number) + 1}.`);
  const wanted = [
    `${second.label} Вставленный пункт.`,
    `${next(second.label)} ${second.text}`,
    `${section} Новый раздел`,
    `${section}1. Новый пункт.`,
    `${section}2. ${clauses.at(-1).text}`,
  ];
  const lines = new Set(after.map(lineOf));
  const faults = wanted.filter((line) => !lines.has(line)).map((line) => `not there: ${line.slice(0, 80)}`);
  const contents = after.filter(({ style }) => /^Contents \d$/.test(style)).map(({ text }) => text);
  if (contents.length > 0 && !contents.some((line) => line.startsWith(`${section} Новый раздел`)))
    faults.push(`not in the contents: ${section} Новый раздел, but: ${contents.join(" / ")}`);
  return { faults, notes: wanted.map((line) => line.slice(0, 80)) };
}

function notEnlarged(paragraphs) {
  const body = paragraphs.filter(({ style, text }) => BODY.includes(style) && text !== "");
  if (body.length < 5) return [`only ${body.length} paragraphs of body text`];
  return body
    .filter(({ size }) => size !== SIZE)
    .map(({ style, size, text }) => `${style}, ${size} pt: ${text.slice(0, 40)}`);
}
