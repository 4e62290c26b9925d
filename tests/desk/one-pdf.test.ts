import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Preview } from "../../src/desk/page/index.ts";
import { pdfTags } from "../support/pdf-tags.ts";
import { pdfPages } from "../support/pdf-text.ts";
import { runningPreview, stateWhere } from "../support/running-preview.ts";
import { temporaryFolder } from "../support/samples.ts";
import { SmallProject } from "../support/small-project.ts";

const folder = temporaryFolder();
const project = new SmallProject(join(folder.path, "project"));
let desk: Preview;
let ids: string[];
let titles: string[];

beforeAll(async () => {
  desk = await runningPreview(project);
  const { documents } = await stateWhere(desk.address, (state) => state.documents.length > 0);
  // The last first: the order is that which was asked for.
  ids = documents.map(({ id }) => id).reverse();
  titles = documents.map(({ title }) => title).reverse();
});
afterAll(async () => {
  await desk.close();
  folder.remove();
});

const at = (path: string) => fetch(desk.address + path);
async function bytesOf(path: string): Promise<Uint8Array> {
  const answer = await at(path);
  expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "application/pdf"]);
  return new Uint8Array(await answer.arrayBuffer());
}
const asked = (chosen: readonly string[]): string => `print?${chosen.map((id) => `id=${id}`).join("&")}`;

it("makes one PDF of documents as they are: every page, in the order that was asked for, a bookmark for each", async () => {
  expect(ids.length).toBeGreaterThan(3);
  const one = await bytesOf(asked(ids));
  const parts: Uint8Array[] = [];
  for (const id of ids) parts.push(await bytesOf(`pdf/${id}`));
  const pages = await Promise.all(parts.map(pdfPages));
  expect(await pdfPages(one)).toEqual(pages.flat());
  const { title, bookmarks, root } = await pdfTags(one);
  expect(title).toBe(`Документы: ${ids.length}`);
  expect(bookmarks.map((bookmark) => bookmark.title)).toEqual(titles);
  const own = await Promise.all(parts.map(pdfTags));
  expect(bookmarks.map(({ items }) => items)).toEqual(own.map((part) => part.bookmarks));
  expect(root).toEqual(own[0]?.root);
  // Fonts stand in it once.
  expect(one.length).toBeLessThan(parts.reduce((all, part) => all + part.length, 0));
});

it("makes the same bytes again; one document is its own file, nothing is no file", async () => {
  const [first = "", second = ""] = ids;
  expect(await bytesOf(asked([first, second]))).toEqual(await bytesOf(asked([first, second])));
  expect(await bytesOf(asked([first, first, "no-such"]))).toEqual(await bytesOf(`pdf/${first}`));
  for (const path of ["print", asked(["no-such"])]) expect((await at(path)).status).toBe(404);
});

it("takes an address that names thousands of documents", async () => {
  const many = Array.from({ length: 5000 }, (_, index) => `order-general.no-such-${index}`);
  expect((await at(asked([...many, ...ids]))).status).toBe(200);
});
