"""Checks the signatures inside PDF files by pyHanko. Prints a line a file: what each signature is, or a fault.

Arguments: certificate of the root (PEM), then files. A file whose name ends in `.lt.pdf` is verified by the certificates and lists it carries alone.
"""
import sys

from pyhanko.keys import load_cert_from_pemder
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko_certvalidator import ValidationContext

root = load_cert_from_pemder(sys.argv[1])
for name in sys.argv[2:]:
    with open(name, "rb") as file:
        reader = PdfFileReader(file)
        levels = []
        for number, signature in enumerate(reader.embedded_signatures):
            options = {"trust_roots": [root]}
            if name.endswith(".lt.pdf") and number == 0:
                store = DocumentSecurityStore.read_dss(reader)
                context = store.as_validation_context({**options, "revocation_mode": "require"})
            else:
                context = ValidationContext(**options)
            status = validate_pdf_signature(signature, context, ts_validation_context=ValidationContext(**options))
            stamp = status.timestamp_validity
            stamped = stamp is not None and stamp.intact and stamp.valid and stamp.trusted
            levels.append("wrong" if not status.bottom_line else "T" if stamped else "B")
    print(f"{name}\t{' '.join(levels)}")
