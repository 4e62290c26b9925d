import { createHash } from "node:crypto";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { get, type IncomingMessage } from "node:http";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { text } from "node:stream/consumers";

/** A page answers between two documents that it makes, on a slow machine in some seconds; where none is served, the refusal comes at once. In milliseconds. */
const PATIENCE = 15_000;
/** What a page answers. The program of another user may by now have the port of one that has ended: nothing else is opened. */
const INVITATION = /^\/open\/[\w-]{22}$/;

/** Where a page of these folders is served already by a program of this user: an address that opens it once. Null where none is. */
export async function servedAt(folders: readonly string[]): Promise<string | null> {
  try {
    const address = await readFile(fileOf(folders), "utf8");
    return new URL(await invitationOf(address), address).href;
  } catch {
    // Nothing is remembered, or what is remembered has ended.
    return null;
  }
}

/** Remembers the address for this user alone. Returns what forgets it. */
export async function rememberServed(folders: readonly string[], address: string): Promise<() => Promise<void>> {
  const file = fileOf(folders);
  await mkdir(ownFolder(), { recursive: true, mode: 0o700 });
  await writeFile(file, address, { mode: 0o600 });
  return () => rm(file, { force: true });
}

/** What the page answers; `fetch` of Node does not reach it under Wine. */
async function invitationOf(address: string): Promise<string> {
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    get(`${address}invitation`, { signal: AbortSignal.timeout(PATIENCE) }, resolve).on("error", reject);
  });
  const words = await text(answer);
  if (answer.statusCode !== 200 || !INVITATION.test(words)) throw new Error(words);
  return words;
}

function fileOf(folders: readonly string[]): string {
  const paths = folders.map((folder) => resolve(folder)).join("\n");
  return join(ownFolder(), `${createHash("sha256").update(paths).digest("hex").slice(0, 32)}.address`);
}

/** Where the system has programs keep what they are doing, out of the sight of other users. */
function ownFolder(): string {
  const { LOCALAPPDATA, XDG_STATE_HOME } = process.env;
  if (process.platform === "win32") return join(LOCALAPPDATA || join(homedir(), "AppData", "Local"), "trc");
  return join(XDG_STATE_HOME || join(homedir(), ".local", "state"), "trc");
}
