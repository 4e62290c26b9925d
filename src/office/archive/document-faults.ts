import { type Diagnostic, raise, text } from "../../base/diagnostics/index.ts";
import { numericDate } from "../../base/text/index.ts";
import { FINDINGS } from "./findings.ts";
import type { Holding } from "./holdings.ts";

/** TRC8319: the archive has no such document. */
export function unknownDocument(archive: string, name: string, holdings: readonly Holding[]): Diagnostic {
  const there = holdings
    .slice(0, 10)
    .map(({ document }) => document)
    .join(", ");
  return raise(FINDINGS.TRC8319, {
    message: text(
      `В архиве «${archive}» нет документа «${name}»`,
      `The archive “${archive}” has no document “${name}”`,
    ),
    hints: [
      holdings.length === 0
        ? text(
            "Архив пуст: примите документы командой trc archive add",
            "The archive is empty: take documents in by trc archive add",
          )
        : text(`Есть: ${there}`, `There are: ${there}`),
    ],
  });
}

/** TRC8310: the bag is not what was taken in; nothing is made of it. */
export function damagedBag(bag: string): Diagnostic {
  return raise(FINDINGS.TRC8310, {
    message: text(
      `Пакет «${bag}» повреждён, с ним ничего не сделано`,
      `The bag “${bag}” is damaged; nothing was done with it`,
    ),
  });
}

/** TRC8323: the document was given up by an act. */
export function disposedOf({ newest, disposedBy }: Holding): Diagnostic {
  return raise(FINDINGS.TRC8323, {
    message: text(
      `Документ «${newest.title}» выделен к уничтожению: ${disposedBy}`,
      `The document “${newest.title}” was given up for destruction: ${disposedBy}`,
    ),
  });
}

/** TRC8324: the term of retention does not let the document go. */
export function notDueYet({ newest }: Holding, until: string | null, term: string): Diagnostic {
  return raise(FINDINGS.TRC8324, {
    message:
      until === null
        ? text(
            `Документ «${newest.title}» не уничтожают: срок хранения – ${term}`,
            `The document “${newest.title}” is not to be destroyed: its term is ${term}`,
          )
        : text(
            `Срок хранения документа «${newest.title}» не истёк: не ранее ${numericDate(until)}`,
            `The term of “${newest.title}” is not over: not before ${until}`,
          ),
  });
}
