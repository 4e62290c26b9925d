/**
 * Bundles that anyone can verify: made from an approved commit, signed, checked offline. Writes nothing but the bundle.
 */

export { type Attached, type AttachOptions, type AttachReport, attachSignatures } from "./attach.ts";
export { bundleKeepers } from "./bundle-keepers.ts";
export type { BundleSigner } from "./check-signatures.ts";
export { type ReleaseOptions, type ReleaseReport, release } from "./release.ts";
export type { Finding } from "./verdicts.ts";
export { type VerifyOptions, type VerifyReport, verifyBundle } from "./verify.ts";
