import { type Completion, type CompletionContext, type CompletionResult, snippet } from "@codemirror/autocomplete";
import { LSPPlugin } from "@codemirror/lsp-client";
import type { CompletionItem, CompletionList } from "vscode-languageserver-protocol";
import { element } from "./dom.ts";

/** How the protocol marks an insertion with places to type in. */
const SNIPPET = 2;

/** Keys, values and names that the language server knows at the cursor. It looks for what is typed among names as well, so nothing is sifted again. */
export async function namesOfServer({
  view,
  pos,
  explicit,
  state,
}: CompletionContext): Promise<CompletionResult | null> {
  const plugin = view === undefined ? null : LSPPlugin.get(view);
  if (plugin === null || (!explicit && !/[\p{L}\p{N}:\-[{, ]/u.test(state.sliceDoc(pos - 1, pos)))) return null;
  // A blank alone begins no value: what stands before it does.
  if (!explicit && /(?:^|[^:,-]) $/.test(state.sliceDoc(Math.max(0, pos - 2), pos))) return null;
  plugin.client.sync();
  const asked = { position: plugin.toPosition(pos), textDocument: { uri: plugin.uri } };
  const found = await plugin.client
    .request<typeof asked, CompletionList | null>("textDocument/completion", asked)
    .catch(() => null);
  const [first] = found?.items ?? [];
  if (found === null || first === undefined) return null;
  const range = first.textEdit !== undefined && "range" in first.textEdit ? first.textEdit.range : null;
  return {
    from: range === null ? pos : plugin.fromPosition(range.start),
    filter: false,
    options: found.items.map(shown),
  };

  function shown(item: CompletionItem): Completion {
    const words = item.textEdit?.newText ?? item.insertText ?? item.label;
    const { documentation, detail, label } = item;
    return {
      label,
      ...(detail === undefined ? {} : { detail }),
      // The cursor ends where the last place is.
      apply:
        item.insertTextFormat === SNIPPET ? snippet(words.replaceAll("$0", "").replace(/\$(\d+)/g, "$${$1}")) : words,
      ...(documentation === undefined
        ? {}
        : {
            info: () => {
              const card = element("div", { class: "cm-lsp-documentation" });
              card.innerHTML = plugin?.docToHTML(documentation) ?? "";
              return card;
            },
          }),
    };
  }
}
