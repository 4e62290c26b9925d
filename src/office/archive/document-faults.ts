import type { Diagnostic } from "../../base/diagnostics/index.ts";
import { numericDate } from "../../base/text/index.ts";
import type { Holding } from "./holdings.ts";

/** TRC8319: the archive has no such document. */
export function unknownDocument(archive: string, name: string, holdings: readonly Holding[]): Diagnostic {
  const there = holdings
    .slice(0, 10)
    .map(({ document }) => document)
    .join(", ");
  return {
    code: "TRC8319",
    severity: "error",
    message: `В архиве «${archive}» нет документа «${name}»`,
    hints: [holdings.length === 0 ? "Архив пуст: примите документы командой trc archive add" : `Есть: ${there}`],
    english: {
      message: `The archive “${archive}” has no document “${name}”`,
      hints: [
        holdings.length === 0 ? "The archive is empty: take documents in by trc archive add" : `There are: ${there}`,
      ],
    },
  };
}

/** TRC8310: the bag is not what was taken in; nothing is made of it. */
export function damagedBag(bag: string): Diagnostic {
  return {
    code: "TRC8310",
    severity: "error",
    message: `Пакет «${bag}» повреждён, с ним ничего не сделано`,
    hints: ["Посмотрите, что именно: trc archive verify", "Восстановите его из второй копии: trc archive mirror ПАПКА"],
    english: {
      message: `The bag “${bag}” is damaged; nothing was done with it`,
      hints: ["See what is wrong: trc archive verify", "Restore it from the second copy: trc archive mirror FOLDER"],
    },
  };
}

/** TRC8323: the document was given up by an act. */
export function disposedOf({ newest, disposedBy }: Holding): Diagnostic {
  return {
    code: "TRC8323",
    severity: "error",
    message: `Документ «${newest.title}» выделен к уничтожению: ${disposedBy}`,
    hints: ["Проверьте имя документа: trc archive list"],
    english: {
      message: `The document “${newest.title}” was given up for destruction: ${disposedBy}`,
      hints: ["Check the name of the document: trc archive list"],
    },
  };
}

/** TRC8324: the term of retention does not let the document go. */
export function notDueYet({ newest }: Holding, until: string | null, term: string): Diagnostic {
  return {
    code: "TRC8324",
    severity: "error",
    message:
      until === null
        ? `Документ «${newest.title}» не уничтожают: срок хранения – ${term}`
        : `Срок хранения документа «${newest.title}» не истёк: не ранее ${numericDate(until)}`,
    hints: ["Что можно выделить к уничтожению и когда: trc archive due"],
    english: {
      message:
        until === null
          ? `The document “${newest.title}” is not to be destroyed: its term is ${term}`
          : `The term of “${newest.title}” is not over: not before ${until}`,
      hints: ["What may be given up, and when: trc archive due"],
    },
  };
}
