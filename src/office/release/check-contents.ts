import { sha256 } from "../../base/text/index.ts";
import { approvedDigest } from "./approved-digest.ts";
import {
  type BundleFiles,
  type BundleManifest,
  encodeIndex,
  isSealed,
  PART,
  type SignatureIndex,
} from "./bundle-format.ts";
import { BadPart, parseJson } from "./parse-parts.ts";
import type { Findings } from "./verdicts.ts";

/** Every sealed file has the digest of SHA256SUMS, none is missing, none is there besides. */
export function checkSums(files: BundleFiles, sums: ReadonlyMap<string, string>, findings: Findings): void {
  const faults: string[] = [];
  for (const [path, digest] of sums) {
    const bytes = files.get(path);
    if (bytes === undefined) faults.push(`нет файла «${path}»`);
    else if (sha256(bytes) !== digest) faults.push(`файл «${path}» изменён: контрольная сумма не сходится`);
    if (!isSealed(path)) faults.push(`«${path}» не может стоять в ${PART.sums}`);
  }
  for (const path of files.keys())
    if (isSealed(path) && !sums.has(path)) faults.push(`лишний файл «${path}»: его нет в ${PART.sums}`);
  for (const part of [PART.manifest, PART.inventory, PART.provenance, PART.sbom, PART.readme])
    if (!sums.has(part)) faults.push(`в ${PART.sums} нет «${part}»`);
  findings.settle("sums", faults, `Все файлы (${sums.size}) на месте и сходятся с ${PART.sums}, лишних нет`);
}

/** The manifest tells of exactly the documents that are there, with their digests. */
export function checkManifest(files: BundleFiles, manifest: BundleManifest, findings: Findings): void {
  const faults: string[] = [];
  const listed = new Set<string>();
  for (const [prefix, documents] of [
    [PART.original, manifest.documents],
    [PART.public, manifest.publicDocuments],
  ] as const)
    for (const file of documents.flatMap((document) => document.files)) {
      if (!file.path.startsWith(prefix)) faults.push(`«${file.path}» стоит не в своей папке`);
      if (listed.has(file.path)) faults.push(`«${file.path}» назван в ${PART.manifest} дважды`);
      listed.add(file.path);
      const bytes = files.get(file.path);
      if (bytes === undefined || sha256(bytes) !== file.sha256)
        faults.push(`«${file.path}» не тот, что назван в ${PART.manifest}`);
    }
  for (const path of files.keys())
    if ((path.startsWith(PART.original) || path.startsWith(PART.public)) && !listed.has(path))
      faults.push(`документа «${path}» нет в ${PART.manifest}`);
  if (manifest.documents.length === 0) faults.push("в комплекте нет ни одного документа");
  if (!manifest.draft && manifest.commits.length === 0)
    faults.push("не указана фиксация (commit), из которой выпущен комплект");
  findings.settle("manifest", faults, `Документов – ${manifest.documents.length}, состав сходится с ${PART.manifest}`);
}

type Named = { readonly name?: unknown; readonly digest?: { readonly sha256?: unknown; readonly gitCommit?: unknown } };

/** The statement of origin is about these documents and these sources, and about the commit of the manifest. */
export function checkProvenance(files: BundleFiles, manifest: BundleManifest, findings: Findings): void {
  const faults: string[] = [];
  try {
    const statement = parseJson(files, PART.provenance) as {
      readonly _type?: unknown;
      readonly subject?: readonly Named[];
      readonly predicate?: { readonly buildDefinition?: { readonly resolvedDependencies?: readonly Named[] } };
    } | null;
    const subjects = statement?.subject ?? [];
    const dependencies = statement?.predicate?.buildDefinition?.resolvedDependencies ?? [];
    if (
      statement?._type !== "https://in-toto.io/Statement/v1" ||
      !Array.isArray(subjects) ||
      !Array.isArray(dependencies)
    )
      throw new BadPart(`файл ${PART.provenance} составлен неверно`);
    const told = new Map([...subjects, ...dependencies].map((one) => [String(one?.name), one?.digest?.sha256]));
    for (const [path, bytes] of files)
      if ([PART.original, PART.public, PART.content, PART.templates].some((prefix) => path.startsWith(prefix)))
        if (told.get(path) !== sha256(bytes)) faults.push(`«${path}» не тот, что назван в ${PART.provenance}`);
    for (const one of subjects)
      if (!files.has(String(one?.name))) faults.push(`${PART.provenance} называет «${one?.name}», которого нет`);
    const commits = dependencies.map((one) => one?.digest?.gitCommit).filter((one) => one !== undefined);
    if (JSON.stringify(commits) !== JSON.stringify(manifest.commits))
      faults.push(`фиксация (commit) в ${PART.provenance} и ${PART.manifest} разная`);
  } catch (error) {
    if (!(error instanceof BadPart)) throw error;
    faults.push(error.message);
  }
  findings.settle(
    "provenance",
    faults,
    "Происхождение (in-toto, SLSA) названо для каждого документа и исходного файла",
  );
}

/** Every file under `approvals/` belongs to an approval, every approval has its files, and the approved words are the document's. */
export function checkApprovalFiles(files: BundleFiles, manifest: BundleManifest, findings: Findings): void {
  const faults: string[] = [];
  const listed = new Set<string>();
  for (const document of manifest.documents) {
    const given = new Set(document.approvals.flatMap(({ roles }) => roles));
    const missing = document.required.filter((role) => !given.has(role));
    if (missing.length > 0 && !manifest.draft)
      faults.push(`документ «${document.id}» не одобрен: ${missing.join(", ")}`);
    for (const approval of document.approvals) {
      for (const path of [approval.statement, approval.text, approval.signature]) if (path !== null) listed.add(path);
      const fault = approvedDigest(files, document, approval);
      if (fault !== null) faults.push(`одобрение «${approval.statement}»: ${fault}`);
    }
  }
  for (const path of files.keys())
    if (path.startsWith(PART.approvals) && !listed.has(path))
      faults.push(`«${path}» не относится ни к одному одобрению`);
  const count = manifest.documents.reduce((sum, { approvals }) => sum + approvals.length, 0);
  findings.settle(
    "approvals",
    faults,
    manifest.draft
      ? `Одобрений – ${count}; для черновика они не обязательны`
      : `Каждый документ одобрен всеми, кто должен: одобрений – ${count}`,
  );
}

/** What was added beside the sealed part is listed, whole, and about files that are there. */
export function checkIndex(files: BundleFiles, index: SignatureIndex, findings: Findings): void {
  const faults: string[] = [];
  const listed = new Set<string>([PART.signatureIndex]);
  if (!Buffer.from(files.get(PART.signatureIndex) ?? []).equals(encodeIndex(index)))
    faults.push(`файл ${PART.signatureIndex} записан не так, как его пишет программа`);
  for (const { file, sha256: digest, target, targetSha256 } of index.signatures) {
    listed.add(file);
    const bytes = files.get(file);
    if (bytes === undefined) faults.push(`нет подписи «${file}»`);
    else if (sha256(bytes) !== digest) faults.push(`подпись «${file}» изменена`);
    if (!file.startsWith(`${PART.signatures}${target}`)) faults.push(`подпись «${file}» стоит не у своего файла`);
    const signed = files.get(target);
    if (signed === undefined || sha256(signed) !== targetSha256) faults.push(`подпись «${file}» – к другому файлу`);
  }
  for (const { file, sha256: digest, target } of index.stamped) {
    listed.add(file);
    const bytes = files.get(file);
    if (bytes === undefined || sha256(bytes) !== digest)
      faults.push(`экземпляр с отметкой «${file}» изменён или пропал`);
    if (!index.signatures.some((signature) => signature.target === target))
      faults.push(`у экземпляра с отметкой «${file}» нет подписи`);
  }
  for (const path of files.keys())
    if (path !== PART.sums && !isSealed(path) && !listed.has(path)) faults.push(`лишний файл «${path}»`);
  findings.settle(
    "signature-list",
    faults,
    `Подписей в комплекте – ${index.signatures.length}, экземпляров с отметкой – ${index.stamped.length}`,
  );
}
