import { ACCESSION_FINDINGS } from "./accession-findings.ts";
import { FIXITY_FINDINGS } from "./fixity-findings.ts";
import { RETENTION_FINDINGS } from "./retention-findings.ts";

/** The findings of this room: of taking in, of damage, of finding and disposing. */
export const FINDINGS = { ...ACCESSION_FINDINGS, ...FIXITY_FINDINGS, ...RETENTION_FINDINGS };
