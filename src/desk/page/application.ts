import { randomUUID } from "node:crypto";
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { HTTPException } from "hono/http-exception";
import { streamSSE } from "hono/streaming";
import type { Text } from "../../base/diagnostics/index.ts";
import { conforms } from "../../base/yaml/index.ts";
import type { LiveSet } from "../../project/pipeline/index.ts";
import { safeFileName } from "../../project/reading/index.ts";
import { assetOf } from "./assets.ts";
import type { Channel } from "./channel.ts";
import type { Desk } from "./desk.ts";
import { guard } from "./guard.ts";
import type { Invitations } from "./invitations.ts";
import type { Languages } from "./languages.ts";
import type { PageEdit } from "./page-types.ts";
import { WORDS } from "./page-words.ts";
import type { Presence } from "./presence.ts";

/** What the routes answer from. */
type Served = {
  readonly set: LiveSet;
  readonly desk: Desk;
  readonly channel: Channel;
  readonly languages: Languages;
  readonly presence: Presence;
  readonly language: keyof Text;
  /** What every address begins with: who does not know it gets nothing. */
  readonly base: string;
  readonly invitations: Invitations;
  /** A document was asked for. */
  readonly onShown: (id: string) => void;
  /** A fault of the program; the page is told so. */
  readonly onFault: ((error: unknown) => void) | undefined;
};

/** Addresses that the page's script names in full. */
const LIBRARY = ["/pdf.mjs", "/pdf.worker.mjs"];
const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const STRING = { type: "string", maxLength: 1000 };
/** What a window says of the field that somebody is in. */
const SAID = {
  type: "object",
  required: ["window", "edit"],
  additionalProperties: false,
  properties: {
    window: STRING,
    edit: {
      type: ["object", "null"],
      required: ["file", "at", "who"],
      additionalProperties: false,
      properties: { file: STRING, at: STRING, who: STRING },
    },
  },
};
type Said = { readonly window: string; readonly edit: PageEdit | null };
/** More than any record, less than what would hurt. */
const MOST_BYTES = 1024 * 1024;
/** A bundle or a scan that is handed over. */
const MOST_OF_FILE = 256 * 1024 * 1024;

/** Routes of the page: itself, the events it listens to, documents by their id, records and what is done to them. */
export function application({
  set,
  desk,
  channel,
  languages,
  presence,
  language,
  base,
  invitations,
  onShown,
  onFault,
}: Served): Hono {
  const served = new Hono();
  served.use(guard(language, base));
  const [small, large] = [bodyLimit({ maxSize: MOST_BYTES }), bodyLimit({ maxSize: MOST_OF_FILE })];
  served.use((context, next) => (context.req.path === `${base}/do/upload` ? large : small)(context, next));
  const app = served.basePath(base);
  served.get("/open/:code", (context) =>
    invitations.take(context.req.param("code"))
      ? context.redirect(`${base}/`)
      : context.text(WORDS.noSuchPage[language], 404),
  );
  app.get("/invitation", (context) => context.text(invitations.make()));
  app.get("/events", (context) =>
    streamSSE(context, async (stream) => {
      const done = new Promise<void>((resolve) => stream.onAbort(resolve));
      const leave = channel.join((event, data) => void stream.writeSSE({ event, data }));
      const goes = presence.join(context.req.query("window") ?? randomUUID());
      await Promise.race([done, channel.closed]);
      leave();
      goes();
    }),
  );
  app.post("/do/presence", async (context) => {
    const said: unknown = await context.req.json().catch(() => null);
    if (!conforms<Said>(said, SAID)) return context.text(WORDS.noSuchPage[language], 400);
    presence.edit(said.window, said.edit);
    return context.body(null, 204);
  });
  app.get("/language", (context) =>
    streamSSE(context, async (stream) => {
      const done = new Promise<void>((resolve) => stream.onAbort(resolve));
      const id = await languages.begin((message) => void stream.writeSSE({ event: "message", data: message }));
      await stream.writeSSE({ event: "talk", data: id });
      await Promise.race([done, channel.closed]);
      await languages.end(id);
    }),
  );
  app.post("/do/language", async (context) => {
    const heard = languages.hear(context.req.query("talk") ?? "", await context.req.text());
    return heard ? context.body(null, 204) : context.text(WORDS.noSuchPage[language], 400);
  });
  app.get("/pdf/:id", async (context) => {
    const id = context.req.param("id");
    const pdf = await set.file(id, "pdf");
    if (pdf === null) return context.text(WORDS.noSuchDocument[language], 404);
    onShown(id);
    return context.body(new Uint8Array(pdf.bytes), 200, { "Content-Type": "application/pdf" });
  });
  app.get("/print", async (context) => {
    const pdf = await set.onePdf(context.req.queries("id") ?? [], (count) => `${WORDS.documents.ru}: ${count}`);
    if (pdf === null) return context.text(WORDS.noSuchDocument[language], 404);
    const name = encodeURIComponent(`${safeFileName(pdf.title)}.pdf`);
    const headers = { "Content-Type": "application/pdf", "Content-Disposition": `inline; filename*=UTF-8''${name}` };
    return context.body(new Uint8Array(pdf.bytes), 200, headers);
  });
  app.get("/docx/:id", async (context) => {
    const docx = await set.file(context.req.param("id"), "docx");
    if (docx === null) return context.text(WORDS.noSuchDocument[language], 404);
    const name = encodeURIComponent(`${safeFileName(docx.title)}.docx`);
    const headers = { "Content-Type": DOCX, "Content-Disposition": `attachment; filename*=UTF-8''${name}` };
    return context.body(new Uint8Array(docx.bytes), 200, headers);
  });
  app.get("/record", async (context) => {
    const form = await desk.form(context.req.query("file") ?? "");
    return form === null ? context.text(WORDS.noSuchRecord[language], 404) : context.json(form);
  });
  app.get("/choices", (context) => context.json(desk.choices(context.req.query("file") ?? "")));
  app.post("/do/upload", async (context) => {
    const bytes = new Uint8Array(await context.req.arrayBuffer());
    return context.json({ name: await desk.take(context.req.query("name") ?? "", bytes) });
  });
  app.post("/do/:action", async (context) => {
    const asked: unknown = await context.req.json().catch(() => null);
    const answer = await desk.do(context.req.param("action"), asked);
    return answer === null ? context.text(WORDS.noSuchPage[language], 400) : context.json(answer);
  });
  const serve = (cut: number) => async (context: Context) => {
    const asset = await assetOf(context.req.path.slice(cut), language);
    return asset === undefined
      ? context.text(WORDS.noSuchPage[language], 404)
      : context.body(asset.bytes, 200, { "Content-Type": asset.type });
  };
  // The library that draws is the same for everybody and holds nothing of the set.
  for (const path of LIBRARY) served.get(path, serve(0));
  app.get("*", serve(base.length));
  served.onError((error, context) => {
    if (error instanceof HTTPException) return error.getResponse();
    onFault?.(error);
    return context.text(WORDS.fault[language], 500);
  });
  served.notFound((context) => context.text(WORDS.noSuchPage[language], 404));
  return served;
}
