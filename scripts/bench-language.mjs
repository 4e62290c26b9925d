// Prints how right the Russian of documents is, group by group, on the lists of tests/fixtures/language, and how fast each helper is.
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { allLists, compareForms, languagePage, speeds, table, totals } from "../dist/bench-language.js";

for (const [name, tsv] of allLists("tests/fixtures/language")) {
  const compared = compareForms(tsv);
  console.log(name);
  console.table(table(compared));
  for (const one of compared.filter(({ verdict }) => verdict === "wrong"))
    console.log(`wrong: ${one.group}: ${one.lemma}, ${one.case}: «${one.form}» for «${one.expected}»`);
}
console.log("all lists");
console.table(totals(allLists("tests/fixtures/language")));
const TRC = fileURLToPath(new URL("../bin/trc.js", import.meta.url));
const TELL =
  'data:text/javascript,process.on("exit",()=>{const{user,system}=process.cpuUsage();console.error((user+system)/1000)})';
const ARGUMENTS = ["--import", TELL, TRC, "decline", "Иванова Мария Петровна"];
const commands = Array.from({ length: 5 }, () => {
  const started = performance.now();
  const { stderr } = spawnSync(process.execPath, ARGUMENTS, {
    encoding: "utf8",
  });
  return { wall: performance.now() - started, processor: Number(stderr) };
});
const least = (of) => Math.round(Math.min(...commands.map(of)));
console.log(
  `trc decline, the whole command: ${least(({ wall }) => wall)} ms, ${least(({ processor }) => processor)} ms of the processor`,
);
writeFileSync("docs/language.md", languagePage());
console.log("forms a second, once warm");
console.table(speeds(allLists("tests/fixtures/language")));
