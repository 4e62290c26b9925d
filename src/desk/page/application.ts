import { type Context, Hono } from "hono";
import { streamSSE } from "hono/streaming";
import type { Text } from "../../base/diagnostics/index.ts";
import type { LiveSet } from "../../project/pipeline/index.ts";
import { assetOf } from "./assets.ts";
import type { Channel } from "./channel.ts";
import { guard } from "./guard.ts";
import { WORDS } from "./page-words.ts";

/** What the routes answer from. */
type Served = {
  readonly set: LiveSet;
  readonly channel: Channel;
  readonly language: keyof Text;
  /** What every address begins with: who does not know it gets nothing. */
  readonly base: string;
  /** A document was asked for. */
  readonly onShown: (id: string) => void;
};

/** Addresses that the page's script names in full. */
const LIBRARY = ["/pdf.mjs", "/pdf.worker.mjs"];

/** Routes of the preview: the page, the events it listens to, and a PDF by the id of its document. */
export function application({ set, channel, language, base, onShown }: Served): Hono {
  const served = new Hono();
  served.use(guard(language));
  const app = served.basePath(base);
  app.get("/events", (context) =>
    streamSSE(context, async (stream) => {
      const done = new Promise<void>((resolve) => stream.onAbort(resolve));
      const leave = channel.join((event, data) => void stream.writeSSE({ event, data }));
      await Promise.race([done, channel.closed]);
      leave();
    }),
  );
  app.get("/pdf/:id", async (context) => {
    const id = context.req.param("id");
    const pdf = await set.pdf(id);
    if (pdf === null) return context.text(WORDS.noSuchDocument[language], 404);
    onShown(id);
    return context.body(new Uint8Array(pdf.bytes), 200, { "Content-Type": "application/pdf" });
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
  served.notFound((context) => context.text(WORDS.noSuchPage[language], 404));
  return served;
}
