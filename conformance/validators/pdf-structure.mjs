import { relative } from "node:path";
import { inParallel, runAside } from "../support/programs.mjs";
import { spreadOver } from "../support/sets.mjs";

const MOST = 60;

/** What may stand directly under an element of the structure; elements not named here may hold anything. */
const CHILDREN = {
  L: ["LI"],
  LI: ["Lbl", "LBody"],
  Table: ["TR", "THead", "TBody", "Caption"],
  THead: ["TR"],
  TBody: ["TR"],
  TR: ["TH", "TD"],
};

/** The tags of a PDF as its own objects hold them: order of reading, levels of headings, lists, tables, figures, language, title, fonts. */
export async function validatePdfStructure({ sets }) {
  const verdicts = [];
  for (const { name, folder, pdfs } of sets) {
    const chosen = spreadOver(pdfs, MOST);
    const roles = new Map();
    const faults = await inParallel(chosen, async (pdf) => {
      const { stdout } = await runAside("qpdf", ["--json=2", "--json-stream-data=none", pdf]);
      const found = faultsOf(JSON.parse(stdout).qpdf[1], roles);
      return [...new Set(found)].slice(0, 5).map((fault) => `${relative(folder, pdf)}: ${fault}`);
    });
    const counts = [...roles].sort(([a], [b]) => (a < b ? -1 : 1)).map(([role, count]) => `${role} ${count}`);
    verdicts.push({
      title: `${name}: the structure of ${chosen.length} PDF`,
      notes: [counts.join(", ")],
      faults: faults.flat(),
    });
  }
  return verdicts;
}

function faultsOf(objects, roles) {
  const at = (value) =>
    typeof value === "string" && /^\d+ \d+ R$/.test(value)
      ? (objects[`obj:${value}`]?.value ?? objects[`obj:${value}`]?.stream?.dict)
      : value;
  const root = at(at(objects.trailer.value)["/Root"]);
  const faults = [];
  const expect = (holds, fault) => {
    if (!holds) faults.push(fault);
  };
  expect(/^u:ru/i.test(root["/Lang"] ?? ""), "no language");
  expect(at(root["/MarkInfo"])?.["/Marked"] === true, "not marked");
  expect(at(root["/ViewerPreferences"])?.["/DisplayDocTitle"] === true, "the title is not shown");
  for (const object of Object.values(objects)) {
    const font = object.value;
    if (font?.["/Type"] === "/Font" && font["/Subtype"] === "/Type0")
      expect(font["/ToUnicode"] !== undefined, `${font["/BaseFont"]} has no ToUnicode`);
  }
  walkStructure(at(root["/StructTreeRoot"]), at, roles, expect);
  if ((roles.get("H1") ?? 0) > 0 && hasRole(at(root["/StructTreeRoot"]), at, "/H1"))
    expect(root["/Outlines"] !== undefined, "headings but no bookmarks");
  return faults;
}

function walkStructure(tree, at, roles, expect) {
  // Number of the page in order of first use, and the last piece read on it.
  let [pages, page, level] = [new Map(), undefined, 0];
  const visit = (node, parent, inherited, inRow) => {
    const value = at(node);
    if (typeof value === "number") {
      const known = pages.get(inherited) ?? { number: pages.size, last: -1 };
      expect(value > known.last, `out of the order of reading: ${value} after ${known.last}`);
      // The cells of a row that goes over to the next page are read one after the other, each to its end.
      expect(inRow || page === undefined || known.number >= page, "pages out of the order of reading");
      pages.set(inherited, { number: known.number, last: value });
      page = known.number;
      return;
    }
    if (value?.["/Type"] === "/MCR") return visit(value["/MCID"], parent, value["/Pg"] ?? inherited, inRow);
    const role = value?.["/S"]?.slice(1);
    if (role === undefined) return;
    // A footnote is read where it is referred to and stands at the foot of the page.
    const outside = [pages, page];
    if (role === "Note") [pages, page] = [new Map(), undefined];
    roles.set(role, (roles.get(role) ?? 0) + 1);
    if (CHILDREN[parent] !== undefined) expect(CHILDREN[parent].includes(role), `${role} under ${parent}`);
    if (role === "TH")
      expect(
        attributesOf(value, at).some((one) => one["/Scope"] !== undefined),
        "a head cell without scope",
      );
    if (role === "Figure" || role === "Formula")
      expect((value["/Alt"] ?? "").length > 4, "a figure without words for it");
    const depth = /^H(\d)$/.exec(role)?.[1];
    if (depth !== undefined) {
      expect(Number(depth) <= level + 1, `H${depth} after H${level}`);
      level = Number(depth);
    }
    for (const child of listOf(value["/K"], at)) visit(child, role, value["/Pg"] ?? inherited, inRow || role === "TR");
    if (role === "Note") [pages, page] = outside;
  };
  const top = listOf(tree?.["/K"], at);
  expect(top.length === 1 && at(top[0])?.["/S"] === "/Document", "the root is not one document");
  for (const child of top) visit(child, "root", undefined, false);
}

function attributesOf(element, at) {
  return listOf(element["/A"], at)
    .map(at)
    .filter((one) => typeof one === "object" && one !== null);
}

function listOf(value, at) {
  const known = at(value);
  return Array.isArray(known) ? known : value === undefined ? [] : [value];
}

function hasRole(node, at, role) {
  const value = at(node);
  if (typeof value !== "object" || value === null) return false;
  return value["/S"] === role || listOf(value["/K"], at).some((child) => hasRole(child, at, role));
}
