import { type Diagnostic, raise, text } from "../../base/diagnostics/index.ts";
import { type DocumentApprovals, ROLE_NAMES } from "../approvals/index.ts";
import type { Certificate } from "../signatures/index.ts";
import { FINDINGS } from "./findings.ts";

const SHOWN = 8;

/** Documents whose approvals are missing or void. Code TRC7010. */
export function unapproved(state: readonly DocumentApprovals[]): Diagnostic[] {
  return state
    .filter(({ missing }) => missing.length > 0)
    .map(({ document, title, missing, approvals }) => {
      const voided = approvals.filter(({ state: one }) => one === "void").map(({ person }) => person);
      return raise(FINDINGS.TRC7010, {
        message: text(
          `Не одобрен документ «${document}»: ${missing.map((role) => `${ROLE_NAMES[role]} (${role})`).join(", ")}`,
          `The document “${document}” is not approved: ${missing.join(", ")}`,
        ),
        why:
          voided.length > 0
            ? text(
                `${title}. Недействительны одобрения: ${voided.join(", ")}`,
                `${title}. Void are the approvals of: ${voided.join(", ")}`,
              )
            : text(title, title),
        hints: [
          text(`trc sign-off ${document} --as <лицо>`, `trc sign-off ${document} --as <person>`),
          text(
            "Что изменилось со дня одобрения, покажет trc sign-off без --as",
            "trc sign-off without --as shows what changed since the approval",
          ),
        ],
      });
    });
}

/** The work tree differs from its commit. Code TRC7011. */
export function dirtyTree(dirty: readonly string[]): Diagnostic {
  const rest = dirty.length - SHOWN;
  const shown = dirty.slice(0, SHOWN).join(", ");
  return raise(FINDINGS.TRC7011, {
    message: text(
      `В рабочей папке есть изменения, которых нет в фиксации (commit): ${shown}${rest > 0 ? ` и ещё ${rest}` : ""}`,
      `The work tree has changes that are not in the commit: ${shown}${rest > 0 ? ` and ${rest} more` : ""}`,
    ),
  });
}

/** The certificate is not valid on the day of the release. Code TRC7014. */
export function certificateOutOfTerm({ holder, validFrom, validTo }: Certificate): Diagnostic {
  const [from, to] = [validFrom.slice(0, 10), validTo.slice(0, 10)];
  return raise(FINDINGS.TRC7014, {
    message: text(
      `Сертификат подписи сегодня не действует: ${holder}, с ${from} по ${to}`,
      `The certificate of the signer is not valid today: ${holder}, from ${from} to ${to}`,
    ),
  });
}
