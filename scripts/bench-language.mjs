// Prints how right the Russian of documents is, group by group, on the lists of tests/fixtures/language, and how fast each helper is.
import { allLists, compareForms, speeds, table } from "../dist/bench-language.js";

for (const [name, tsv] of allLists("tests/fixtures/language")) {
  const compared = compareForms(tsv);
  console.log(name);
  console.table(table(compared));
  for (const one of compared.filter(({ verdict }) => verdict === "wrong"))
    console.log(`wrong: ${one.group}: ${one.lemma}, ${one.case}: «${one.form}» for «${one.expected}»`);
}
console.log("forms a second, once warm");
console.table(speeds(allLists("tests/fixtures/language")));
