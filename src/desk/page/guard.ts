import type { Context, MiddlewareHandler } from "hono";

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
 * from the address line. Documents hold personal data, so pages of other sites get nothing.
 */
export function guard(): MiddlewareHandler {
  return async (context, next) => {
    const refusal = refusalOf(context);
    if (refusal === null) await next();
    else context.res = context.text(refusal.text, refusal.status);
    for (const [name, value] of Object.entries(HEADERS)) context.res.headers.set(name, value);
  };
}

function refusalOf({ req }: Context): { readonly status: 403 | 405; readonly text: string } | null {
  const host = req.header("host") ?? "";
  const origin = req.header("origin");
  const site = req.header("sec-fetch-site");
  if (!NAMES.includes(host.replace(/:\d+$/, ""))) return { status: 403, text: "Чужое имя узла" };
  if (origin !== undefined && origin !== `http://${host}`) return { status: 403, text: "Запрос с другого сайта" };
  if (site !== undefined && site !== "same-origin" && site !== "none")
    return { status: 403, text: "Запрос с другого сайта" };
  if (req.method !== "GET" && req.method !== "HEAD") return { status: 405, text: "Только чтение" };
  return null;
}
