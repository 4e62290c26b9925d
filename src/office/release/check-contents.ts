import { text } from "../../base/diagnostics/index.ts";
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
import { Faults, type Findings } from "./verdicts.ts";

/** Every sealed file has the digest of SHA256SUMS, none is missing, none is there besides. */
export function checkSums(files: BundleFiles, sums: ReadonlyMap<string, string>, findings: Findings): void {
  const faults = new Faults();
  for (const [path, digest] of sums) {
    const bytes = files.get(path);
    if (bytes === undefined) faults.say(`нет файла «${path}»`, `the file “${path}” is missing`);
    else if (sha256(bytes) !== digest)
      faults.say(
        `файл «${path}» изменён: контрольная сумма не сходится`,
        `the file “${path}” was changed: its digest does not fit`,
      );
    if (!isSealed(path))
      faults.say(`«${path}» не может стоять в ${PART.sums}`, `“${path}” may not stand in ${PART.sums}`);
  }
  for (const path of files.keys())
    if (isSealed(path) && !sums.has(path))
      faults.say(
        `лишний файл «${path}»: его нет в ${PART.sums}`,
        `a file too many, “${path}”: it is not in ${PART.sums}`,
      );
  for (const part of [PART.manifest, PART.inventory, PART.provenance, PART.sbom, PART.readme])
    if (!sums.has(part)) faults.say(`в ${PART.sums} нет «${part}»`, `${PART.sums} lacks “${part}”`);
  findings.settle(
    "sums",
    faults.list,
    text(
      `Все файлы (${sums.size}) на месте и сходятся с ${PART.sums}, лишних нет`,
      `All files (${sums.size}) are there and fit ${PART.sums}, none is there besides`,
    ),
  );
}

/** The manifest tells of exactly the documents that are there, with their digests. */
export function checkManifest(files: BundleFiles, manifest: BundleManifest, findings: Findings): void {
  const faults = new Faults();
  const listed = new Set<string>();
  for (const [prefix, documents] of [
    [PART.original, manifest.documents],
    [PART.public, manifest.publicDocuments],
  ] as const)
    for (const file of documents.flatMap((document) => document.files)) {
      if (!file.path.startsWith(prefix))
        faults.say(`«${file.path}» стоит не в своей папке`, `“${file.path}” is not in its folder`);
      if (listed.has(file.path))
        faults.say(`«${file.path}» назван в ${PART.manifest} дважды`, `${PART.manifest} names “${file.path}” twice`);
      listed.add(file.path);
      const bytes = files.get(file.path);
      if (bytes === undefined || sha256(bytes) !== file.sha256)
        faults.say(
          `«${file.path}» не тот, что назван в ${PART.manifest}`,
          `“${file.path}” is not the one that ${PART.manifest} names`,
        );
    }
  for (const path of files.keys())
    if ((path.startsWith(PART.original) || path.startsWith(PART.public)) && !listed.has(path))
      faults.say(`документа «${path}» нет в ${PART.manifest}`, `the document “${path}” is not in ${PART.manifest}`);
  if (manifest.documents.length === 0) faults.say("в комплекте нет ни одного документа", "the bundle has no document");
  if (!manifest.draft && manifest.commits.length === 0)
    faults.say(
      "не указана фиксация (commit), из которой выпущен комплект",
      "the commit that the bundle was released from is not named",
    );
  findings.settle(
    "manifest",
    faults.list,
    text(
      `Документов – ${manifest.documents.length}, состав сходится с ${PART.manifest}`,
      `Documents ${manifest.documents.length}, as ${PART.manifest} lists them`,
    ),
  );
}

type Named = { readonly name?: unknown; readonly digest?: { readonly sha256?: unknown; readonly gitCommit?: unknown } };

/** The statement of origin is about these documents and these sources, and about the commit of the manifest. */
export function checkProvenance(files: BundleFiles, manifest: BundleManifest, findings: Findings): void {
  const faults = new Faults();
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
      throw new BadPart(text(`файл ${PART.provenance} составлен неверно`, `the file ${PART.provenance} is malformed`));
    const told = new Map([...subjects, ...dependencies].map((one) => [String(one?.name), one?.digest?.sha256]));
    for (const [path, bytes] of files)
      if ([PART.original, PART.public, PART.content, PART.templates].some((prefix) => path.startsWith(prefix)))
        if (told.get(path) !== sha256(bytes))
          faults.say(
            `«${path}» не тот, что назван в ${PART.provenance}`,
            `“${path}” is not the one that ${PART.provenance} names`,
          );
    for (const one of subjects)
      if (!files.has(String(one?.name)))
        faults.say(
          `${PART.provenance} называет «${one?.name}», которого нет`,
          `${PART.provenance} names “${one?.name}”, which is not there`,
        );
    const commits = dependencies.map((one) => one?.digest?.gitCommit).filter((one) => one !== undefined);
    if (JSON.stringify(commits) !== JSON.stringify(manifest.commits))
      faults.say(
        `фиксация (commit) в ${PART.provenance} и ${PART.manifest} разная`,
        `the commits of ${PART.provenance} and ${PART.manifest} differ`,
      );
  } catch (error) {
    if (!(error instanceof BadPart)) throw error;
    faults.list.push(error.said);
  }
  findings.settle(
    "provenance",
    faults.list,
    text(
      "Происхождение (in-toto, SLSA) названо для каждого документа и исходного файла",
      "The provenance (in-toto, SLSA) of every document and source file is named",
    ),
  );
}

/** Every file under `approvals/` belongs to an approval, every approval has its files, and the approved words are the document's. */
export function checkApprovalFiles(files: BundleFiles, manifest: BundleManifest, findings: Findings): void {
  const faults = new Faults();
  const listed = new Set<string>();
  for (const document of manifest.documents) {
    const given = new Set(document.approvals.flatMap(({ roles }) => roles));
    const missing = document.required.filter((role) => !given.has(role));
    if (missing.length > 0 && !manifest.draft)
      faults.say(
        `документ «${document.id}» не одобрен: ${missing.join(", ")}`,
        `the document “${document.id}” is not approved: ${missing.join(", ")}`,
      );
    for (const approval of document.approvals) {
      for (const path of [approval.statement, approval.text, approval.signature]) if (path !== null) listed.add(path);
      const fault = approvedDigest(files, document, approval);
      if (fault !== null)
        faults.say(`одобрение «${approval.statement}»: ${fault.ru}`, `approval “${approval.statement}”: ${fault.en}`);
    }
  }
  for (const path of files.keys())
    if (path.startsWith(PART.approvals) && !listed.has(path))
      faults.say(`«${path}» не относится ни к одному одобрению`, `“${path}” belongs to no approval`);
  const count = manifest.documents.reduce((sum, { approvals }) => sum + approvals.length, 0);
  findings.settle(
    "approvals",
    faults.list,
    manifest.draft
      ? text(`Одобрений – ${count}; для черновика они не обязательны`, `Approvals ${count}; a draft does not need them`)
      : text(
          `Каждый документ одобрен всеми, кто должен: одобрений – ${count}`,
          `Every document is approved by all who have to: approvals ${count}`,
        ),
  );
}

/** What was added beside the sealed part is listed, whole, and about files that are there. */
export function checkIndex(files: BundleFiles, index: SignatureIndex, findings: Findings): void {
  const faults = new Faults();
  const listed = new Set<string>([PART.signatureIndex]);
  if (!Buffer.from(files.get(PART.signatureIndex) ?? []).equals(encodeIndex(index)))
    faults.say(
      `файл ${PART.signatureIndex} записан не так, как его пишет программа`,
      `the file ${PART.signatureIndex} is not written as the program writes it`,
    );
  for (const { file, sha256: digest, target, targetSha256 } of index.signatures) {
    listed.add(file);
    const bytes = files.get(file);
    if (bytes === undefined) faults.say(`нет подписи «${file}»`, `the signature “${file}” is missing`);
    else if (sha256(bytes) !== digest) faults.say(`подпись «${file}» изменена`, `the signature “${file}” was changed`);
    if (!file.startsWith(`${PART.signatures}${target}`))
      faults.say(`подпись «${file}» стоит не у своего файла`, `the signature “${file}” is not beside its file`);
    const signed = files.get(target);
    if (signed === undefined || sha256(signed) !== targetSha256)
      faults.say(`подпись «${file}» – к другому файлу`, `the signature “${file}” is of another file`);
  }
  for (const { file, sha256: digest, target } of index.stamped) {
    listed.add(file);
    const bytes = files.get(file);
    if (bytes === undefined || sha256(bytes) !== digest)
      faults.say(
        `экземпляр с отметкой «${file}» изменён или пропал`,
        `the copy with the mark “${file}” was changed or is missing`,
      );
    if (!index.signatures.some((signature) => signature.target === target))
      faults.say(`у экземпляра с отметкой «${file}» нет подписи`, `the copy with the mark “${file}” has no signature`);
  }
  for (const path of files.keys())
    if (path !== PART.sums && !isSealed(path) && !listed.has(path))
      faults.say(`лишний файл «${path}»`, `a file too many, “${path}”`);
  findings.settle(
    "signature-list",
    faults.list,
    text(
      `Подписей в комплекте – ${index.signatures.length}, экземпляров с отметкой – ${index.stamped.length}`,
      `Signatures in the bundle ${index.signatures.length}, copies with the mark ${index.stamped.length}`,
    ),
  );
}
