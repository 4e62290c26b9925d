import type { Diagnostic } from "../../base/diagnostics/index.ts";
import { type DocumentApprovals, ROLE_NAMES } from "../approvals/index.ts";
import type { Certificate, SignerFault } from "../signatures/index.ts";

const SHOWN = 8;

/** Documents whose approvals are missing or void. Code TRC7010. */
export function unapproved(state: readonly DocumentApprovals[]): Diagnostic[] {
  return state
    .filter(({ missing }) => missing.length > 0)
    .map(({ document, title, missing, approvals }) => {
      const voided = approvals.filter(({ state: one }) => one === "void").map(({ person }) => person);
      return {
        code: "TRC7010",
        severity: "error",
        message: `Не одобрен документ «${document}»: ${missing.map((role) => `${ROLE_NAMES[role]} (${role})`).join(", ")}`,
        why: voided.length > 0 ? `${title}. Недействительны одобрения: ${voided.join(", ")}` : title,
        hints: [
          `trc sign-off ${document} --as <лицо>`,
          "Что изменилось со дня одобрения, покажет trc sign-off без --as",
        ],
        english: {
          message: `The document “${document}” is not approved: ${missing.join(", ")}`,
          why: voided.length > 0 ? `${title}. Void are the approvals of: ${voided.join(", ")}` : title,
          hints: [
            `trc sign-off ${document} --as <person>`,
            "trc sign-off without --as shows what changed since the approval",
          ],
        },
      };
    });
}

/** The work tree differs from its commit. Code TRC7011. */
export function dirtyTree(dirty: readonly string[]): Diagnostic {
  const rest = dirty.length - SHOWN;
  const shown = dirty.slice(0, SHOWN).join(", ");
  return {
    code: "TRC7011",
    severity: "error",
    message: `В рабочей папке есть изменения, которых нет в фиксации (commit): ${shown}${rest > 0 ? ` и ещё ${rest}` : ""}`,
    why: "Комплект выпускают из зафиксированного состояния, чтобы его можно было собрать заново",
    hints: ["Зафиксируйте изменения (git commit) или соберите черновик: --draft"],
    english: {
      message: `The work tree has changes that are not in the commit: ${shown}${rest > 0 ? ` and ${rest} more` : ""}`,
      why: "A bundle is released from a commit, so that it can be made again",
      hints: ["Commit the changes (git commit) or make a draft: --draft"],
    },
  };
}

/** No commit stands behind the folders. Code TRC7012. */
export function noCommit(): Diagnostic {
  return {
    code: "TRC7012",
    severity: "error",
    message: "Папки записей и шаблонов не ведутся в git или в нём нет ни одной фиксации (commit)",
    why: "Комплект выпускают из зафиксированного состояния, чтобы его можно было собрать заново",
    hints: ["Заведите git: git init, git add, git commit", "Или соберите черновик: --draft"],
    english: {
      message: "The folders of records and templates are not under git, or it has no commit",
      why: "A bundle is released from a commit, so that it can be made again",
      hints: ["Begin with git: git init, git add, git commit", "Or make a draft: --draft"],
    },
  };
}

/** The key or the program of signing failed. Code TRC7013. */
export function signerFault({ message: reason, english }: SignerFault): Diagnostic {
  return {
    code: "TRC7013",
    severity: "error",
    message: `Подписать комплект нельзя: ${reason}`,
    hints: ["Проверьте ключ, сертификат и команду подписи"],
    english: {
      message: `The bundle cannot be signed: ${english}`,
      hints: ["Check the key, the certificate and the command of signing"],
    },
  };
}

/** The certificate is not valid on the day of the release. Code TRC7014. */
export function certificateOutOfTerm({ holder, validFrom, validTo }: Certificate): Diagnostic {
  const [from, to] = [validFrom.slice(0, 10), validTo.slice(0, 10)];
  return {
    code: "TRC7014",
    severity: "error",
    message: `Сертификат подписи сегодня не действует: ${holder}, с ${from} по ${to}`,
    hints: ["Подпишите действующим ключом"],
    english: {
      message: `The certificate of the signer is not valid today: ${holder}, from ${from} to ${to}`,
      hints: ["Sign with a key that is valid"],
    },
  };
}
