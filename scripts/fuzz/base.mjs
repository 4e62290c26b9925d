// The sound centre, templates, bundle, keys and spreadsheets that the fuzzer damages: made by the program itself in a folder of its own.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { utils, write } from "@e965/xlsx";

/** Folders and files of the base, by what they are. */
function basePaths(folder) {
  const inside = (name) => join(folder, name);
  return {
    folder,
    content: inside("centre/content"),
    templates: inside("centre/templates"),
    cache: inside("cache"),
    answers: inside("answers.yaml"),
    bundle: inside("bundle.zip"),
    key: inside("key.pem"),
    cert: inside("cert.pem"),
    crl: inside("crl.pem"),
    signature: inside("regulation.sig"),
    batch: inside("batch.tsv"),
    tables: ["xlsx", "xls", "ods", "csv"].map((type) => inside(`plan.${type}`)),
  };
}

/** Makes the base. @param trc runs a command line and gives `{ code, stdout, stderr }` @param whole without it no bundle, no keys and no cache are made */
export async function makeBase(folder, trc, whole = true) {
  const paths = basePaths(folder);
  mkdirSync(join(folder, "centre"), { recursive: true });
  const done = async (...argv) => {
    const { code, stdout, stderr } = await trc(argv);
    if (code !== 0) throw new Error(`${argv.join(" ")}: ${code}\n${stdout}${stderr}`);
    return stdout;
  };
  writeFileSync(paths.answers, await done("init", "--print-answers"));
  await done("init", "--answers", paths.answers, "--date", "2025-09-05", paths.content);
  for (const name of readdirSync(paths.content, { recursive: true, encoding: "utf8" })) {
    if (!name.endsWith(".yaml")) continue;
    const path = join(paths.content, name);
    writeFileSync(path, readFileSync(path, "utf8").replace(/^unconfirmed: .*\n/m, ""));
  }
  rmSync(join(paths.content, ".schemas"), { recursive: true, force: true });
  cpSync("templates", paths.templates, { recursive: true });
  makeTables(paths);
  writeFileSync(paths.batch, "group\tlemma\tgender\tcase\nperson\tИванова Мария Петровна\tfeminine\tdative\n");
  if (!whole) return paths;
  makeKeys(paths);
  const release = ["release", "--content", paths.content, "--templates", paths.templates, "--draft"];
  await done(...release, "--out", paths.bundle, "--key", paths.key, "--cert", paths.cert, "--sign-documents");
  await done("check", "--content", paths.content, "--templates", paths.templates, "--cache-dir", paths.cache);
  return paths;
}

function makeKeys({ folder, key, cert, crl, signature }) {
  const openssl = (...argv) => execFileSync("openssl", argv, { stdio: "ignore", cwd: folder });
  const subject = [
    "-subj",
    "/CN=Test",
    "-addext",
    "keyUsage=critical,digitalSignature,nonRepudiation,cRLSign,keyCertSign",
  ];
  openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", cert, "-days", "3650", ...subject);
  writeFileSync(join(folder, "ca.cnf"), "[ca]\ndefault_ca=x\n[x]\ndatabase=index.txt\ndefault_md=sha256\n");
  writeFileSync(join(folder, "index.txt"), "");
  openssl("ca", "-gencrl", "-config", "ca.cnf", "-keyfile", key, "-cert", cert, "-out", crl, "-crldays", "3650");
  const sign = ["cms", "-sign", "-binary", "-outform", "DER", "-signer", cert, "-inkey", key];
  openssl(...sign, "-in", join(folder, "answers.yaml"), "-out", signature);
}

function makeTables({ tables }) {
  const sheet = utils.aoa_to_sheet([
    ["План работы на 2025-2026 учебный год"],
    ["№ п/п", "Наименование мероприятия", "Сроки", "Категория участников", "Ответственные", "Результат"],
    ["1. Конференции"],
    [1, "Семинар «Читательская грамотность»", "октябрь", "учителя", "Лесная О. И.", "программа"],
    [2, "Практикум", 45945, "учителя; библиотекари", "", 12.5],
  ]);
  sheet["!merges"] = [utils.decode_range("A1:F1"), utils.decode_range("A3:F3")];
  const book = utils.book_new(sheet, "План");
  for (const path of tables) writeFileSync(path, write(book, { type: "buffer", bookType: path.split(".").at(-1) }));
}
