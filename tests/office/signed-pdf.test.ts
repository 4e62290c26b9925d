import { execFile } from "node:child_process";
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askTimeStamp } from "../../src/office/signatures/index.ts";
import { identity } from "../support/certificates.ts";
import { Chains } from "../support/openssl-chains.ts";
import { PdfObjects } from "../support/pdf-objects.ts";
import { type PdfTag, pdfTags } from "../support/pdf-tags.ts";
import { pdfText } from "../support/pdf-text.ts";
import { temporaryFolder } from "../support/samples.ts";
import { order, SmallProject } from "../support/small-project.ts";
import { STAMP_ROOT, STAMP_SERVICE, startTimeStampService } from "../support/time-stamp-service.ts";
import { trc } from "../support/trc.ts";

const folder = temporaryFolder();
afterAll(folder.remove);
const at = (name: string): string => join(folder.path, name);
const KEY = (): readonly string[] => ["--key", at("key.pem"), "--cert", at("cert.pem")];
const run = promisify(execFile);

beforeAll(async () => {
  const { keyPem, certPem } = await identity("Берёзкина Мария Петровна");
  writeFileSync(at("key.pem"), keyPem);
  writeFileSync(at("cert.pem"), certPem);
  const { content, templates } = new SmallProject(at("project"));
  writeFileSync(join(content, "orders/one.yaml"), order({ number: "1-О", date: "2024-09-05", subject: "О первом" }));
  await trc("build", "--content", content, "--templates", templates, "--out", at("out"), "--only", "one", "--no-cache");
  const { documents } = JSON.parse(readFileSync(at("out/manifest.json"), "utf8"));
  const file = documents[0].files.find(({ format }: { readonly format: string }) => format === "pdf").path;
  writeFileSync(at("order.pdf"), readFileSync(at(`out/${file}`)));
});

/** The signature of the newest field and the bytes it is over, by the rules of PDF alone. */
function signatureIn(file: string): { readonly cms: Uint8Array; readonly content: Uint8Array } {
  const bytes = readFileSync(file);
  const range = [...bytes.toString("latin1").matchAll(/\/ByteRange \[(\d+) (\d+) (\d+) (\d+)\]/g)].at(-1);
  const [start = 0, length = 0, from = 0, rest = 0] = (range ?? []).slice(1).map(Number);
  expect([start, from + rest]).toEqual([0, bytes.length]);
  return {
    cms: Buffer.from(bytes.subarray(length + 1, from - 1).toString("latin1"), "hex"),
    content: Buffer.concat([bytes.subarray(0, length), bytes.subarray(from)]),
  };
}

async function opensslTakes({ cms, content }: ReturnType<typeof signatureIn>): Promise<boolean> {
  writeFileSync(at("cms"), cms);
  writeFileSync(at("signed-bytes"), content);
  const input = ["-binary", "-inform", "DER", "-in", at("cms"), "-content", at("signed-bytes"), "-out", at("taken")];
  return run("openssl", ["cms", "-verify", ...input, "-CAfile", at("cert.pem"), "-purpose", "any"]).then(
    () => true,
    () => false,
  );
}

function roles({ role, children }: PdfTag): string[] {
  return [role, ...children.flatMap((child) => (typeof child === "string" ? [] : roles(child)))];
}

/** The file with a stamp (DocTimeStamp) over all of it, as another program appends one. */
async function stampedWhole(pdf: Buffer, address: string): Promise<Buffer> {
  const room = 16_384;
  const before = Buffer.concat([
    pdf,
    Buffer.from("\n9000 0 obj\n<< /Type /DocTimeStamp /SubFilter /ETSI.RFC3161 /Contents "),
  ]);
  const from = before.length + room + 2;
  const rest = (length: number): Buffer =>
    Buffer.from(` /ByteRange [0 ${before.length} ${from} ${String(length).padEnd(6)}] >>\nendobj\n`);
  const after = rest(rest(0).length);
  const stamp = Buffer.from(await askTimeStamp(address, Buffer.concat([before, after])));
  return Buffer.concat([before, Buffer.from(`<${stamp.toString("hex").padEnd(room, "0")}>`), after]);
}

describe("trc sign --inside", () => {
  it("appends a signature: the bytes and words before stay, OpenSSL takes it, of other bytes it does not", async () => {
    const answer = await trc("sign", at("order.pdf"), "--inside", ...KEY());
    expect(answer).toMatchObject({ code: 0, stderr: "" });
    const [plain, signed] = [readFileSync(at("order.pdf")), readFileSync(at("order.signed.pdf"))];
    expect(signed.subarray(0, plain.length).equals(plain)).toBe(true);
    expect(await pdfText(signed)).toEqual(await pdfText(plain));
    const signature = signatureIn(at("order.signed.pdf"));
    expect(await opensslTakes(signature)).toBe(true);
    const other = Buffer.from(signature.content);
    other[900] = (other[900] ?? 0) ^ 1;
    expect(await opensslTakes({ ...signature, content: other })).toBe(false);
  });

  it("is judged by trc verify as a signature beside a file is, and so is a file that was changed or added to", async () => {
    copyFileSync(at("order.pdf"), at("judged.pdf"));
    await trc("sign", at("judged.pdf"), "--inside", ...KEY());
    const judged = await trc("verify", at("judged.signed.pdf"), "--trust", at("cert.pem"));
    expect(judged).toMatchObject({ code: 0, stderr: "" });
    expect(judged.stdout).toMatch(/доказано +judged\.signed\.pdf, № 1: подпись верна/);
    expect(judged.stdout).toContain("После последней подписи в файле ничего нет");
    const bytes = readFileSync(at("judged.signed.pdf"));
    writeFileSync(at("added.pdf"), Buffer.concat([bytes, Buffer.from("% больше\n")]));
    expect((await trc("verify", at("added.pdf"))).stdout).toMatch(/не доказано +После последней подписи файл дополнен/);
    bytes[900] = (bytes[900] ?? 0) ^ 1;
    writeFileSync(at("changed.pdf"), bytes);
    const changed = await trc("verify", at("changed.pdf"));
    expect([changed.code, changed.stdout]).toEqual([1, expect.stringMatching(/НЕВЕРНО +changed\.pdf, № 1/)]);
    const plain = await trc("verify", at("order.pdf"), "--trust", at("cert.pem"));
    expect([plain.code, plain.stdout]).toEqual([1, expect.stringContaining("Подписей внутри PDF нет")]);
  });

  it("is judged with a stamp on the whole file, which is nobody's signature on what was added before it", async () => {
    const chains = new Chains(at("chains"));
    const service = await startTimeStampService(chains, STAMP_SERVICE);
    const trust = ["--trust", at("cert.pem"), "--trust", await chains.certificate(STAMP_ROOT)];
    try {
      copyFileSync(at("order.pdf"), at("stamped.pdf"));
      await trc("sign", at("stamped.pdf"), "--inside", ...KEY());
      const signed = readFileSync(at("stamped.signed.pdf"));
      const stamped = await stampedWhole(signed, service.address);
      writeFileSync(at("whole.pdf"), stamped);
      const whole = await trc("verify", at("whole.pdf"), ...trust);
      expect(whole.stdout).toMatch(/доказано +whole\.pdf, № 2: весь файл был таким не позже \d{4}-/);
      expect(whole.stdout).toMatch(/не доказано +После последней подписи файл дополнен/);
      const untrusted = await trc("verify", at("whole.pdf"), "--trust", at("cert.pem"));
      expect(untrusted.stdout).toMatch(/не доказано +whole\.pdf, № 2: метка времени .* службе верить нельзя/);
      stamped[900] = (stamped[900] ?? 0) ^ 1;
      writeFileSync(at("whole.pdf"), stamped);
      const changed = await trc("verify", at("whole.pdf"), ...trust);
      expect([changed.code, changed.stdout]).toEqual([1, expect.stringMatching(/НЕВЕРНО +whole\.pdf, № 2/)]);
    } finally {
      service.stop();
    }
  });

  it("describes its field to those who listen, and a second one leaves the signed tree as it is", async () => {
    await trc("sign", at("order.signed.pdf"), "--inside", ...KEY(), "--signing-time", "2024-09-06T10:00:00Z");
    const [first, second] = [readFileSync(at("order.signed.pdf")), readFileSync(at("order.signed.2.pdf"))];
    expect(second.subarray(0, first.length).equals(first)).toBe(true);
    expect(roles((await pdfTags(first)).root)).toContain("Form");
    expect((await pdfTags(second)).root).toEqual((await pdfTags(first)).root);
    const objects = new PdfObjects(second);
    const form = objects.dictionary(objects.dictionary(objects.trailer.Root).AcroForm);
    const fields = objects.list(form.Fields).map((one) => objects.dictionary(one));
    expect(fields.map(({ TU }) => TU)).toEqual(Array(2).fill("Электронная подпись: Берёзкина Мария Петровна"));
    expect(objects.dictionary(fields[1]?.V).M).toBe("D:20240906100000Z");
    expect(await opensslTakes(signatureIn(at("order.signed.2.pdf")))).toBe(true);
  });

  it("keeps certificates beside the signature, those of a second call too", async () => {
    await trc("sign", at("order.pdf"), "--inside", ...KEY(), "--chain", at("cert.pem"));
    await trc("sign", at("order.signed.3.pdf"), "--inside", ...KEY(), "--chain", at("cert.pem"));
    const objects = new PdfObjects(readFileSync(at("order.signed.4.pdf")));
    const store = objects.dictionary(objects.dictionary(objects.trailer.Root).DSS);
    expect(objects.list(store.Certs)).toHaveLength(2);
  });

  it.each([
    ["of another program", "%PDF-1.4\n1 0 obj\n<<>>\nendobj\n", "TRC7033"],
    ["that is none", "Приказ", "TRC7033"],
    ["that is empty", "", "TRC7032"],
  ])("refuses a file %s in words, and makes none", async (name, content, code) => {
    writeFileSync(at(`${name}.pdf`), content);
    const answer = await trc("sign", at(`${name}.pdf`), "--inside", ...KEY());
    expect(answer.code).toBe(1);
    expect(answer.stderr).toContain(code);
    expect(() => readFileSync(at(`${name}.signed.pdf`))).toThrow();
  });

  it("refuses a file whose identifier it cannot renew rather than lose what was there", async () => {
    const bytes = readFileSync(at("order.pdf")).toString("latin1").replace("/ID [<", "/Id [<");
    writeFileSync(at("unnamed.pdf"), bytes, "latin1");
    const answer = await trc("sign", at("unnamed.pdf"), "--inside", ...KEY());
    expect(answer.code).toBe(1);
    expect(answer.stderr).toContain("TRC7033");
    expect(() => readFileSync(at("unnamed.signed.pdf"))).toThrow();
  });
});
