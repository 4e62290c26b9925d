import { Hono } from "hono";
import { streamSSE } from "hono/streaming";
import type { LiveSet } from "../../project/pipeline/index.ts";
import { assetOf } from "./assets.ts";
import type { Channel } from "./channel.ts";
import { guard } from "./guard.ts";

/** Routes of the preview: the page, the events it listens to, and a PDF by the id of its document. */
export function application(set: LiveSet, channel: Channel, onShown: (id: string) => void): Hono {
  const app = new Hono();
  app.use(guard());
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
    if (pdf === null) return context.text("Нет такого документа", 404);
    onShown(id);
    return context.body(new Uint8Array(pdf.bytes), 200, { "Content-Type": "application/pdf" });
  });
  app.get("*", async (context) => {
    const asset = await assetOf(context.req.path);
    return asset === undefined
      ? context.text("Нет такой страницы", 404)
      : context.body(asset.bytes, 200, { "Content-Type": asset.type });
  });
  return app;
}
