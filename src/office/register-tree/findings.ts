import { defineFindings, meantOrKnown, type Text, text } from "../../base/diagnostics/index.ts";

/** The findings of this room. */
export const FINDINGS = defineFindings({
  TRC8140: {
    title: text("Дерева реестра нет", "There is no tree of the register"),
    why: text(
      "Доказательство ведёт к подписанной контрольной точке, а её ещё нет",
      "A proof leads to a signed checkpoint, and there is none yet",
    ),
    message: (tree: string) =>
      text(`В папке «${tree}» нет дерева реестра`, `The folder “${tree}” holds no tree of the register`),
    hints: text(
      "Внесите записи реестра в дерево и подпишите его: trc register checkpoint --key КЛЮЧ.pem",
      "Enter the register in the tree and sign it: trc register checkpoint --key KEY.pem",
    ),
  },
  TRC8141: {
    title: text("Дерево реестра повреждено", "The tree of the register is damaged"),
    why: text(
      "Подписанное дерево только дополняют; иначе прежние доказательства не сойдутся",
      "A signed tree is only added to; otherwise earlier proofs would fail",
    ),
    message: (path: string, _mends: boolean) =>
      text(
        `Файл дерева реестра «${path}» не тот, что подписан`,
        `The file “${path}” of the tree is not as it was signed`,
      ),
    hints: (_path: string, mends: boolean) =>
      mends
        ? text(
            "Он составлен из других файлов дерева и будет составлен заново: trc register checkpoint --key КЛЮЧ.pem",
            "It is made of other files of the tree and will be made anew: trc register checkpoint --key KEY.pem",
          )
        : text(
            "Верните папку дерева из истории git или из копии",
            "Put the folder of the tree back from the history of git or from a copy",
          ),
    example: { wrong: "rm register-tree/checkpoint", right: "git checkout -- register-tree" },
  },
  TRC8142: {
    title: text("Ключ дерева реестра не подходит", "The key does not sign the tree of the register"),
    why: text(
      "Контрольные точки подписывает закрытый ключ Ed25519 в PEM (c2sp.org/signed-note)",
      "Checkpoints are signed with a private key Ed25519 in PEM (c2sp.org/signed-note)",
    ),
    hints: [
      text(
        "Создайте ключ: openssl genpkey -algorithm ed25519 -out КЛЮЧ.pem; храните его отдельно от записей",
        "Make a key: openssl genpkey -algorithm ed25519 -out KEY.pem; keep it apart from the records",
      ),
      text(
        "Подписью RSA, ECDSA или ГОСТ заверьте один раз файл key.txt дерева: с ней ключ известен как ключ центра",
        "With a signature RSA, ECDSA or GOST certify the file key.txt of the tree once: it says that the key is the centre's",
      ),
    ],
  },
  TRC8143: {
    title: text("Дерево подписано другим ключом", "The tree is signed with another key"),
    why: text(
      "Смену ключа надо объявить: у кого прежний, тот новой подписи не узнает",
      "A change of the key has to be announced: whoever has the old one does not know the new signature",
    ),
    message: (tree: string) =>
      text(`Дерево «${tree}» подписано не этим ключом`, `The tree “${tree}” is not signed with this key`),
    hints: text(
      "Назовите прежний ключ; если он утрачен, добавьте --new-key и разошлите новый key.txt",
      "Name the earlier key; if it is lost, add --new-key and hand out the new key.txt",
    ),
  },
  TRC8144: {
    title: text("Записи нет в дереве реестра", "An entry is not in the tree of the register"),
    why: text(
      "Доказать можно только то, что внесено в дерево и подписано",
      "Only what is entered in the tree and signed can be proved",
    ),
    message: (title: string) =>
      text(`Документ «${title}» ещё не внесён в дерево реестра`, `The document “${title}” is not in the tree yet`),
    hints: text(
      "Внесите его: trc register checkpoint --key КЛЮЧ.pem",
      "Enter it: trc register checkpoint --key KEY.pem",
    ),
  },
  TRC8145: {
    title: text("Доказывать нечего", "There is nothing to prove"),
    why: text("Доказывают запись реестра изданных документов", "What is proved is an entry of the register"),
    message: (name: string, _known: readonly string[]) =>
      text(`В реестре нет документа «${name}»`, `The register has no document “${name}”`),
    hints: (name: string, known: readonly string[]) => meantOrKnown(name, known),
    example: { wrong: "trc register prove 91", right: "trc register prove 91-od-2025" },
  },
  TRC8146: {
    title: text("Доказательство неверно", "The proof is wrong"),
    why: text(
      "Доказательство сходится только с той записью, тем деревом и тем ключом, для которых сделано",
      "A proof holds only for the entry, the tree and the key it was made for",
    ),
    message: (file: string, why: Text) =>
      text(`Доказательство «${file}» неверно: ${why.ru}`, `The proof “${file}” is wrong: ${why.en}`),
    hints: text(
      "Запросите доказательство и запись реестра у организации ещё раз; не сойдётся – документ не тот",
      "Ask the organisation for the proof and the entry again; if they still disagree, the document is not the one",
    ),
  },
  TRC8147: {
    title: text("Файл не тот, что нужен, или не читается", "A file is not what is needed"),
    why: text(
      "Проверке нужны доказательство, запись реестра и контрольная точка или открытый ключ",
      "A proof, the entry of the register and a checkpoint or a public key are needed",
    ),
    message: (file: string, what: Text) =>
      text(`Файл «${file}» – не ${what.ru} или не читается`, `The file “${file}” is no ${what.en}, or cannot be read`),
    hints: text(
      "Доказательство даёт trc register prove; запись – register-entry.yaml пакета архива; ключ и контрольная точка – key.txt и checkpoint дерева",
      "A proof is given by trc register prove; the entry is register-entry.yaml of the archived bag; key.txt and checkpoint are of the tree",
    ),
  },
  TRC8148: {
    severity: "warning",
    title: text("Подпись контрольной точки не проверена", "The signature of the checkpoint was not checked"),
    why: text(
      "Без ключа и без контрольной точки, полученной другим путём, доказательство говорит только само о себе",
      "Without a key or a checkpoint got in another way a proof speaks for itself only",
    ),
    message: text(
      "Путь сходится, но чьё это дерево, не проверено",
      "The path holds, but whose tree it is was not checked",
    ),
    hints: text(
      "Добавьте --key key.txt или --checkpoint ФАЙЛ, полученные от организации раньше или другим путём",
      "Add --key key.txt or --checkpoint FILE, got from the organisation earlier or in another way",
    ),
  },
  TRC8149: {
    title: text("Такого прежнего дерева нет", "There is no such earlier tree"),
    why: text(
      "Согласованность доказывают с контрольной точкой, которую дерево уже прошло",
      "Consistency is proved with a checkpoint that the tree has passed",
    ),
    message: (since: string, size: number) =>
      text(
        `«${since}» – не контрольная точка этого дерева: в нём записей – ${size}`,
        `“${since}” is no checkpoint of this tree, which has ${size} entries`,
      ),
    hints: text(
      "Назовите файл прежней контрольной точки или число её записей, от 1 до нынешнего",
      "Name the file of an earlier checkpoint, or the number of its entries, from 1 to that of today",
    ),
  },
});
