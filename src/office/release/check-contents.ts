import { type Text, text } from "../../base/diagnostics/index.ts";
import { sha256 } from "../../base/text/index.ts";
import { statementBytes } from "../approvals/index.ts";
import {
  type BundleApproval,
  type BundleDocument,
  type BundleFiles,
  type BundleManifest,
  encodeIndex,
  isSealed,
  PART,
  type SignatureIndex,
} from "./bundle-format.ts";
import { BadPart, parseJson } from "./parse-parts.ts";

/** Every sealed file has the digest of SHA256SUMS, none is missing, none is there besides. */
export function* sumFaults(files: BundleFiles, sums: ReadonlyMap<string, string>): Generator<Text> {
  for (const [path, digest] of sums) {
    const bytes = files.get(path);
    if (bytes === undefined) yield text(`нет файла «${path}»`, `the file “${path}” is missing`);
    else if (sha256(bytes) !== digest)
      yield text(
        `файл «${path}» изменён: контрольная сумма не сходится`,
        `the file “${path}” was changed: its digest does not fit`,
      );
    if (!isSealed(path))
      yield text(`«${path}» не может стоять в ${PART.sums}`, `“${path}” may not stand in ${PART.sums}`);
  }
  for (const path of files.keys())
    if (isSealed(path) && !sums.has(path))
      yield text(
        `лишний файл «${path}»: его нет в ${PART.sums}`,
        `a file too many, “${path}”: it is not in ${PART.sums}`,
      );
  for (const part of [PART.manifest, PART.inventory, PART.provenance, PART.sbom, PART.readme])
    if (!sums.has(part)) yield text(`в ${PART.sums} нет «${part}»`, `${PART.sums} lacks “${part}”`);
}

/** The manifest names exactly the documents that are there, with their digests. */
export function* manifestFaults(files: BundleFiles, manifest: BundleManifest): Generator<Text> {
  const listed = new Set<string>();
  for (const [prefix, documents] of [
    [PART.original, manifest.documents],
    [PART.public, manifest.publicDocuments],
  ] as const)
    for (const { path, sha256: digest } of documents.flatMap((document) => document.files)) {
      if (!path.startsWith(prefix)) yield text(`«${path}» стоит не в своей папке`, `“${path}” is not in its folder`);
      if (listed.has(path))
        yield text(`«${path}» назван в ${PART.manifest} дважды`, `${PART.manifest} names “${path}” twice`);
      listed.add(path);
      const bytes = files.get(path);
      if (bytes === undefined || sha256(bytes) !== digest)
        yield text(
          `«${path}» не тот, что назван в ${PART.manifest}`,
          `“${path}” is not the one that ${PART.manifest} names`,
        );
    }
  for (const path of files.keys())
    if ((path.startsWith(PART.original) || path.startsWith(PART.public)) && !listed.has(path))
      yield text(`документа «${path}» нет в ${PART.manifest}`, `the document “${path}” is not in ${PART.manifest}`);
  if (manifest.documents.length === 0) yield text("в комплекте нет ни одного документа", "the bundle has no document");
}

type Named = { readonly name?: unknown; readonly digest?: { readonly sha256?: unknown; readonly gitCommit?: unknown } };

/** The statement of origin is about these documents and these sources, and about the commit of the manifest. */
export function* provenanceFaults(files: BundleFiles, manifest: BundleManifest): Generator<Text> {
  let statement: {
    readonly _type?: unknown;
    readonly subject?: readonly Named[];
    readonly predicate?: { readonly buildDefinition?: { readonly resolvedDependencies?: readonly Named[] } };
  } | null;
  try {
    statement = parseJson(files, PART.provenance) as typeof statement;
  } catch (error) {
    if (!(error instanceof BadPart)) throw error;
    return yield error.said;
  }
  const subjects = statement?.subject ?? [];
  const dependencies = statement?.predicate?.buildDefinition?.resolvedDependencies ?? [];
  if (
    statement?._type !== "https://in-toto.io/Statement/v1" ||
    !Array.isArray(subjects) ||
    !Array.isArray(dependencies)
  )
    return yield text(`файл ${PART.provenance} составлен неверно`, `the file ${PART.provenance} is malformed`);
  const named = new Map([...subjects, ...dependencies].map((one) => [String(one?.name), one?.digest?.sha256]));
  for (const [path, bytes] of files)
    if ([PART.original, PART.public, PART.content, PART.templates].some((prefix) => path.startsWith(prefix)))
      if (named.get(path) !== sha256(bytes))
        yield text(
          `«${path}» не тот, что назван в ${PART.provenance}`,
          `“${path}” is not the one that ${PART.provenance} names`,
        );
  for (const one of subjects)
    if (!files.has(String(one?.name)))
      yield text(
        `${PART.provenance} называет «${one?.name}», которого нет`,
        `${PART.provenance} names “${one?.name}”, which is not there`,
      );
  const commits = dependencies.map((one) => one?.digest?.gitCommit).filter((one) => one !== undefined);
  if (JSON.stringify(commits) !== JSON.stringify(manifest.commits))
    yield text(
      `фиксация (commit) в ${PART.provenance} и ${PART.manifest} разная`,
      `the commits of ${PART.provenance} and ${PART.manifest} differ`,
    );
}

/** Every file under `approvals/` belongs to an approval, every approval has its files, and the approved words are the document's. */
export function* approvalFaults(files: BundleFiles, { documents, draft }: BundleManifest): Generator<Text> {
  const listed = new Set<string | null>();
  for (const document of documents) {
    const given = new Set(document.approvals.flatMap(({ roles }) => roles));
    const missing = document.required.filter((role) => !given.has(role)).join(", ");
    if (missing !== "" && !draft)
      yield text(
        `документ «${document.id}» не одобрен: ${missing}`,
        `the document “${document.id}” is not approved: ${missing}`,
      );
    for (const approval of document.approvals) {
      for (const path of [approval.statement, approval.text, approval.signature]) listed.add(path);
      const fault = approvalFault(files, document, approval);
      if (fault !== null)
        yield text(`одобрение «${approval.statement}»: ${fault.ru}`, `approval “${approval.statement}”: ${fault.en}`);
    }
  }
  for (const path of files.keys())
    if (path.startsWith(PART.approvals) && !listed.has(path))
      yield text(`«${path}» не относится ни к одному одобрению`, `“${path}” belongs to no approval`);
}

/** What is wrong with an approval of the bundle; null when its statement, its text and the document agree. */
function approvalFault(files: BundleFiles, document: BundleDocument, approval: BundleApproval): Text | null {
  const approved = files.get(approval.text);
  const bytes = files.get(approval.statement);
  if (approved === undefined || bytes === undefined) return text("нет его файлов", "its files are missing");
  if (approval.signature !== null && !files.has(approval.signature))
    return text("нет файла подписи", "the file of the signature is missing");
  if (approval.words !== document.words) return text("одобрены другие слова", "other words were approved");
  if (sha256(approved) !== approval.words)
    return text("одобренный текст не сходится с контрольной суммой", "the approved text does not fit its digest");
  const statement = parseJson(files, approval.statement) as { readonly digest?: unknown } | null;
  const expected = statementBytes({ ...approval, document: document.id, digest: String(statement?.digest) });
  return Buffer.from(bytes).equals(expected)
    ? null
    : text(`заявление не сходится с ${document.id}`, `the statement does not fit ${document.id}`);
}

/** What was added beside the sealed part is listed, whole, and about files that are there. */
export function* indexFaults(files: BundleFiles, index: SignatureIndex): Generator<Text> {
  const isOther = (path: string, digest: string): boolean => sha256(files.get(path) ?? "") !== digest;
  if (!Buffer.from(files.get(PART.signatureIndex) ?? []).equals(encodeIndex(index)))
    yield text(
      `файл ${PART.signatureIndex} записан не так, как его пишет программа`,
      `the file ${PART.signatureIndex} is not written as the program writes it`,
    );
  for (const { file, sha256: digest, target, targetSha256 } of index.signatures) {
    if (!files.has(file)) yield text(`нет подписи «${file}»`, `the signature “${file}” is missing`);
    else if (isOther(file, digest)) yield text(`подпись «${file}» изменена`, `the signature “${file}” was changed`);
    if (!file.startsWith(`${PART.signatures}${target}`))
      yield text(`подпись «${file}» стоит не у своего файла`, `the signature “${file}” is not beside its file`);
    if (!files.has(target) || isOther(target, targetSha256))
      yield text(`подпись «${file}» – к другому файлу`, `the signature “${file}” is of another file`);
  }
  for (const { file, sha256: digest, target } of index.stamped) {
    if (!files.has(file) || isOther(file, digest))
      yield text(
        `экземпляр с отметкой «${file}» изменён или пропал`,
        `the copy with the mark “${file}” was changed or is missing`,
      );
    if (!index.signatures.some((signature) => signature.target === target))
      yield text(`у экземпляра с отметкой «${file}» нет подписи`, `the copy with the mark “${file}” has no signature`);
  }
  const listed = new Set([...index.signatures, ...index.stamped].map(({ file }) => file)).add(PART.signatureIndex);
  for (const path of files.keys())
    if (path !== PART.sums && !isSealed(path) && !listed.has(path))
      yield text(`лишний файл «${path}»`, `a file too many, “${path}”`);
}
