// The clerk's guide as a page of the desk: the same Markdown as in docs/, with nothing in it but what the guide uses.
import { readFileSync } from "node:fs";
import { fromMarkdown } from "mdast-util-from-markdown";
import { toString as plain } from "mdast-util-to-string";

/** The guide in the repository. */
export const GUIDE = "docs/desk.ru.md";

/** Its tree. @param root of the repository, with a slash at its end */
export function guideTree(root) {
  return fromMarkdown(readFileSync(root + GUIDE, "utf8"));
}

/** A whole page, and the addresses of its pictures beside the guide. */
export function guidePage(root) {
  const tree = guideTree(root);
  const pictures = new Set();
  const write = (node) => {
    const inner = () => (node.children ?? []).map(write).join("");
    const tag = (name, attributes = "") => `<${name}${attributes}>${inner()}</${name}>`;
    switch (node.type) {
      case "root":
        return inner();
      case "heading":
        return tag(`h${node.depth}`, ` id="${anchor(plain(node))}"`);
      case "paragraph":
        return tag("p");
      case "list":
        return node.ordered ? tag("ol", node.start === 1 ? "" : ` start="${node.start}"`) : tag("ul");
      case "listItem":
        // A list without blank lines is tight: its items are no paragraphs.
        return `<li>${node.children.map((one) => (one.type === "paragraph" && !node.spread ? one.children.map(write).join("") : write(one))).join("")}</li>`;
      case "strong":
        return tag("b");
      case "emphasis":
        return tag("i");
      case "inlineCode":
        return `<code>${escaped(node.value)}</code>`;
      case "text":
        return escaped(node.value);
      case "html":
        return "";
      case "image":
        pictures.add(node.url);
        return `<img src="guide/${escaped(node.url.split("/").pop())}" alt="${escaped(node.alt)}" loading="lazy">`;
      case "link":
        // Other pages of the repository are not beside this one.
        return node.url.startsWith("#") ? tag("a", ` href="${escaped(node.url)}"`) : inner();
      default:
        throw new Error(`${GUIDE}: no ${node.type} is written`);
    }
  };
  const body = write(tree);
  const [title] = tree.children;
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">`;
  const page = `<!doctype html>\n<html lang="ru"><head>${head}<title>${escaped(plain(title))}</title><link rel="icon" href="icon.svg" type="image/svg+xml"><link rel="stylesheet" href="guide.css"></head><body><main>${body}</main></body></html>\n`;
  return { page, pictures: [...pictures] };
}

/** As GitHub names a heading, so that a link leads to it in both places. */
function anchor(heading) {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, "")
    .replaceAll(" ", "-");
}

function escaped(text) {
  return String(text ?? "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
