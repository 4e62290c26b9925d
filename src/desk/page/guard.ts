import type { Context, MiddlewareHandler } from "hono";
import type { Text } from "../../base/diagnostics/index.ts";
import { type PageWord, WORDS } from "./page-words.ts";

/** Names by which a browser on this machine may call the server. A page elsewhere that makes its own name point here is refused. */
const NAMES = ["127.0.0.1", "localhost", "[::1]"];

/** Everything comes from this server; nothing may frame the page, send forms or load code from elsewhere. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

const HEADERS: { readonly [name: string]: string } = {
  "Content-Security-Policy": POLICY,
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
  "Cache-Control": "no-store",
};

/**
 * Lets in what a browser on this machine asks for itself: reading requests, by a name of this machine, from the page of this server or
 * from the address line; what the page does, only from the page itself. Documents hold personal data, so pages of other sites get nothing.
 *
 * @param base what every address begins with
 */
export function guard(language: keyof Text, base: string): MiddlewareHandler {
  return async (context, next) => {
    const refusal = refusalOf(context, base);
    if (refusal === null) await next();
    else context.res = context.text(WORDS[refusal.word][language], refusal.status);
    for (const [name, value] of Object.entries(HEADERS)) context.res.headers.set(name, value);
  };
}

function refusalOf({ req }: Context, base: string): { readonly status: 403 | 405; readonly word: PageWord } | null {
  const host = req.header("host") ?? "";
  const origin = req.header("origin") ?? `http://${host}`;
  const site = req.header("sec-fetch-site") ?? "none";
  if (!NAMES.includes(host.replace(/:\d+$/, ""))) return { status: 403, word: "foreignHost" };
  if (origin !== `http://${host}` || !["same-origin", "none"].includes(site))
    return { status: 403, word: "foreignSite" };
  if (["GET", "HEAD"].includes(req.method)) return null;
  // A browser says with everything that is posted which page has done it.
  const own = req.method === "POST" && req.path.startsWith(`${base}/do/`) && req.header("origin") !== undefined;
  return own ? null : { status: 405, word: "readOnly" };
}
