import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** One certificate as OpenSSL is told to make it. */
export type Made = {
  readonly name: string;
  /** Lines of OpenSSL's own language of extensions; none make a certificate of version 1. */
  readonly extensions: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly digest?: string;
  /** Which of the keys it is for: `root`, `other`, `sub`, `leaf`, `weak`. */
  readonly key: string;
  /** Who signs it; itself without one. */
  readonly issuer?: Made;
};

/** A list of revoked certificates as OpenSSL is told to make it. */
export type MadeList = {
  readonly issuer: Made;
  /** Dates of revocation, with OpenSSL's words of a reason behind a comma. */
  readonly revoked?: readonly (readonly [Made, string])[];
  readonly from?: string;
  readonly to?: string;
  readonly extensions?: readonly string[];
};

/** Makes keys, certificates, lists and signatures with OpenSSL, each once, in a folder. */
export class Chains {
  readonly #folder: string;
  readonly #made = new Map<string, Promise<string>>();
  #number = 0;

  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
  }

  /** Path of a certificate in PEM. */
  certificate(made: Made): Promise<string> {
    return this.#once(`certificate ${JSON.stringify(made)}`, async (folder) => {
      const { issuer, key, name, extensions, from = "2020-01-01", to = "2040-01-01", digest = "sha256" } = made;
      const [request, signing] = [await this.#request(key), await this.#key(issuer?.key ?? key)];
      const by = issuer === undefined ? ["-selfsign"] : ["-cert", await this.certificate(issuer)];
      const base = this.#ca(folder);
      writeFileSync(join(folder, "extensions"), `${extensions.join("\n")}\n`);
      writeFileSync(join(folder, "serial"), serialOf(made));
      const terms = ["-startdate", stamp(from), "-enddate", stamp(to), "-md", digest, "-subj", subjectOf(name)];
      const parameters = ["-in", request, "-keyfile", signing, ...by, ...terms, "-extfile", join(folder, "extensions")];
      await run("openssl", [...base, ...parameters, "-out", join(folder, "made.pem")]);
      return join(folder, "made.pem");
    });
  }

  /** Path of a list in PEM. */
  list(made: MadeList): Promise<string> {
    return this.#once(`list ${JSON.stringify(made)}`, async (folder) => {
      const { issuer, revoked = [], from = "2025-09-01", to = "2025-10-01", extensions = [] } = made;
      const base = this.#ca(folder, extensions);
      const lines = revoked.map(([one, said]) => {
        const [day = "", ...reason] = said.split(",");
        return [
          "R",
          stamp("2040-01-01"),
          [stamp(day), ...reason].join(),
          serialOf(one),
          "unknown",
          subjectOf(one.name),
        ];
      });
      writeFileSync(join(folder, "index"), lines.map((line) => `${line.join("\t")}\n`).join(""));
      const by = ["-cert", await this.certificate(issuer), "-keyfile", await this.#key(issuer.key)];
      const terms = ["-crl_lastupdate", stamp(from), "-crl_nextupdate", stamp(to), "-crlexts", "list_extensions"];
      await run("openssl", [...base, "-gencrl", ...by, ...terms, "-out", join(folder, "made.pem")]);
      return join(folder, "made.pem");
    });
  }

  /** Path of a detached signature of a file in DER, which carries the signer's certificate and others. */
  signature(leaf: Made, others: readonly Made[], content: string): Promise<string> {
    return this.#once(`signature ${JSON.stringify([leaf, others, content])}`, async (folder) => {
      const carried = await Promise.all(others.map((one) => this.certificate(one)));
      writeFileSync(join(folder, "others.pem"), carried.map((path) => readFileSync(path, "utf8")).join(""));
      const signer = ["-signer", await this.certificate(leaf), "-inkey", await this.#key(leaf.key)];
      const more = others.length === 0 ? [] : ["-certfile", join(folder, "others.pem")];
      const form = ["-binary", "-cades", "-outform", "DER", "-md", "sha256", "-in", content];
      await run("openssl", ["cms", "-sign", ...signer, ...more, ...form, "-out", join(folder, "made.sig")]);
      return join(folder, "made.sig");
    });
  }

  /** Reply of a time-stamping service to a request, both DER; its certificate goes along. */
  async reply(service: Made, others: readonly Made[], request: Uint8Array): Promise<Uint8Array> {
    const folder = this.#next();
    const file = (name: string): string => join(folder, name);
    const carried = await Promise.all(others.map((one) => this.certificate(one)));
    writeFileSync(file("others.pem"), carried.map((path) => readFileSync(path, "utf8")).join(""));
    writeFileSync(file("serial"), "01");
    writeFileSync(file("request"), request);
    writeFileSync(
      file("config"),
      [
        "[tsa]\ndefault_tsa=own\n[own]",
        `serial=${file("serial")}\nsigner_cert=${await this.certificate(service)}\nsigner_key=${await this.#key(service.key)}`,
        `certs=${file("others.pem")}\nsigner_digest=sha256\ness_cert_id_alg=sha256`,
        "default_policy=1.2.3.4.1\ndigests=sha1,sha256,sha384,sha512\naccuracy=secs:1\n",
      ].join("\n"),
    );
    const input = ["-config", file("config"), "-queryfile", file("request")];
    await run("openssl", ["ts", "-reply", ...input, "-out", file("reply")]);
    return readFileSync(file("reply"));
  }

  /** Path of a key in PEM. */
  key(made: Made): Promise<string> {
    return this.#key(made.key);
  }

  #key(name: string): Promise<string> {
    return this.#once(`key ${name}`, async (folder) => {
      const kind = name === "weak" ? ["RSA", "rsa_keygen_bits:1024"] : ["EC", "ec_paramgen_curve:P-256"];
      const [algorithm = "", option = ""] = kind;
      const out = join(folder, "made.key");
      await run("openssl", ["genpkey", "-algorithm", algorithm, "-pkeyopt", option, "-out", out]);
      return out;
    });
  }

  #request(key: string): Promise<string> {
    return this.#once(`request ${key}`, async (folder) => {
      const out = join(folder, "made.csr");
      await run("openssl", ["req", "-new", "-key", await this.#key(key), "-subj", "/CN=request", "-out", out]);
      return out;
    });
  }

  /** `openssl ca` with a folder of its own, so that many may run at a time. */
  #ca(folder: string, listExtensions: readonly string[] = []): string[] {
    const file = (name: string): string => join(folder, name);
    for (const name of ["index", "index.attr", "serial"]) writeFileSync(file(name), "");
    writeFileSync(
      file("config"),
      [
        "[ca]\ndefault_ca=own\n[own]\npolicy=policy\nunique_subject=no\nemail_in_dn=no\ndefault_md=sha256",
        `database=${file("index")}\nnew_certs_dir=${folder}\nserial=${file("serial")}`,
        "[policy]\norganizationName=supplied\ncommonName=supplied",
        `[list_extensions]\nauthorityKeyIdentifier=keyid\n${listExtensions.join("\n")}`,
        "",
      ].join("\n"),
    );
    return ["ca", "-batch", "-notext", "-utf8", "-config", file("config")];
  }

  #once(key: string, make: (folder: string) => Promise<string>): Promise<string> {
    const found = this.#made.get(key) ?? make(this.#next());
    this.#made.set(key, found);
    return found;
  }

  #next(): string {
    const folder = join(this.#folder, `${this.#number++}`);
    mkdirSync(folder);
    return folder;
  }
}

/** The same certificate has the same number, and no two have one. */
function serialOf(made: Made): string {
  const hash = [...JSON.stringify(made)].reduce(
    (sum, sign) => (sum * 31n + BigInt(sign.codePointAt(0) ?? 0)) % 2n ** 63n,
    7n,
  );
  return hash.toString(16).toUpperCase().padStart(16, "0");
}

function subjectOf(name: string): string {
  return `/O=Learning centre/CN=${name}`;
}

/** A day, or a moment, as OpenSSL takes it. */
function stamp(at: string): string {
  return at.length === 10 ? `${at.slice(2).replaceAll("-", "")}000000Z` : `${at.replace(/\D/g, "").slice(2, 14)}Z`;
}
