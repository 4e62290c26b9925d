import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { PYTHON, ROOT, run, runAside } from "../support/programs.mjs";
import { validateVeraPdf } from "./vera-pdf.mjs";

const EXTENSIONS = {
  person:
    "keyUsage=critical,digitalSignature,nonRepudiation\nsubjectKeyIdentifier=hash\nauthorityKeyIdentifier=keyid\n",
  service:
    "keyUsage=critical,digitalSignature\nextendedKeyUsage=critical,timeStamping\nsubjectKeyIdentifier=hash\nauthorityKeyIdentifier=keyid\n",
};

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

function makeKeys(home) {
  const openssl = (...parameters) => {
    const { status, stderr } = run("openssl", parameters, { cwd: home });
    if (status !== 0) throw new Error(stderr);
  };
  const ec = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"];
  const usage = ["-addext", "keyUsage=critical,keyCertSign,cRLSign"];
  openssl(
    "req",
    "-x509",
    ...ec,
    "-keyout",
    "root.key",
    "-out",
    "root.crt",
    "-days",
    "3650",
    "-subj",
    "/CN=Root",
    ...usage,
  );
  for (const [name, extensions] of Object.entries(EXTENSIONS)) {
    writeFileSync(join(home, `${name}.ext`), extensions);
    openssl("req", ...ec, "-keyout", `${name}.key`, "-out", `${name}.csr`, "-subj", `/CN=${name}`);
    const by = ["-CA", "root.crt", "-CAkey", "root.key", "-days", "3000", "-extfile", `${name}.ext`];
    openssl("x509", "-req", "-in", `${name}.csr`, ...by, "-out", `${name}.crt`);
  }
  writeFileSync(join(home, "ca.cnf"), "[ca]\ndefault_ca=own\n[own]\ndatabase=index\ndefault_md=sha256\n");
  writeFileSync(join(home, "index"), "");
  openssl(
    "ca",
    "-config",
    "ca.cnf",
    "-gencrl",
    "-keyfile",
    "root.key",
    "-cert",
    "root.crt",
    "-crldays",
    "300",
    "-out",
    "root.crl",
  );
  writeFileSync(join(home, "serial"), "01");
  writeFileSync(
    join(home, "tsa.cnf"),
    [
      "[tsa]\ndefault_tsa=own\n[own]\nserial=serial\nsigner_cert=service.crt\nsigner_key=service.key\ncerts=root.crt",
      "signer_digest=sha256\ness_cert_id_alg=sha256\ndefault_policy=1.2.3.4.1\ndigests=sha256\n",
    ].join("\n"),
  );
}

/** A time-stamping service of OpenSSL behind HTTP. */
async function startService(home) {
  const server = createServer((request, response) => {
    const parts = [];
    request.on("data", (part) => parts.push(part));
    request.on("end", () => {
      writeFileSync(join(home, "query"), Buffer.concat(parts));
      run("openssl", ["ts", "-reply", "-config", "tsa.cnf", "-queryfile", "query", "-out", "reply"], { cwd: home });
      response.end(readFileSync(join(home, "reply")));
    });
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return { address: `http://127.0.0.1:${server.address().port}/`, stop: () => server.close() };
}
