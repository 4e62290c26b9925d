import { Hono } from "hono";
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
  /** A document was asked for. */
  readonly onShown: (id: string) => void;
};

/** Routes of the preview: the page, the events it listens to, and a PDF by the id of its document. */
export function application({ set, channel, language, onShown }: Served): Hono {
  const app = new Hono();
  app.use(guard(language));
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
  app.get("*", async (context) => {
    const asset = await assetOf(context.req.path, language);
    return asset === undefined
      ? context.text(WORDS.noSuchPage[language], 404)
      : context.body(asset.bytes, 200, { "Content-Type": asset.type });
  });
  return app;
}
