import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { run } from "./programs.mjs";

const EXTENSIONS = {
  person:
    "keyUsage=critical,digitalSignature,nonRepudiation\nsubjectKeyIdentifier=hash\nauthorityKeyIdentifier=keyid\n",
  service:
    "keyUsage=critical,digitalSignature\nextendedKeyUsage=critical,timeStamping\nsubjectKeyIdentifier=hash\nauthorityKeyIdentifier=keyid\n",
};

/** An authority (`root`, with an empty list of revoked certificates), a person and a service of time stamps under it, in a folder. */
export function makeKeys(home) {
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
      "signer_digest=sha256\ness_cert_id_alg=sha256\ndefault_policy=1.2.3.4.1\ndigests=sha256,sha512\n",
    ].join("\n"),
  );
}

/** A time-stamping service of OpenSSL behind HTTP. */
export async function startService(home) {
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

/** The same in a process of its own, for those who wait for their commands. */
export async function startServiceAside(home) {
  const service = spawn(process.execPath, [fileURLToPath(import.meta.url), home], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const { value: address } = await createInterface(service.stdout)[Symbol.asyncIterator]().next();
  return { address, stop: () => service.kill() };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { address } = await startService(process.argv[2]);
  console.log(address);
}
