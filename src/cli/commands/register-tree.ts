import { text } from "../../base/diagnostics/index.ts";
import { command, WrongUsage } from "../command.ts";
import { EXIT } from "../exit-codes.ts";
import { CONTENT, DRY_RUN, FILE, FOLDER, JSON_REPORT, PROJECT, TEMPLATES } from "../options.ts";
import { dayText, type Line } from "../output.ts";

/** `--tree`. */
const TREE = { ...text("папка дерева реестра", "folder of the tree"), value: FOLDER, default: "register-tree" };
const PROOF_FILE = {
  ...text("записать в файл, которого ещё нет", "write into a file that is not there yet"),
  value: FILE,
};

/** `trc register checkpoint`. */
export const CHECKPOINT = command({
  name: "checkpoint",
  ...text(
    "внести новые записи реестра в дерево и подписать контрольную точку",
    "enter what is new in the register in its tree and sign the checkpoint",
  ),
  options: {
    ...PROJECT,
    tree: TREE,
    key: {
      ...text(
        "закрытый ключ Ed25519 в PEM; пароль – в переменной TRC_KEY_PASSWORD",
        "private key Ed25519 in PEM; its password is in the variable TRC_KEY_PASSWORD",
      ),
      value: FILE,
    },
    newKey: text("ключ сменился: дописать новый в key.txt", "the key has changed: add the new one to key.txt"),
    origin: {
      ...text(
        "имя нового дерева (по умолчанию сайт центра и /register)",
        "name of a new tree (by default the centre's site and /register)",
      ),
      value: text("<имя>", "<name>"),
      parse: (name: string): string => {
        if (/^[^\s+]+$/u.test(name)) return name;
        throw new WrongUsage(
          text("В имени дерева нет пробелов и знака +.", "A name of a tree has no spaces and no +."),
        );
      },
    },
    dryRun: DRY_RUN,
  },
  run: async (_operands, options) => {
    const { checkpointRegister } = await import("../../office/register-tree/index.ts");
    const password = process.env.TRC_KEY_PASSWORD;
    const { diagnostics, added, head, mended } = await checkpointRegister({ ...options, password });
    const lines: Line[] = added.map(({ fields }) => `+ ${fields.title}`);
    const root = head === null ? "" : Buffer.from(head.root).toString("base64");
    return {
      diagnostics,
      json: {
        diagnostics,
        added: added.map(({ fields }) => fields.document),
        head: head === null ? null : { ...head, root },
        mended,
      },
      lines: [
        ...lines,
        ...mended.map((path) =>
          text(`Составлен заново: ${options.tree}/${path}`, `Made anew: ${options.tree}/${path}`),
        ),
        head === null
          ? false
          : text(
              `Дерево ${head.origin}: листьев – ${head.size}, корень ${root}\nОткрытый ключ: ${head.key}`,
              `Tree ${head.origin}: leaves ${head.size}, root ${root}\nPublic key: ${head.key}`,
            ),
        options.dryRun === true && text("Ничего не записано (--dry-run).", "Nothing was written (--dry-run)."),
      ],
    };
  },
});

/** `trc register prove`. */
export const PROVE = command({
  name: "prove",
  ...text(
    "доказательство, что документ внесён в реестр, или что реестр только дополнялся",
    "proof that a document is in the register, or that the register was only added to",
  ),
  operands: [
    {
      name: text("[документ]", "[document]"),
      ...text("запись или документ: 91-od-2025", "record or document: 91-od-2025"),
    },
  ],
  options: {
    content: CONTENT,
    templates: TEMPLATES,
    tree: TREE,
    since: {
      ...text(
        "доказать рост с этой контрольной точки: её файл или число листьев",
        "prove the growth since this checkpoint: its file or the number of its leaves",
      ),
      value: text("<точка>", "<checkpoint>"),
    },
    out: PROOF_FILE,
  },
  run: async ([document], { since, out, ...folders }, output) => {
    if ((document === undefined) === (since === undefined))
      throw new WrongUsage(
        text("Назовите документ или --since, что-то одно.", "Name a document or --since, one of them."),
      );
    const { proveEntry, proveGrowth, writeProof } = await import("../../office/register-tree/index.ts");
    const { value, diagnostics } =
      document === undefined ? await proveGrowth(folders, since ?? "") : await proveEntry(folders, document);
    if (value === undefined) return { diagnostics, code: EXIT.findings };
    const written = out === undefined ? [] : await writeProof(out, output.say(value.text));
    return {
      diagnostics: [...diagnostics, ...written],
      lines: out === undefined ? [value.text] : written.length > 0 ? [] : [out],
      beside: [
        value.entry !== null &&
          text(`Передайте вместе с записью реестра: ${value.entry}`, `Hand it out with the entry: ${value.entry}`),
      ],
    };
  },
});

/** `trc register verify-proof`. */
export const VERIFY_PROOF = command({
  name: "verify-proof",
  ...text("проверить доказательство без реестра и дерева", "verify a proof without the register and the tree"),
  operands: [
    { name: text("<доказательство>", "<proof>"), ...text("файл доказательства", "file of the proof") },
    {
      name: text("[запись]", "[entry]"),
      ...text(
        "register-entry.yaml или папка пакета архива с ней",
        "register-entry.yaml, or the folder of an archived bag with it",
      ),
    },
  ],
  options: {
    key: {
      ...text("открытый ключ: файл key.txt или его строка", "public key: the file key.txt or its line"),
      value: text("<ключ>", "<key>"),
    },
    checkpoint: {
      ...text(
        "контрольная точка, полученная другим путём; для --since – прежняя",
        "checkpoint got in another way; the earlier one for a proof of growth",
      ),
      value: FILE,
    },
    json: JSON_REPORT,
  },
  run: async ([proof = "", document], options) => {
    const { verifyProof } = await import("../../office/register-tree/index.ts");
    const { value, diagnostics } = await verifyProof({ ...options, proof, document });
    if (value === undefined) return { diagnostics, json: { diagnostics }, code: EXIT.findings };
    const { origin, at, size, entry, signed } = value;
    const day = dayText(entry?.registered ?? "");
    return {
      diagnostics,
      json: { ...value, diagnostics },
      lines: [
        entry === null
          ? text(
              `Верно: дерево ${origin} только дополнялось, было листьев ${at}, стало ${size}.`,
              `Right: the tree ${origin} was only added to, it had ${at} leaves and has ${size}.`,
            )
          : text(
              `Верно: ${entry.title} – внесён в реестр ${day.ru}, лист ${at} из ${size} дерева ${origin}.\nСверьте с документом его слова: они записаны в text записи.`,
              `Right: ${entry.title}, entered on ${day.en}, is leaf ${at} of ${size} of the tree ${origin}.\nCompare its words with the document: they are under text of the entry.`,
            ),
        signed && text("Контрольная точка подписана этим ключом.", "The checkpoint is signed with this key."),
      ],
    };
  },
});
