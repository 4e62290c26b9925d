/** An element: name, what is in it (text, elements or nothing) and attributes. */
export type XmlNode = readonly [
  name: string,
  content: string | null | readonly XmlNode[],
  attributes?: { readonly [name: string]: string },
];

/** Whatever does not stand in XML as it is. */
const SPECIAL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff&<>"]/;

/** Text for the content and the attributes of XML; characters that XML 1.0 cannot hold become a neutral mark. */
export function escapeXml(text: string): string {
  if (!SPECIAL.test(text)) return text;
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "·")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;");
}

/** An element a line, two spaces a level; one without content and attributes is not written. */
export function renderXml([name, content, attributes = {}]: XmlNode, indent = ""): string {
  const open = [name, ...Object.entries(attributes).map(([key, value]) => `${key}="${escapeXml(value)}"`)].join(" ");
  if (typeof content === "string") return content === "" ? "" : `${indent}<${open}>${escapeXml(content)}</${name}>\n`;
  const inside = (content ?? []).map((node) => renderXml(node, `${indent}  `)).join("");
  if (inside !== "") return `${indent}<${open}>\n${inside}${indent}</${name}>\n`;
  return Object.keys(attributes).length > 0 ? `${indent}<${open}/>\n` : "";
}
