import type { Made, MadeList } from "./openssl-chains.ts";

/** A chain, what is asked about it, and the answers. */
export type ChainCase = {
  readonly name: string;
  readonly leaf: Made;
  /** Certificates the signature carries besides the signer's. */
  readonly carried: readonly Made[];
  readonly trust: readonly Made[];
  /** Moment OpenSSL is asked about; trc is asked about its day, unless `day` says another. */
  readonly moment: string;
  readonly day?: string;
  readonly lists: readonly MadeList[];
  readonly accepted: boolean;
  /** Why trc refuses what OpenSSL accepts; without it both say the same. */
  readonly stricter?: string;
  /** Why the answer depends on which OpenSSL is asked; that of trc does not. */
  readonly varies?: string;
};

const MOMENT = "2025-09-05T00:00:00Z";
const CA = ["basicConstraints=critical,CA:TRUE", "keyUsage=critical,keyCertSign,cRLSign", "subjectKeyIdentifier=hash"];
const END = ["basicConstraints=CA:FALSE", "keyUsage=critical,digitalSignature,nonRepudiation"];
const UNKNOWN = "1.2.3.4.5.6.7=critical,DER:0500";
/** `crlNumber`, which the language of extensions does not know. */
const numbered = (number: number): string => `2.5.29.20=DER:02010${number}`;
/** The number of a base, and the place of its deltas, without which OpenSSL looks for none. */
const BASE = [numbered(1), "freshestCRL=URI:http://ca.example.org/delta.crl"];
const DELTA = "2.5.29.27=critical,DER:020101";
const VARIES = "OpenSSL before 3.0.22 takes a delta for a whole list";
/** `issuingDistributionPoint` that makes a list partial: of authorities only, of some reasons, of other issuers. */
const PARTIAL = (flag: string): string => `2.5.29.28=critical,DER:${flag}`;

const ROOT: Made = { name: "Учебный корень", key: "root", extensions: CA };
const root = (change: Partial<Made>): Made => ({ ...ROOT, ...change });
const under = (issuer: Made, change: Partial<Made> = {}): Made => ({
  name: "Учебный УЦ",
  key: "sub",
  issuer,
  extensions: [...CA, "authorityKeyIdentifier=keyid"],
  ...change,
});
const SUB = under(ROOT);
const SECOND = under(SUB, { name: "Учебный УЦ второй", key: "other" });
const signer = (issuer: Made | undefined, change: Partial<Made> = {}): Made => ({
  name: "Орехов Сергей",
  key: "leaf",
  extensions: END,
  ...(issuer === undefined ? {} : { issuer }),
  ...change,
});
/** An authority whose extensions of basic constraints are others. */
const limited = (length: number): readonly string[] => [
  `basicConstraints=critical,CA:TRUE,pathlen:${length}`,
  ...CA.slice(1),
];
const usage = (...lines: string[]): Made => signer(SUB, { extensions: ["basicConstraints=CA:FALSE", ...lines] });

/** All authorities above a certificate but itself. */
function above({ issuer }: Made): readonly Made[] {
  return issuer === undefined ? [] : [issuer, ...above(issuer)];
}

type More = Partial<Omit<ChainCase, "name" | "leaf">>;

function chain(accepted: boolean, name: string, leaf: Made, more: More = {}): ChainCase {
  const authorities = above(leaf);
  const carried = authorities.slice(0, -1);
  return { name, leaf, carried, trust: authorities.slice(-1), moment: MOMENT, lists: [], accepted, ...more };
}

const good = (name: string, leaf: Made, more: More = {}): ChainCase => chain(true, name, leaf, more);
const bad = (name: string, leaf: Made, more: More = {}): ChainCase => chain(false, name, leaf, more);

const shape: readonly ChainCase[] = [
  good("an authority and a signer", signer(ROOT)),
  good("an authority between", signer(SUB)),
  good("two authorities between", signer(SECOND)),
  good("the signer itself is trusted", signer(SUB), { trust: [signer(SUB)] }),
  good("a signer that signs its own certificate", signer(undefined), { trust: [signer(undefined)] }),
  good("the authority between is trusted", signer(SUB), { trust: [SUB] }),
  bad("nobody of the chain is trusted", signer(SUB), { trust: [root({ name: "Другой корень", key: "other" })] }),
  bad("a namesake of the authority is trusted", signer(SUB), { trust: [root({ key: "other" })] }),
  bad("the authority between is not there", signer(SUB), { carried: [] }),
  bad("a namesake of the authority between", signer(SUB), { carried: [under(ROOT, { key: "other" })] }),
  bad("a signer by another signer", signer(signer(ROOT, { name: "Луговая", key: "other" }))),
  bad("an authority without basic constraints", signer(under(ROOT, { extensions: [CA[1] ?? "", CA[2] ?? ""] }))),
  bad("an authority that is none", signer(under(ROOT, { extensions: END }))),
  bad("an authority of version 1 between", signer(under(ROOT, { extensions: [] }))),
  good("a trusted authority of version 1", signer(root({ extensions: [] }))),
];

const lengths: readonly ChainCase[] = [
  good("one authority between, one allowed", signer(under(root({ extensions: limited(1) })))),
  good("a signer under an authority that allows no other", signer(under(ROOT, { extensions: limited(0) }))),
  bad("one authority between, none allowed", signer(under(root({ extensions: limited(0) })))),
  bad(
    "two authorities between, one allowed",
    signer(under(under(root({ extensions: limited(1) })), { name: "Второй", key: "other" })),
  ),
  bad(
    "an authority under one that allows none",
    signer(under(under(ROOT, { extensions: limited(0) }), { name: "Второй", key: "other" })),
  ),
];

const purposes: readonly ChainCase[] = [
  good("no usage of the key named", usage()),
  good("non-repudiation only", usage("keyUsage=critical,nonRepudiation")),
  good("digital signature only", usage("keyUsage=critical,digitalSignature")),
  good("e-mail protection", usage("extendedKeyUsage=emailProtection")),
  good("e-mail protection among others, critical", usage("extendedKeyUsage=critical,clientAuth,emailProtection")),
  bad("key encipherment only", usage("keyUsage=critical,keyEncipherment")),
  bad("key agreement only", usage("keyUsage=critical,keyAgreement")),
  bad("signing of certificates only", usage("keyUsage=critical,keyCertSign")),
  bad("a TLS server, critical", usage("keyUsage=critical,digitalSignature", "extendedKeyUsage=critical,serverAuth")),
  bad("a TLS server", usage("extendedKeyUsage=serverAuth")),
  bad("a TLS client", usage("extendedKeyUsage=clientAuth")),
  bad("code signing", usage("extendedKeyUsage=codeSigning")),
  bad("time stamps", usage("extendedKeyUsage=critical,timeStamping")),
  bad("a TLS server that is trusted itself", usage("extendedKeyUsage=serverAuth"), {
    trust: [usage("extendedKeyUsage=serverAuth")],
  }),
  good("an authority for e-mail", signer(under(ROOT, { extensions: [...CA, "extendedKeyUsage=emailProtection"] }))),
  bad("an authority for TLS only", signer(under(ROOT, { extensions: [...CA, "extendedKeyUsage=serverAuth"] }))),
  bad(
    "an authority that may sign no certificates",
    signer(under(ROOT, { extensions: [CA[0] ?? "", "keyUsage=critical,cRLSign", CA[2] ?? ""] })),
  ),
];

const permitted = (constraint: string): Made =>
  under(ROOT, { extensions: [...CA, `nameConstraints=critical,${constraint}`] });
const directory = (kind: string, organisation: string): Made =>
  permitted(`${kind};dirName:tree\n[tree]\norganizationName=${organisation}`);
const withMail = (issuer: Made): Made =>
  signer(issuer, { extensions: [...END, "subjectAltName=email:head@centre.example.org"] });

const extensions: readonly ChainCase[] = [
  good("an unknown extension", signer(SUB, { extensions: [...END, "1.2.3.4.5.6.7=DER:0500"] })),
  bad("an unknown critical extension of the signer", signer(SUB, { extensions: [...END, UNKNOWN] })),
  bad("an unknown critical extension of the authority between", signer(under(ROOT, { extensions: [...CA, UNKNOWN] }))),
  bad("an unknown critical extension of the trusted authority", signer(root({ extensions: [...CA, UNKNOWN] }))),
  good("mail among the permitted", withMail(permitted("permitted;email:centre.example.org"))),
  bad("mail not among the permitted", withMail(permitted("permitted;email:other.example.org"))),
  bad("mail among the excluded", withMail(permitted("excluded;email:centre.example.org"))),
  good("a name among the permitted", signer(directory("permitted", "Learning centre"))),
  bad("a name not among the permitted", signer(directory("permitted", "Other centre"))),
  bad("a name among the excluded", signer(directory("excluded", "Learning centre"))),
  good(
    "a policy that is demanded and there",
    signer(
      under(ROOT, {
        extensions: [...CA, "policyConstraints=critical,requireExplicitPolicy:0", "certificatePolicies=1.2.3.4"],
      }),
      {
        extensions: [...END, "certificatePolicies=1.2.3.4"],
      },
    ),
  ),
  bad(
    "a policy that is demanded and not there",
    signer(
      under(ROOT, {
        extensions: [...CA, "policyConstraints=critical,requireExplicitPolicy:0", "certificatePolicies=1.2.3.4"],
      }),
    ),
    { stricter: "openssl cms asks for policies only when told to; RFC 5280, clause 6.1.5 (g) does always" },
  ),
];

const terms: readonly ChainCase[] = [
  good("on the first day of the signer", signer(SUB, { from: "2025-09-05" })),
  bad("before the term of the signer", signer(SUB, { from: "2025-09-06" })),
  bad("after the term of the signer", signer(SUB, { to: "2025-09-04" })),
  bad("after the term of the authority between", signer(under(ROOT, { to: "2025-09-04" }))),
  bad("before the term of the authority between", signer(under(ROOT, { from: "2025-09-06" }))),
  bad("after the term of the trusted authority", signer(root({ to: "2025-09-04" }))),
  bad("after the term of a trusted signer", signer(SUB, { to: "2025-09-04" }), {
    trust: [signer(SUB, { to: "2025-09-04" })],
  }),
  bad("twenty years later, the signer trusted", signer(SUB), { trust: [signer(SUB)], moment: "2046-01-01T00:00:00Z" }),
];

const WEAK = "what is weaker than 112 bits is named weak in a signature, so in a chain, too (SP 800-131A)";
const strength: readonly ChainCase[] = [
  bad("signed with SHA-1", signer(SUB, { digest: "sha1" }), { stricter: WEAK }),
  bad("an authority signed with SHA-1", signer(under(ROOT, { digest: "sha1" })), { stricter: WEAK }),
  bad("a key of RSA with 1024 bits", signer(SUB, { key: "weak" }), { stricter: WEAK }),
];

const listed = (...lists: MadeList[]): More => ({ lists });
/** An authority that may sign certificates and no lists. */
const NO_LISTS = [CA[0] ?? "", "keyUsage=critical,keyCertSign", CA[2] ?? ""];
const HELD = signer(SUB);
const OTHER = signer(SUB, { name: "Луговая Ольга" });
const revoked = (one: Made, said = "2025-09-02"): readonly (readonly [Made, string])[] => [[one, said]];

const lists: readonly ChainCase[] = [
  good("a list that does not name the signer", HELD, listed({ issuer: SUB, revoked: revoked(OTHER) })),
  bad("a list that names the signer", HELD, listed({ issuer: SUB, revoked: revoked(HELD) })),
  bad("a list after its term", HELD, listed({ issuer: SUB, from: "2025-07-01", to: "2025-08-01" })),
  good("a list made after the day, asked about at its moment", HELD, {
    ...listed({ issuer: SUB, from: "2025-09-10", to: "2025-10-10" }),
    moment: "2025-09-10T00:00:00Z",
    day: "2025-09-05",
  }),
  bad("a list of a namesake", HELD, listed({ issuer: under(ROOT, { key: "other" }) })),
  bad("a list of the authority above", HELD, listed({ issuer: ROOT })),
  bad("a list of an authority that may sign none", signer(under(ROOT, { extensions: NO_LISTS })), {
    lists: [{ issuer: under(ROOT, { extensions: NO_LISTS }) }],
  }),
  bad("a list with an unknown critical extension", HELD, listed({ issuer: SUB, extensions: [UNKNOWN] })),
  bad("a delta alone", HELD, { ...listed({ issuer: SUB, extensions: [numbered(2), DELTA] }), varies: VARIES }),
  bad("a delta beside a whole list of another authority", HELD, {
    ...listed({ issuer: under(ROOT, { key: "other" }) }, { issuer: SUB, extensions: [numbered(2), DELTA] }),
    varies: VARIES,
  }),
  good(
    "a base and a delta that do not name the signer",
    HELD,
    listed({ issuer: SUB, extensions: BASE }, { issuer: SUB, from: "2025-09-03", extensions: [numbered(2), DELTA] }),
  ),
  bad(
    "a base, and a delta that names the signer",
    HELD,
    listed(
      { issuer: SUB, extensions: BASE },
      { issuer: SUB, from: "2025-09-03", extensions: [numbered(2), DELTA], revoked: revoked(HELD) },
    ),
  ),
  bad("a base that promises no delta, and a delta that names the signer", HELD, {
    ...listed(
      { issuer: SUB, extensions: [numbered(1)] },
      { issuer: SUB, from: "2025-09-03", extensions: [numbered(2), DELTA], revoked: revoked(HELD) },
    ),
    varies: `whatever list the issuer signed, a certificate named in it is revoked; openssl looks at no delta here; ${VARIES}`,
  }),
  bad(
    "a signer revoked later, whose key was lost before the day",
    HELD,
    listed({ issuer: SUB, to: "2025-12-01", revoked: revoked(HELD, "2025-09-10,keyTime,20250901000000Z") }),
  ),
  bad("a suspended signer", HELD, listed({ issuer: SUB, revoked: revoked(HELD, "2025-09-02,certificateHold") })),
  bad("a suspension that a delta does not name", HELD, {
    ...listed(
      { issuer: SUB, extensions: BASE, revoked: revoked(HELD, "2025-09-02,certificateHold") },
      { issuer: SUB, from: "2025-09-03", extensions: [numbered(2), DELTA] },
    ),
    varies: VARIES,
  }),
  good(
    "a suspension that a delta ends",
    HELD,
    listed(
      { issuer: SUB, extensions: BASE, revoked: revoked(HELD, "2025-09-02,certificateHold") },
      {
        issuer: SUB,
        from: "2025-09-03",
        extensions: [numbered(2), DELTA],
        revoked: revoked(HELD, "2025-09-02,removeFromCRL"),
      },
    ),
  ),
  bad("a list of authorities only", HELD, listed({ issuer: SUB, extensions: [PARTIAL("30038201ff")] })),
  good("a list of signers only", HELD, listed({ issuer: SUB, extensions: [PARTIAL("30038101ff")] })),
  bad("a list of attributes only", HELD, listed({ issuer: SUB, extensions: [PARTIAL("30038501ff")] })),
  bad("a list of some reasons only", HELD, listed({ issuer: SUB, extensions: [PARTIAL("300483020640")] })),
  bad("a list for other issuers", HELD, listed({ issuer: SUB, extensions: [PARTIAL("30038401ff")] })),
  bad("the authority between was revoked", HELD, listed({ issuer: SUB }, { issuer: ROOT, revoked: revoked(SUB) })),
];

/** The matrix: chains by what they try. */
export const CHAINS: readonly ChainCase[] = [
  ...shape,
  ...lengths,
  ...purposes,
  ...extensions,
  ...terms,
  ...strength,
  ...lists,
];
