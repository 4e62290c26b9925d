import { text } from "../../base/diagnostics/index.ts";
import { command } from "../command.ts";
import { FOLDER } from "../options.ts";

/** `trc merge`: puts a set that was built in shards together. */
export const MERGE = command({
  name: "merge",
  ...text(
    "сложить комплект из частей, собранных trc build --shard",
    "put a set together from shards built by trc build --shard",
  ),
  operands: [
    {
      name: text("[часть...]", "[shard...]"),
      ...text(
        "папки частей; по умолчанию все рядом с папкой вывода (out.shards)",
        "folders of the shards; by default all beside the output folder (out.shards)",
      ),
    },
  ],
  options: {
    out: { ...text("папка вывода", "output folder"), value: FOLDER, default: "out" },
  },
  run: async (folders, { out }) => {
    const { mergeShards } = await import("../../project/output/index.ts");
    const { diagnostics, documents } = await mergeShards(out, folders);
    const pages = documents.reduce((sum, document) => sum + document.pages, 0);
    return {
      diagnostics,
      lines: [
        diagnostics.length === 0 &&
          text(
            `Сложено: документов – ${documents.length}, страниц – ${pages}, папка ${out}`,
            `Merged: documents ${documents.length}, pages ${pages}, folder ${out}`,
          ),
      ],
    };
  },
});
