// Enters documents in a register and takes bags into an archive, over and over, until it is killed. Bundled and run by tests/kill.test.ts.
import { existsSync } from "node:fs";
import { encode, makeBag } from "../../src/archive/bag.ts";
import { readBook } from "../../src/archive/book.ts";
import { takeIn, withArchive } from "../../src/archive/open-archive.ts";
import { encodeEntry } from "../../src/register/index.ts";
import { dropLeftovers, finishTogether, withLock, writeTogether } from "../../src/storage/index.ts";
import { entriesOnDisk } from "./register.ts";

const [content = "", archive = ""] = process.argv.slice(2);
process.stdout.write("ready\n");
for (;;) {
  const number = await withLock(content, async () => {
    await dropLeftovers(content);
    await finishTogether(content);
    const entries = entriesOnDisk(content);
    const next = entries.length + 1;
    const { text } = encodeEntry(
      {
        document: `order-general.draft-${next}`,
        order: `draft-${next}`,
        author: "centre",
        suffix: "-ОД",
        year: 2025,
        number: `${next}-ОД`,
        date: "2025-12-23",
        registered: "2025-12-23",
        title: `Приказ № ${next}-ОД`,
        organisation: "Школа",
        pages: 1,
        digest: "0".repeat(64),
        text: ["ПРИКАЗ", `№ ${next}-ОД`],
      },
      { entry: next, previous: entries.at(-1)?.seal ?? null },
    );
    await writeTogether(
      content,
      new Map([
        [`orders/2025/draft-${next}.yaml`, `number: "${next}-ОД"\n`],
        [`register/2025/order-general-draft-${next}.yaml`, text],
      ]),
    );
    return next;
  });
  await withArchive(archive, async () => {
    const bag = `2025/order-general-draft-${number}`;
    if (existsSync(`${archive}/${bag}`) || (await readBook(archive)).length >= number) return;
    const files = makeBag(new Map([["document.pdf", encode(`№ ${number}`)]]), [["Document-Date", "2025-12-23"]]);
    const line = {
      document: `order-general.draft-${number}`,
      bag,
      supplements: null,
      received: "2025-12-23",
      title: `Приказ № ${number}-ОД`,
    };
    await takeIn(archive, files, line, "АРХИВ\n");
  });
}
