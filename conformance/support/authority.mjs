import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "./programs.mjs";

/**
 * An authority made by `openssl ca`: its certificate, one it issued, and its lists of revoked certificates before and after that one was revoked.
 *
 * @param make arguments of `openssl req` for a key, @param digest its digest, @param engine arguments of the engine
 * @returns the folder with ca.crt, own.crt, own.key, before.crl, after.crl
 */
export function makeAuthority(folder, name, { make, digest, engine }) {
  mkdirSync(folder, { recursive: true });
  const files = { "index.txt": "", crlnumber: "01\n", serial: "1000\n", "ca.cnf": configuration(digest) };
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  const openssl = (...parameters) => {
    const { status, stderr } = run("openssl", parameters, { cwd: folder });
    if (status !== 0) throw new Error(`openssl ${parameters.join(" ")}: ${stderr}`);
  };
  const key = (file) => [...engine, ...make, "-keyout", file, "-nodes", "-utf8"];
  const ca = (...parameters) =>
    openssl("ca", "-config", "ca.cnf", ...engine, "-batch", "-cert", "ca.crt", "-keyfile", "ca.key", ...parameters);
  const authority = ["-days", "800", "-addext", "basicConstraints=critical,CA:TRUE", "-subj", `/CN=Учебный УЦ ${name}`];
  openssl("req", "-x509", ...key("ca.key"), "-out", "ca.crt", ...authority);
  openssl("req", ...key("own.key"), "-out", "own.csr", "-subj", "/CN=Берёзкина Мария Петровна");
  ca("-notext", "-utf8", "-in", "own.csr", "-out", "own.crt");
  ca("-gencrl", "-out", "before.crl");
  ca("-revoke", "own.crt");
  ca("-gencrl", "-out", "after.crl");
  return folder;
}

function configuration(digest) {
  return `[ca]
default_ca = own
[own]
database = index.txt
crlnumber = crlnumber
serial = serial
new_certs_dir = .
default_md = ${digest}
default_crl_days = 30
default_days = 365
policy = policy
[policy]
commonName = supplied
`;
}
