"""What a clerk does with a DOCX, by python-docx: styles only, no number and no measure is typed.

docx_edits.py A.docx WRITTEN.docx ENLARGED.docx SIZE
WRITTEN: a clause behind the first one, and at the end of the last section a new section with a clause.
ENLARGED: the base style has letters of SIZE pt.
"""
import sys

import docx
from docx.shared import Pt

source, written, enlarged, size = sys.argv[1:]

document = docx.Document(source)
clauses = [p for p in document.paragraphs if p.style.name == "Пункт"]
clauses[1].insert_paragraph_before("Вставленный пункт.", "Пункт")
# What stands behind the last clause (its items, a signature) stays with it: the new section goes before it.
clauses[-1].insert_paragraph_before("Новый раздел", "Заголовок раздела")
clauses[-1].insert_paragraph_before("Новый пункт.", "Пункт")
document.save(written)

document = docx.Document(source)
document.styles["Normal"].font.size = Pt(float(size))
document.save(enlarged)
