import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PYTHON, ROOT, run, runAside } from "../support/programs.mjs";
import { makeKeys, startService } from "../support/time-stamps.mjs";
import { validateVeraPdf } from "./vera-pdf.mjs";

/** Documents of the sample signed inside, at three levels and by several people, are judged by pyHanko, OpenSSL, qpdf and veraPDF. */
export async function validateSignedPdf({ work, sets }) {
  const home = join(work, "signed-pdf");
  mkdirSync(home, { recursive: true });
  makeKeys(home);
  const service = await startService(home);
  const files = [];
  const faults = [];
  const sign = async (file, ...options) => {
    const { status, stdout, stderr } = await runAside(
      process.execPath,
      [join(ROOT, "bin/trc.js"), "sign", file, "--inside", "--key", "person.key", "--cert", "person.crt", ...options],
      { cwd: home },
    );
    if (status !== 0) faults.push(stderr || stdout);
    return /^(.*\.signed(?:\.\d+)?\.pdf)/m.exec(stdout)?.[1] ?? file;
  };
  try {
    const chosen = sets.find(({ name }) => name === "sample").pdfs;
    for (const [index, pdf] of chosen.slice(0, 12).entries()) {
      const base = join(home, `${index}.pdf`);
      copyFileSync(pdf, base);
      const plain = await sign(base);
      if (!readFileSync(plain).subarray(0, readFileSync(pdf).length).equals(readFileSync(pdf)))
        faults.push(`${plain}: the bytes before changed`);
      const kept = join(home, `${index}.lt.pdf`);
      copyFileSync(await sign(base, "--tsa", service.address, "--chain", "root.crt", "--crl", "root.crl"), kept);
      const second = await sign(await sign(kept, "--tsa", service.address));
      files.push([plain, "B"], [kept, "T"], [second, "T T B"]);
    }
  } finally {
    service.stop();
  }
  const names = files.map(([name]) => name);
  const checked = run(PYTHON, [join(ROOT, "conformance/support/check_signed_pdf.py"), "root.crt", ...names], {
    cwd: home,
  });
  const said = new Map(checked.stdout.split("\n").map((line) => line.split("\t")));
  const judged = files
    .filter(([name, levels]) => said.get(name) !== levels)
    .map(([name, levels]) => `${name}: ${said.get(name) ?? checked.stderr.slice(-300)} instead of ${levels}`);
  return [
    { title: "signed-pdf: is made", faults },
    { title: "signed-pdf: pyHanko", faults: judged, figure: `${files.length} signed files by pyHanko` },
    { title: "signed-pdf: openssl cms -verify", faults: names.flatMap((name) => opensslFaults(name, home)) },
    {
      title: "signed-pdf: qpdf --check",
      faults: names.filter((name) => run("qpdf", ["--check", name]).status !== 0),
    },
    ...validateVeraPdf({ sets: [{ name: "signed", folder: home, pdfs: names }] }),
  ];
}

/** The bytes of the newest signature, and what it is over, taken out of the file by the rules of PDF alone. */
function opensslFaults(name, home) {
  const bytes = readFileSync(name);
  const ranges = [...bytes.toString("latin1").matchAll(/\/ByteRange \[(\d+) (\d+) (\d+) (\d+)\]/g)].at(-1);
  const [, first, until, from, length] = ranges.map(Number);
  const hex = bytes.subarray(until + 1, from - 1).toString("latin1");
  writeFileSync(join(home, "cms"), Buffer.from(hex, "hex"));
  writeFileSync(
    join(home, "content"),
    Buffer.concat([bytes.subarray(first, until), bytes.subarray(from, from + length)]),
  );
  const given = ["-binary", "-inform", "DER", "-in", "cms", "-content", "content", "-out", "taken"];
  const { status, stderr } = run("openssl", ["cms", "-verify", ...given, "-CAfile", "root.crt"], { cwd: home });
  return status === 0 ? [] : [`${name}: ${stderr.slice(0, 200)}`];
}
