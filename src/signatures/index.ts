/**
 * Signatures: reads CMS files made anywhere, judges them, makes CAdES-BES ones. All arithmetic is WebCrypto's, PKI.js's or OpenSSL's.
 * Knows nothing of documents and bundles.
 */
export { readCertificate } from "./certificate.ts";
export { checkSignature, type SignerVerdict } from "./check-cms.ts";
export { derBlocks, toPem } from "./form.ts";
export { readSignature, UnreadableSignature } from "./read-cms.ts";
export { openSigner, type Signer, SignerFault, type SignerOptions } from "./signers.ts";
export { readTrust, type Trust } from "./trust.ts";
