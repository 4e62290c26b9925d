import { PYTHON, run } from "../support/programs.mjs";

const SCRIPT = `
import sys, docx
for path in sys.stdin.read().split("\\n"):
    try:
        document = docx.Document(path)
        assert document.core_properties.title, "no title"
        assert len(document.paragraphs) + len(document.tables) > 0, "empty"
    except Exception as error:
        print(path, repr(error))
`;

/** python-docx reads every DOCX. */
export function validatePythonDocx({ sets }) {
  return sets.map(({ name, docxs }) => {
    const { stdout, stderr, status } = run(PYTHON, ["-c", SCRIPT], { input: docxs.join("\n") });
    const faults = [...stdout.split("\n").filter(Boolean), ...(status === 0 ? [] : [stderr.trim()])];
    return { title: `${name}: python-docx opens ${docxs.length} DOCX`, faults };
  });
}
