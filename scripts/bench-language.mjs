// Prints how right the Russian of documents is, group by group, on the lists of tests/fixtures/language, and how fast each helper is.
import { execFileSync } from "node:child_process";
import { allLists, compareForms, speeds, table, totals } from "../dist/bench-language.js";

for (const [name, tsv] of allLists("tests/fixtures/language")) {
  const compared = compareForms(tsv);
  console.log(name);
  console.table(table(compared));
  for (const one of compared.filter(({ verdict }) => verdict === "wrong"))
    console.log(`wrong: ${one.group}: ${one.lemma}, ${one.case}: «${one.form}» for «${one.expected}»`);
}
console.log("all lists");
console.table(totals(allLists("tests/fixtures/language")));
const times = Array.from({ length: 5 }, () => {
  const started = performance.now();
  execFileSync("node", ["bin/trc.js", "decline", "Иванова Мария Петровна"]);
  return performance.now() - started;
});
console.log(`trc decline, the whole command: ${Math.round(Math.min(...times))} ms`);
console.log("forms a second, once warm");
console.table(speeds(allLists("tests/fixtures/language")));
