"""Checks the signed statements of an unpacked bundle by libraries that know nothing of trc. Prints one line a fault.

Arguments: folder, certificate of the signer (PEM).
"""
import asyncio
import json
import sys

from asn1crypto import cms, pem, x509
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from google.protobuf import json_format
from in_toto_attestation.predicates.provenance.v1 import provenance_pb2
from in_toto_attestation.v1 import statement_pb2
from in_toto_attestation.v1.statement import Statement
from pyhanko.sign.validation import async_validate_detached_cms
from pyhanko_certvalidator import ValidationContext

folder, certificate = sys.argv[1:3]


def text_of(name):
    with open(f"{folder}/{name}", encoding="utf-8") as file:
        return file.read()


def in_toto():
    statement = json_format.Parse(text_of("provenance.intoto.json"), statement_pb2.Statement())
    Statement.copy_from_pb(statement).validate()
    predicate = json.loads(text_of("provenance.intoto.json"))["predicate"]
    json_format.Parse(json.dumps(predicate), provenance_pb2.Provenance())


def cyclonedx():
    error = JsonStrictValidator(SchemaVersion.V1_6).validate_str(text_of("sbom.cdx.json"))
    if error is not None:
        raise ValueError(error)


def pyhanko():
    with open(certificate, "rb") as file:
        _, _, der = pem.unarmor(file.read())
    trust = ValidationContext(trust_roots=[x509.Certificate.load(der)])
    with open(f"{folder}/signatures/SHA256SUMS.sig", "rb") as file:
        signed = cms.ContentInfo.load(file.read())["content"]
    with open(f"{folder}/SHA256SUMS", "rb") as content:
        status = asyncio.run(async_validate_detached_cms(content, signed, signer_validation_context=trust))
    if not (status.intact and status.valid and status.trusted):
        raise ValueError(status.summary())


for validator in (in_toto, cyclonedx, pyhanko):
    try:
        validator()
    except Exception as error:  # a validator that breaks is a fault as well
        print(f"{validator.__name__}: {error!r}"[:400].replace("\n", " "))
