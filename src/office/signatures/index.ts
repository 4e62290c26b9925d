/**
 * Signatures: reads CMS files made anywhere, verifies them, makes CAdES-BES ones, adds time stamps and evidence (CAdES-T, CAdES-LT). All arithmetic is WebCrypto's, PKI.js's or OpenSSL's.
 * Knows nothing of documents and bundles.
 */
export { askTimeStamp } from "./ask-time-stamp.ts";
export { type Certificate, readCertificate, validityAt } from "./certificate.ts";
export {
  type CheckOptions,
  checkSignature,
  checkTimeStamp,
  type SignerVerdict,
  type TimeStampVerdict,
  vouchesFor,
} from "./check-cms.ts";
export { type ExtendedSignature, extendSignatures } from "./extend-signatures.ts";
export { derBlocks, toDer, toPem } from "./form.ts";
export { evidenceInPdf, onlyEvidenceBehind, signaturesInPdf } from "./pdf-signatures.ts";
export { type ParsedSignature, readSignature, UnreadableSignature } from "./read-cms.ts";
export { readRevocationFiles, readSignatureFile, readTrustFiles, signatureName, UnreadableFile } from "./read-files.ts";
export { type RevocationList, readRevocationLists } from "./revocation.ts";
export { signFiles } from "./sign-files.ts";
export { SignerFault } from "./signer-fault.ts";
export { openSigner, type Signer, type SignerOptions } from "./signers.ts";
export { stampFault } from "./stamp-signature.ts";
export { readTrust, type Trust } from "./trust.ts";
