/**
 * The language server: findings, completion, explanations and corrections for whoever writes records in an editor, by the Language Server Protocol.
 * May not write a file: an editor changes its own buffers.
 */
export { type ServedFolders, serveLanguage } from "./serve.ts";
export { type Talk, talkLanguage } from "./talk.ts";
