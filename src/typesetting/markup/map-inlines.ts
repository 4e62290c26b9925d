import type { Approval, Block, Inlines, TableRow } from "../../paperwork/document/index.ts";

type Change = (inlines: Inlines) => Inlines;

/** A block with every paragraph of it changed. */
export function mapInlines(block: Block, change: Change): Block {
  switch (block.type) {
    case "heading":
    case "clause":
    case "item":
    case "paragraph":
    case "kind-title":
    case "title":
      return { ...block, inlines: change(block.inlines) };
    case "table":
      return {
        ...block,
        header: block.header.map((row) => mapRow(row, change)),
        rows: block.rows.map((row) => mapRow(row, change)),
      };
    case "letterhead":
      return { ...block, lines: block.lines.map((line) => ({ ...line, inlines: change(line.inlines) })) };
    case "dateline":
      return {
        ...block,
        date: change(block.date),
        number: optional(block.number, change),
        place: optional(block.place, change),
      };
    case "approvals":
      return { ...block, left: mapApproval(block.left, change), right: mapApproval(block.right, change) };
    case "annex-mark":
    case "executor":
      return { ...block, lines: block.lines.map(change) };
    case "signature":
      return {
        ...block,
        post: block.post.map(change),
        name: change(block.name),
        ...(block.mark === undefined ? {} : { mark: block.mark.map(change) }),
      };
    case "parties":
      return {
        ...block,
        parties: block.parties.map((party) => ({
          ...party,
          title: change(party.title),
          lines: party.lines.map(change),
          post: party.post.map(change),
          name: change(party.name),
        })),
      };
    case "acquaintance":
      return {
        ...block,
        heading: change(block.heading),
        people: block.people.map(({ name, post }) => ({ name: change(name), post: optional(post, change) })),
      };
    case "contents":
      return { ...block, title: change(block.title) };
    case "chart":
    case "page-break":
      return block;
  }
}

function mapRow(row: TableRow, change: Change): TableRow {
  return { ...row, cells: row.cells.map((cell) => ({ ...cell, paragraphs: cell.paragraphs.map(change) })) };
}

function mapApproval(approval: Approval | null, change: Change): Approval | null {
  if (approval === null) return null;
  const { sign } = approval;
  return {
    ...approval,
    lines: approval.lines.map(change),
    sign: sign === null ? null : { ...sign, name: change(sign.name), date: optional(sign.date, change) },
  };
}

function optional(inlines: Inlines | null, change: Change): Inlines | null {
  return inlines === null ? null : change(inlines);
}
