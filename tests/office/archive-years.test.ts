import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { identity } from "../support/certificates.ts";
import { pdfPages } from "../support/pdf-text.ts";
import { copyOfSample, edit, issued, ORDERS_2025 } from "../support/register.ts";
import { filesOf, temporaryFolder } from "../support/samples.ts";
import { type Answer, trc } from "../support/trc.ts";

const folder = temporaryFolder();
const [content, archive, out] = ["content", "archive", "out"].map((name) => `${folder.path}/${name}`) as [
  string,
  string,
  string,
];
const documents = `${content}/documents`;
const bag = `${archive}/2025/order-general-91-od-2025`;

beforeAll(async () => {
  copyOfSample(content);
  for (const name of ["archive-inventory-2025", "inventory-01-05", "inventory-12-02", "destruction-act-2026-01"])
    rmSync(`${documents}/${name}.yaml`);
  for (const [id, today] of ORDERS_2025.slice(0, 3)) await issued(content, id, { today });
  await issued(content, "1-2025-trc");
});
afterAll(folder.remove);

const archived = (command: string, ...rest: readonly string[]): Promise<Answer> =>
  trc("archive", command, "--archive", archive, ...rest);
const add = (...rest: readonly string[]): Promise<Answer> =>
  archived("add", "--content", content, "--date", "2026-01-12", ...rest);
const code = ({ stderr }: Answer): string | undefined => /TRC\d{4}/.exec(stderr)?.[0];
/** Text of a document built from a record of `documents/`. */
async function built(record: string, name: RegExp): Promise<string> {
  rmSync(out, { recursive: true, force: true });
  const answer = await trc(
    "build",
    "--content",
    content,
    "--out",
    out,
    "--only",
    record,
    "--no-cache",
    "--format",
    "pdf",
  );
  if (answer.code !== 0) throw new Error(answer.stderr);
  const file = [...filesOf(out).keys()].find((path) => name.test(path) && path.endsWith(".pdf"));
  const pages = await pdfPages(readFileSync(`${out}/${file}`));
  return pages
    .flat()
    .map((line) => line.text)
    .join(" ")
    .replace(/\s+/g, " ");
}

describe("signatures in the archive", () => {
  const signed = `${folder.path}/signed`;
  const sign = (file: string, name: string, form: "DER" | "PEM"): string => {
    const signature = `${signed}/${name}`;
    openSsl(
      "cms",
      "-sign",
      "-binary",
      "-md",
      "sha256",
      "-in",
      file,
      "-signer",
      `${signed}/key.crt`,
      "-inkey",
      `${signed}/key.key`,
      "-outform",
      form,
      "-out",
      signature,
    );
    return signature;
  };
  const openSsl = (...parameters: readonly string[]): string =>
    execFileSync("openssl", parameters, { encoding: "utf8", stdio: "pipe" });
  /** What OpenSSL says of a signature that lies in a bag. */
  const verifies = (inBag: string, name: string): string =>
    openSsl(
      "cms",
      "-verify",
      "-binary",
      "-inform",
      "DER",
      "-in",
      `${inBag}/data/${name}`,
      "-content",
      `${inBag}/data/document.pdf`,
      "-noverify",
      "-out",
      "/dev/null",
    );
  let pdf: string;

  beforeAll(async () => {
    mkdirSync(signed);
    const { keyPem, certPem } = await identity("Берёзкина Мария Петровна", { from: "2025-01-01", to: "2027-01-01" });
    writeFileSync(`${signed}/key.key`, keyPem);
    writeFileSync(`${signed}/key.crt`, certPem);
    const answer = await trc(
      "build",
      "--content",
      content,
      "--out",
      out,
      "--only",
      "91-od-2025,88-od-2025",
      "--no-cache",
      "--format",
      "pdf",
    );
    expect(answer.code).toBe(0);
    for (const [path, bytes] of filesOf(out))
      if (path.endsWith(".pdf")) writeFileSync(`${signed}/${path.endsWith("№ 91-ОД.pdf") ? 91 : 88}.pdf`, bytes);
    pdf = `${signed}/91.pdf`;
  });

  it("are refused when they are of another document, unreadable, or of nobody knows which", async () => {
    const other = sign(`${signed}/88.pdf`, "88.sig", "DER");
    expect(code(await add("91-od-2025", "--signature", other))).toBe("TRC8303");
    expect(code(await add("91-od-2025", "--signature", pdf))).toBe("TRC8304");
    expect(code(await add("91-od-2025", "--signature", `${signed}/none.sig`))).toBe("TRC8304");
    expect(code(await add("--signature", other))).toBe("TRC8307");
    const own = sign(pdf, "own.sig", "DER");
    expect(code(await add("91-od-2025", "--signature", own, "--signature", own))).toBe("TRC8322");
    expect(existsSync(bag)).toBe(false);
  });

  it("lie beside the original: OpenSSL and the passport tell whose they are", async () => {
    const answer = await add("91-od-2025", "--signature", sign(pdf, "first.pem", "PEM"));
    expect([answer.code, code(answer)]).toEqual([0, undefined]);
    expect(readFileSync(`${bag}/data/document.pdf`).equals(readFileSync(pdf))).toBe(true);
    verifies(bag, "document.pdf.sig");
    expect(readFileSync(`${bag}/data/passport.xml`, "utf8")).toContain("<holder>Берёзкина Мария Петровна</holder>");
    expect(JSON.parse(readFileSync(`${bag}/data/verification.json`, "utf8"))).toMatchObject({
      signatures: [{ file: "document.pdf.sig", signers: [{ result: "valid", validity: "valid" }] }],
    });
  });

  it("that come later make the next version of the bag, and the first stays as it was", async () => {
    const before = filesOf(bag);
    // Signed within one second, the two would be the same bytes.
    await new Promise((next) => setTimeout(next, 1100));
    const late = sign(pdf, "late.sig", "DER");
    const refused = await add("91-od-2025", "--signature", late);
    expect([code(refused), refused.stderr]).toEqual([
      "TRC8301",
      expect.stringContaining("trc archive attach 91-od-2025"),
    ]);
    expect((await archived("attach", "91-od-2025", late, "--date", "2026-02-02")).code).toBe(0);
    expect([...filesOf(bag)]).toEqual([...before]);
    const next = `${bag}+2`;
    for (const name of ["document.pdf.sig", "document.pdf.2.sig"]) verifies(next, name);
    for (const sum of ["sha256", "sha512"])
      execFileSync(`${sum}sum`, ["-c", "--quiet", `manifest-${sum}.txt`, `tagmanifest-${sum}.txt`], { cwd: next });
    expect(readFileSync(`${next}/bag-info.txt`, "utf8")).toContain("Supplements: 2025/order-general-91-od-2025\n");
    const passport = readFileSync(`${next}/data/passport.xml`, "utf8");
    expect(passport.match(/<signature file=/g)).toHaveLength(2);
    expect(passport).toContain('<event date="2026-02-02">');
    const verified = await archived("verify", "--content", content);
    expect([verified.code, verified.stdout]).toEqual([0, expect.stringContaining("Целых пакетов: 2 из 2")]);
    const registered = [...filesOf(`${content}/register`).keys()].filter((path) => path.endsWith(".yaml")).length;
    expect(verified.stdout).toContain(`Изданных, но ещё не принятых в архив: ${registered - 1} (`);
    expect((await archived("list")).stdout).toContain("подписей: 2");
  });

  it("are refused twice, of another document, of one that is not there, and where the bag is damaged", async () => {
    const late = `${signed}/late.sig`;
    expect(code(await archived("attach", "91-od-2025", late))).toBe("TRC8322");
    expect(code(await archived("attach", "91-od-2025", `${signed}/88.sig`))).toBe("TRC8303");
    expect(code(await archived("attach", "../91-od-2025", late))).toBe("TRC8319");
    const words = `${bag}+2/data/words.txt`;
    const kept = readFileSync(words);
    writeFileSync(words, "другие слова");
    expect(code(await archived("attach", "91-od-2025", sign(pdf, "third.sig", "DER")))).toBe("TRC8310");
    expect(code(await archived("verify"))).toBe("TRC8310");
    writeFileSync(words, kept);
    expect(readdirSync(`${archive}/2025`).sort()).toEqual(["order-general-91-od-2025", "order-general-91-od-2025+2"]);
  });

  it("are given out with the document", async () => {
    const file = `${folder.path}/91.zip`;
    expect((await archived("export", "91-od-2025", "--out", file)).code).toBe(0);
    const { default: PizZip } = await import("pizzip");
    expect(Object.keys(new PizZip(readFileSync(file)).files)).toEqual(
      expect.arrayContaining(["document.pdf", "document.pdf.sig", "document.pdf.2.sig", "passport.xml"]),
    );
    const again = await archived("export", "91-od-2025", "--out", file);
    expect([again.code, code(again)]).toEqual([1, "TRC8202"]);
  });
});

describe("a year of the archive", () => {
  beforeAll(async () => {
    expect((await add("--date", "2026-02-02")).code).toBe(0);
    expect((await archived("verify", "--content", content)).stdout).not.toContain("ещё не принятых");
  });

  it("has an inventory of its electronic cases, with titles of the nomenclature, once", async () => {
    const inventory = ["--year", "2025", "--content", content, "--date", "2026-01-13"];
    const answer = await archived("inventory", ...inventory, "--prepared", "gonchar-tm");
    expect([answer.code, answer.stdout]).toEqual([0, expect.stringContaining("archive-inventory-2025.yaml")]);
    const text = await built("archive-inventory-2025", /Опись электронных дел за 2025 год/);
    expect(text).toContain("Приказы директора по основной деятельности");
    expect(text).toMatch(/08\.09\.2025 – 12\.09\.2025/);
    expect(text).toContain("Итого 2 (два) дела, 4 (четыре) документа");
    expect(code(await archived("inventory", ...inventory))).toBe("TRC8325");
    expect(code(await archived("inventory", "--year", "2019", "--content", content))).toBe("TRC8319");
  });

  it("leaves the place of who drew it up blank for the check to ask about", async () => {
    const file = `${documents}/archive-inventory-2025.yaml`;
    rmSync(file);
    const answer = await archived("inventory", "--year", "2025", "--content", content, "--date", "2026-01-13");
    expect(answer.stdout).toContain("prepared");
    const checked = await trc("check", "--content", content);
    expect([code(checked), checked.stderr]).toEqual(["TRC1103", expect.stringContaining(`${file}:5`)]);
    edit(file, (text) => text.replace("prepared:", "prepared: gonchar-tm"));
    expect((await trc("check", "--content", content)).code).toBe(0);
  });

  it("has the inner inventory of a case with its certifying sheet", async () => {
    const inventory = ["--year", "2025", "--content", content, "--date", "2026-01-13", "--prepared", "gonchar-tm"];
    expect((await archived("inventory", ...inventory, "--case", "01-05")).code).toBe(0);
    const text = await built("case-inventory-01-05-2025", /Внутренняя опись дела 01-05/);
    expect(text).toContain("ВНУТРЕННЯЯ ОПИСЬ");
    expect(text).toContain("ЛИСТ-ЗАВЕРИТЕЛЬ ДЕЛА № 01-05");
    expect(text).toContain("91-ОД");
    expect(code(await archived("inventory", ...inventory, "--case", "01-05"))).toBe("TRC8325");
    expect(code(await archived("inventory", ...inventory, "--case", "12-05"))).toBe("TRC8319");
    edit(`${documents}/nomenclature-2026.yaml`, (words) => words.replaceAll('"12-02"', '"12-92"'));
    expect(code(await archived("inventory", ...inventory, "--case", "12-02"))).toBe("TRC8326");
    edit(`${documents}/nomenclature-2026.yaml`, (words) => words.replaceAll('"12-92"', '"12-02"'));
  });
});

describe("the end of a term", () => {
  const day = "2032-01-20";
  const act = `Акт от 20.01.2032 № 1`;
  const mirror = `${folder.path}/mirror`;
  const agreement = `${archive}/2025/agreement-committee-1-2025-trc`;

  beforeAll(async () => {
    expect((await add("--date", "2026-02-02")).code).toBe(0);
  });

  it("is announced before its day, and on it an act is prepared, numbered and built; no document stands in two acts", async () => {
    expect((await archived("due", "--on", "2031-12-31")).stdout).toContain(
      "Следующий срок – 01.01.2032, документов: 1",
    );
    const prepare = ["--on", day, "--act", "--content", content, "--prepared", "gonchar-tm"];
    expect((await archived("due", ...prepare)).code).toBe(0);
    const text = await built(`destruction-act-${day}`, /Акт от 20.01.2032 № 1/);
    expect(text).toContain("АКТ");
    expect(text).toContain("5 лет ЭПК, ст. 11");
    expect(text).toContain("01.01.2032");
    expect(code(await archived("due", ...prepare))).toBe("TRC8327");
    expect(code(await archived("due", "--on", "2031-12-31", "--act", "--content", content))).toBe("TRC8327");
    expect((await archived("due", "--on", day, "--prepared", "gonchar-tm")).code).toBe(2);
  });

  it("lets nothing go before its day, nothing that is kept for ever, and nothing that is not there", async () => {
    const dispose = (document: string, date: string): Promise<Answer> =>
      archived("dispose", document, "--act", act, "--date", date);
    expect(code(await dispose("1-2025-trc", "2031-12-31"))).toBe("TRC8324");
    expect(code(await dispose("91-od-2025", day))).toBe("TRC8324");
    expect(code(await dispose("нет", day))).toBe("TRC8319");
    expect((await archived("export", "нет", "--lang", "en")).stderr).toContain("has no document “нет”");
    for (const ground of [" ", "Акт", "по акту", "Акт № 1", "старые"])
      expect((await archived("dispose", "1-2025-trc", "--act", ground)).code).toBe(2);
  });

  it("is entered in the book by the act; then the bag may go, and no copy brings it back", async () => {
    expect((await archived("mirror", mirror)).code).toBe(0);
    const before = filesOf(agreement);
    const answer = await archived("dispose", "1-2025-trc", "--act", act, "--date", day);
    expect([answer.code, answer.stdout]).toEqual([0, expect.stringContaining(agreement)]);
    expect([...filesOf(agreement)]).toEqual([...before]);
    expect((await archived("verify", "--content", content)).code).toBe(0);
    rmSync(agreement, { recursive: true });
    expect((await archived("verify", "--content", content)).code).toBe(0);
    expect((await archived("mirror", mirror)).code).toBe(0);
    expect(existsSync(agreement)).toBe(false);
    expect((await archived("list")).stdout).toContain(`уничтожен: ${act}`);
    expect((await archived("due", "--on", day)).stdout).toContain("Уничтожены по актам: 1");
    for (const command of [["export"], ["attach"], ["dispose"]] as const)
      expect(
        code(
          await archived(
            command[0],
            "1-2025-trc",
            ...(command[0] === "attach"
              ? ["x.sig", "--date", day]
              : command[0] === "dispose"
                ? ["--act", act, "--date", day]
                : []),
          ),
        ),
      ).toBe("TRC8323");
    expect(code(await add())).toBe("TRC8331");
    expect((await add("--date", day)).stdout).toContain("ничего не принято");
  });

  it("is believed only of a book that holds: a forged line is found", async () => {
    const lines = readdirSync(`${archive}/accessions`).sort();
    const last = `${archive}/accessions/${lines.at(-1)}`;
    const kept = readFileSync(last, "utf8");
    writeFileSync(last, kept.replace(act, "Акт № 2"));
    const found = await archived("verify");
    expect([found.code, [...new Set(found.stderr.match(/TRC\d{4}/g))]]).toEqual([1, ["TRC8314", "TRC8315"]]);
    await issued(content, "2-2025-trc");
    expect(code(await add("2-2025-trc", "--date", day))).toBe("TRC8314");
    writeFileSync(last, kept);
    expect((await add("2-2025-trc", "--date", day)).code).toBe(0);
  });
});

describe("the words of the archive", () => {
  it("are the centre's own: terms, access and the README come from the templates", async () => {
    const templates = `${folder.path}/templates`;
    cpSync("templates", templates, { recursive: true });
    const wording = `${templates}/archive/wording.yaml`;
    edit(wording, (text) =>
      text.replace("permanent: постоянно", "permanent: навсегда").replace("АРХИВ ИЗДАННЫХ", "СОБРАНИЕ ИЗДАННЫХ"),
    );
    const other = `${folder.path}/other`;
    const into = ["--content", content, "--templates", templates, "--archive", other];
    expect((await trc("archive", "add", "91-od-2025", ...into)).code).toBe(0);
    expect(readFileSync(`${other}/2025/order-general-91-od-2025/data/passport.xml`, "utf8")).toContain(
      "<term>навсегда</term>",
    );
    expect(readFileSync(`${other}/README.txt`, "utf8")).toMatch(/^СОБРАНИЕ ИЗДАННЫХ/);
    edit(wording, (text) => text.replace("withoutTerm:", "noTerm:"));
    expect((await trc("archive", "add", "88-od-2025", ...into)).stderr).toContain("archive/wording.yaml");
    rmSync(wording);
    expect(code(await trc("archive", "add", "88-od-2025", ...into))).toBe("TRC8309");
    expect(readdirSync(`${other}/2025`)).toEqual(["order-general-91-od-2025"]);
  });
});
