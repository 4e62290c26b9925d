// How soon an editor is answered on ten thousand records: completion of a person by name, and the findings of the record that is being written.
import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";

const root = fileURLToPath(new URL("..", import.meta.url));
const FILE = "content/people/p-1.yaml";
const person = (surname) =>
  `surname: ${surname}\ngiven: Мария\npatronymic: Петровна\ngender: feminine\npositions:\n  - {title: учитель физики, organisation: centre}\n`;

/** Prints the medians. @param records so many are added to the sample, half of them people and half orders */
export async function benchEditor(records = 10_000, rounds = 15) {
  const folder = mkdtempSync(join(tmpdir(), "trc-bench-"));
  for (const name of ["content", "templates"]) cpSync(join(root, name), join(folder, name), { recursive: true });
  mkdirSync(join(folder, "content/orders/2026"), { recursive: true });
  for (let at = 0; at < records / 2; at++) {
    writeFileSync(join(folder, `content/people/p-${at}.yaml`), person(`Иванова`));
    writeFileSync(
      join(folder, `content/orders/2026/g-${at}.yaml`),
      `kind: order-general\nnumber: "${1000 + at}-ОД"\ndate: 2026-02-05\nissuer: centre\nsubject: О дне ${at}\nitems: [{text: провести день}]\nexecutor: p-${at}\ncaseIndex: "01-03"\n`,
    );
  }
  const child = spawn(process.execPath, [join(root, "bin/trc.js"), "language-server"], { cwd: folder });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  let heard = () => undefined;
  connection.onNotification("textDocument/publishDiagnostics", (found) => heard(found));
  connection.listen();
  const uri = pathToFileURL(join(folder, FILE)).href;
  await connection.sendRequest("initialize", {
    processId: null,
    rootUri: pathToFileURL(folder).href,
    capabilities: {},
  });
  const textDocument = { uri, languageId: "yaml", version: 1, text: person("Иванова") };
  await connection.sendNotification("textDocument/didOpen", { textDocument });
  const position = { line: 5, character: 50 };
  await connection.sendRequest("textDocument/completion", { textDocument: { uri }, position });
  const times = { completion: [], findings: [] };
  for (let round = 0; round < rounds; round++) {
    const wrong = round % 2 === 0;
    const found = new Promise((done) => {
      heard = ({ uri: of, diagnostics }) => {
        if (of === uri && diagnostics.some(({ code }) => code === "TRC2001") === wrong) done();
      };
    });
    const text = person("Иванова").replace("organisation: centre", `organisation: ${wrong ? "nobody" : "centre"}`);
    const started = performance.now();
    await connection.sendNotification("textDocument/didChange", {
      textDocument: { uri, version: round + 2 },
      contentChanges: [{ text }],
    });
    await connection.sendRequest("textDocument/completion", { textDocument: { uri }, position });
    times.completion.push(performance.now() - started);
    await found;
    times.findings.push(performance.now() - started);
  }
  child.kill();
  rmSync(folder, { recursive: true, force: true });
  const middle = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)].toFixed(0);
  console.log(
    `language server, ${records} records: completion ${middle(times.completion)} ms after a key, findings of the records ${middle(times.findings)} ms (medians)`,
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await benchEditor();
