/**
 * The tree of the register: every entry is a leaf, the root is signed, and a stranger can verify one entry without the others. Writes only into the
 * folder of the tree.
 */
export { type CheckpointOptions, type CheckpointReport, checkpointRegister } from "./checkpoint-register.ts";
export { proveEntry, proveGrowth, type WrittenProof, writeProof } from "./prove-register.ts";
export { treeKeeper } from "./read-tree.ts";
export { type Proved, type VerifyOptions, verifyProof } from "./verify-proof.ts";
