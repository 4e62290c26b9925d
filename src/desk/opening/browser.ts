import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { escapeXml } from "../../base/text/index.ts";

/** What opens an address in the browser that the user has chosen, without a window of a console. */
const OPENERS: { readonly [platform: string]: readonly string[] } = {
  win32: ["rundll32", "url.dll,FileProtocolHandler"],
  darwin: ["open"],
};
const OPENER = ["xdg-open"];

/** Opens an address in the browser; false where there is nothing to open it with. */
export function openInBrowser(address: string): Promise<boolean> {
  const [program = "", ...argv] = OPENERS[process.platform] ?? OPENER;
  return new Promise((resolve) => {
    const child = spawn(program, [...argv, address], { detached: true, stdio: "ignore", windowsHide: true });
    child.once("error", () => resolve(false)).once("spawn", () => resolve(true));
    child.unref();
  });
}

/** How long a browser may take to begin, in milliseconds. */
const PATIENCE = 60_000;

/** Shows words to who started the program by a double click and has no terminal. Resolves when they were asked for, or nobody came. */
export async function showInBrowser(title: string, words: string, open = openInBrowser): Promise<void> {
  const secret = `/${randomBytes(16).toString("base64url")}`;
  const page = `<!doctype html><meta charset="utf-8"><title>${escapeXml(title)}</title><pre style="white-space: pre-wrap">${escapeXml(words)}</pre>\n`;
  let shown = (): void => undefined;
  const seen = new Promise<void>((resolve) => {
    shown = resolve;
  });
  const server = createServer(({ url }, answer) => {
    if (url !== secret) return void answer.writeHead(404).end();
    const headers = {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'",
    };
    answer.writeHead(200, { ...headers, Connection: "close" }).end(page, shown);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const timer = setTimeout(shown, PATIENCE);
  if (await open(`http://127.0.0.1:${(server.address() as AddressInfo).port}${secret}`)) await seen;
  clearTimeout(timer);
  server.close();
  server.closeAllConnections();
}
