import { hasErrors, type Outcome } from "../../base/diagnostics/index.ts";
import type { DocumentApprovals } from "../../office/approvals/index.ts";
import { type Project, readProject } from "../../project/reading/index.ts";
import type { Deadline } from "./deadlines.ts";
import { peopleNames } from "./people-names.ts";
import { type SetStatus, setStatus } from "./set-status.ts";

/** Which centre is asked, and on what day (ISO). */
export type StatusOptions = {
  readonly content: string;
  /** Folder of kinds; the program's own without it. */
  readonly templates?: string | undefined;
  /** The day, ISO. */
  readonly date: string;
  /** How many days to look ahead; 30 without it. */
  readonly days?: number;
  /** Says what is approved as well: the documents are made for that, which takes its time. */
  readonly approvals?: boolean;
};

/** A deadline with the people who answer, by name. `until` is the last day of an activity. */
export type NamedDeadline = Deadline & { readonly names: string; readonly until?: string };

/** What the set has and lacks, with names of people. */
export type StatusReport = SetStatus & {
  readonly overdue: readonly NamedDeadline[];
  readonly coming: readonly NamedDeadline[];
  /** Approvals of every document; null where the set does not build; absent where nobody asked. */
  readonly approvals?: readonly DocumentApprovals[] | null;
};

/**
 * `trc status`: what the set has and lacks on a day, what is overdue and what is due soon, and on demand what is approved. Writes nothing.
 * Diagnostics are those of a folder that cannot be read; errors inside the records are a note.
 */
export async function centreStatus(options: StatusOptions): Promise<Outcome<StatusReport>> {
  const { value: project, diagnostics } = await readProject(options);
  if (project === undefined) return { diagnostics };
  const status = setStatus(project, options.date, options.days ?? 30);
  const named = (list: readonly Deadline[]): NamedDeadline[] =>
    list.map((one) => ({ ...one, names: peopleNames(project, one.who) }));
  return {
    value: {
      ...status,
      overdue: named(status.overdue),
      coming: named(status.coming),
      ...(options.approvals === true ? { approvals: await approvalsOf(project) } : {}),
    },
    diagnostics: [],
  };
}

/** What of the set is approved, as it would be released now; a set that does not build has no words to approve. */
async function approvalsOf({ content, templates }: Project): Promise<readonly DocumentApprovals[] | null> {
  // Loaded here, so that what makes no documents does not load it.
  const { approvalState } = await import("../../office/approvals/index.ts");
  const { documents, diagnostics } = await approvalState({ content, templates });
  return hasErrors(diagnostics) ? null : documents;
}
