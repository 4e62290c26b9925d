// The peers of the bench: the same order document made by docxtemplater (DOCX) and by Typst (PDF).
// Every document differs in all its words, so that no cache can answer instead of the engine.
import { createRequire } from "node:module";
import { dirname } from "node:path";

const require = createRequire(import.meta.url);

/** An order of about three pages: 12 clauses, a table of 14 rows, a signature. `words(n)` gives different words each time. */
export function orderData(number) {
  const words = wordsFrom(number);
  return {
    number: `${number}-ОД`,
    date: "05.09.2025",
    subject: words(8),
    preamble: words(60),
    clauses: Array.from({ length: 12 }, () => ({ text: words(35) })),
    rows: Array.from({ length: 14 }, (_, index) => ({
      no: String(index + 1),
      name: words(6),
      post: words(4),
      due: words(2),
    })),
    post: "Директор",
    name: "М.П. Иванова",
  };
}

/** Words of random length from a fixed sequence (a linear congruential generator: the same on every machine). */
function wordsFrom(seed) {
  let state = (seed * 2654435761 + 12345) >>> 0;
  const next = (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % limit;
  };
  const letters = "оеаинтсрвлкмдпуяызбгчйхжшющэф";
  const word = () => Array.from({ length: 3 + next(9) }, () => letters[next(letters.length)]).join("");
  return (count) => Array.from({ length: count }, word).join(" ");
}

/** docxtemplater with a template that has the same paragraphs and table. Returns a function: data → bytes. */
export async function docxtemplaterPeer() {
  const { default: Docxtemplater } = await import("docxtemplater");
  const { default: PizZip } = await import("pizzip");
  const docx = await import("docx");
  const paragraph = (text) =>
    new docx.Paragraph({ children: [new docx.TextRun({ text, font: "Times New Roman", size: 28 })] });
  const cells = (texts) =>
    new docx.TableRow({ children: texts.map((text) => new docx.TableCell({ children: [paragraph(text)] })) });
  const template = await docx.Packer.toBuffer(
    new docx.Document({
      sections: [
        {
          children: [
            paragraph("ПРИКАЗ"),
            paragraph("{date} № {number}"),
            paragraph("{subject}"),
            paragraph("{preamble}"),
            paragraph("{#clauses}"),
            paragraph("{text}"),
            paragraph("{/clauses}"),
            new docx.Table({
              rows: [
                cells(["№", "Имя", "Должность", "Срок"]),
                cells(["{#rows}{no}", "{name}", "{post}", "{due}{/rows}"]),
              ],
            }),
            paragraph("{post} {name}"),
          ],
        },
      ],
    }),
  );
  return (data) => {
    const document = new Docxtemplater(new PizZip(template), { paragraphLoop: true, linebreaks: true });
    document.render(data);
    return document.getZip().generate({ type: "nodebuffer", compression: "DEFLATE" });
  };
}

/** Typst with the same font and page, PDF/A-2b (it makes no tagged 2a). Returns a function: data → bytes. */
export async function typstPeer() {
  const { NodeCompiler } = await import("@myriaddreamin/typst-ts-node-compiler");
  const fonts = dirname(require.resolve("@expo-google-fonts/tinos/package.json"));
  const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: [fonts] }] });
  return (data) => {
    const clauses = data.clauses.map(({ text }, index) => `${index + 1}. ${text}`).join("\n\n");
    const rows = data.rows.map((row) => `[${row.no}], [${row.name}], [${row.post}], [${row.due}],`).join("\n");
    const source = `#set page(paper: "a4", margin: (left: 30mm, right: 15mm, y: 20mm))
#set text(font: "Tinos", size: 14pt, lang: "ru")
#set par(justify: true, leading: 0.9em)
#align(center)[ПРИКАЗ]
${data.date} № ${data.number}

${data.subject}

${data.preamble}

${clauses}

#table(columns: (1cm, 1fr, 4cm, 3cm), table.header([№], [Имя], [Должность], [Срок]), ${rows})

${data.post} #h(1fr) ${data.name}`;
    const bytes = compiler.pdf({ mainFileContent: source }, { pdfStandard: "a-2b" });
    compiler.evictCache(0);
    return bytes;
  };
}
