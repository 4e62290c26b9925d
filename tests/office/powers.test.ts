import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addToArchive, verifyArchive } from "../../src/office/archive/index.ts";
import { identity } from "../support/certificates.ts";
import { copyOfSample, issued } from "../support/register.ts";
import { temporaryFolder } from "../support/samples.ts";
import { trc } from "../support/trc.ts";

const folder = temporaryFolder();
afterAll(folder.remove);
const at = (name: string): string => join(folder.path, name);

type Parts = {
  readonly until?: string;
  readonly surname?: string;
  readonly inn?: string;
  readonly format?: string;
  readonly root?: string;
  readonly before?: string;
};

/** A power of attorney of the unified format, of fictional persons: the centre's head entrusts its secretary. */
function power({
  until = "2026-12-31",
  surname = "Гончар",
  inn = "6700000014",
  format = "EMCHD_1",
  root = "Доверенность",
  before = "",
}: Parts = {}): string {
  return `<?xml version="1.0" encoding="UTF-8"?>${before}
<${root} xmlns="urn://x-artefacts/EMCHD_1" ВерсФорм="${format}" ПрЭлФорм="00000000">
  <Документ><Довер>
    <СвДов ВидДовер="1" ПрПередов="1" НомДовер="00000000-0000-4000-8000-000000000001" ДатаВыдДовер="2025-09-01" СрокДейст="${until}"/>
    <СвДоверит ТипДоверит="1"><Доверит><РосОргДовер>
      <СвРосОрг НаимОрг="МБОУ «Примерненская СШ»" ИННЮЛ="${inn}"/>
      <ЛицоБезДов><СвФЛ Должность="директор"><СведФЛ><ФИО Фамилия="Берёзкина" Имя="Мария" Отчество="Петровна"/></СведФЛ></СвФЛ></ЛицоБезДов>
    </РосОргДовер></Доверит></СвДоверит>
    <СвУпПред ТипПред="3"><Пред><СведФизЛ><СведФЛ><ФИО Фамилия="${surname}" Имя="Тамара" Отчество="Михайловна"/></СведФЛ></СведФизЛ></Пред></СвУпПред>
    <СвПолн ТипПолн="1"><МашПолн КодПолн="SIGN" НаимПолн="Подписывать приказы"/></СвПолн>
  </Довер></Документ>
</${root}>
`;
}

function file(name: string, text: string | Uint8Array): string {
  writeFileSync(at(name), text);
  return at(name);
}

const archive = at("archive");
const content = at("content");
let signature = "";

beforeAll(async () => {
  copyOfSample(content);
  await issued(content, "87-od-2025", { today: "2025-09-08" });
  const { added } = await addToArchive({
    content,
    templates: "templates",
    archive,
    documents: [],
    today: "2026-01-12",
  });
  expect(added.length).toBe(1);
  const { keyPem, certPem } = await identity("Гончар Тамара Михайловна", { from: "2025-01-01", to: "2027-01-01" });
  const original = file("document.pdf", readFileSync(join(archive, added[0]?.bag ?? "", "data/document.pdf")));
  const keys = ["--key", file("key.pem", keyPem), "--cert", file("cert.pem", certPem)];
  expect((await trc("sign", original, ...keys)).code).toBe(0);
  signature = `${original}.sig`;
});

/** The number of attachments before: each is a version of the bag. */
let versions = 1;

async function attached(text: string | Uint8Array, date = "2026-02-02") {
  const path = file(`power-${versions}.xml`, text);
  const again = versions > 1 ? at(`again-${versions}.pdf.sig`) : signature;
  if (versions > 1) {
    // The same signature is not taken twice; another one of the same signer is.
    const keys = ["--key", at("key.pem"), "--cert", at("cert.pem")];
    const copy = file(`again-${versions}.pdf`, readFileSync(at("document.pdf")));
    await trc("sign", copy, ...keys, "--signing-time", `2026-01-${10 + versions}T10:00:00Z`);
  }
  const answer = await trc(
    ...["archive", "attach", "87-od-2025", again, "--archive", archive, "--power", path, "--date", date, "--json"],
  );
  const { added, diagnostics } = JSON.parse(answer.stdout);
  if (added !== null) versions++;
  const said = diagnostics as readonly { readonly code: string; readonly message: string | { readonly ru: string } }[];
  return { added, codes: said.map(({ code }) => code), text: answer.stdout, path };
}

describe("a machine-readable power of attorney", () => {
  it("is kept beside the signature: who, whose, until when, and what was not checked", async () => {
    const { added, codes, path } = await attached(power());
    expect(codes.filter((code) => /^TRC834/.test(code))).toEqual([]);
    const data = join(archive, added.bag, "data");
    expect(readFileSync(join(data, "power-1.xml"))).toEqual(readFileSync(path));
    expect(readFileSync(join(data, "passport.xml"), "utf8")).toContain('name="power-1.xml" role="power-of-attorney"');
    const protocol = JSON.parse(readFileSync(join(data, "verification.2.json"), "utf8"));
    expect(protocol.powers).toEqual([
      {
        file: "power-1.xml",
        format: "EMCHD_1",
        number: "00000000-0000-4000-8000-000000000001",
        issued: "2025-09-01",
        until: "2026-12-31",
        principals: [{ name: "МБОУ «Примерненская СШ»", inn: "6700000014" }],
        representatives: [{ name: "Гончар Тамара Михайловна", inn: null }],
        powers: ["SIGN Подписывать приказы"],
        substituted: false,
        doubts: [],
        unchecked: [
          "регистрация и отзыв доверенности в реестре налоговой службы: нужна сеть",
          "подпись доверителя под доверенностью",
          "достаточно ли полномочий для этого документа",
        ],
      },
    ]);
    expect((await verifyArchive(archive, content)).diagnostics).toEqual([]);
  });

  it("of somebody else than the signer, or out of its time, is taken and told of", async () => {
    const other = await attached(power({ surname: "Петрова" }));
    expect(other.codes).toContain("TRC8343");
    expect(other.text).toContain("представитель – Петрова Тамара Михайловна, а подписал Гончар Тамара Михайловна");
    const over = await attached(power({ until: "2026-01-31" }));
    expect(over.codes).toContain("TRC8343");
    expect(over.text).toContain("02.02.2026 её срок уже истёк (31.01.2026)");
    const protocol = JSON.parse(readFileSync(join(archive, over.added.bag, "data/verification.4.json"), "utf8"));
    expect(protocol.powers[0]).toMatchObject({
      file: "power-3.xml",
      doubts: ["02.02.2026 её срок уже истёк (31.01.2026)"],
    });
  });

  it.each([
    ["a form that is no XML", "%PDF-1.7"],
    ["another document", power({ root: "Файл" })],
    ["an unknown format", power({ format: "EMCHD_9" })],
    ["entities", power({ before: '<!DOCTYPE x [<!ENTITY a "b">]>' })],
    ["letters of another encoding", Buffer.from([0x3c, 0xff, 0xfe])],
  ])("is refused when it is %s", async (_, text) => {
    const { added, codes } = await attached(text);
    expect(added).toBeNull();
    expect(codes).toContain("TRC8342");
  });

  it("of a principal that the records do not know is told of at the accession", async () => {
    await issued(content, "88-od-2025", { today: "2025-09-08" });
    const powers = [file("foreign.xml", power({ inn: "6700000020" }))];
    const options = { content, templates: "templates", archive, documents: ["88-od-2025"], today: "2026-01-12" };
    const { added, diagnostics } = await addToArchive({ ...options, powers, today: "2026-02-03" });
    expect(added.length).toBe(1);
    expect(diagnostics.filter(({ code }) => code === "TRC8343").map(({ message }) => message.ru)).toEqual([
      expect.stringContaining("а подписал никто"),
      expect.stringContaining("не из организаций записей"),
    ]);
  });
});
