import { type Action, type Diagnostic, setDiagnostics } from "@codemirror/lint";
import { type LSPClientExtension, LSPPlugin } from "@codemirror/lsp-client";
import { type EditorView, ViewPlugin, type ViewUpdate } from "@codemirror/view";
import type { CodeAction, PublishDiagnosticsParams, Range, Diagnostic as Shown } from "vscode-languageserver-protocol";
import { element } from "./dom.ts";

/** Typing rests for so long before the server is told what stands there now, in milliseconds. */
const REST_MS = 60;
const SEVERITIES = ["error", "error", "warning", "info", "hint"] as const;

/** Findings of the language server, underlined where they stand; a correction that it knows is a button. */
export function findingsOfServer(): LSPClientExtension {
  return {
    clientCapabilities: { textDocument: { codeAction: {} } },
    notificationHandlers: {
      "textDocument/publishDiagnostics": (client, { uri, diagnostics }: PublishDiagnosticsParams) => {
        const view = client.workspace.getFile(uri)?.getView() ?? null;
        if (view !== null) void show(view, diagnostics);
        return true;
      },
    },
    editorExtension: telling,
  };
}

/** The newest findings of a view: the corrections of older ones come too late. */
const newest = new WeakMap<EditorView, readonly Shown[]>();

async function show(view: EditorView, found: readonly Shown[]): Promise<void> {
  newest.set(view, found);
  put(view, found, []);
  const plugin = LSPPlugin.get(view);
  if (plugin === null || found.length === 0) return;
  const { doc } = view.state;
  const range: Range = { start: { line: 0, character: 0 }, end: { line: doc.lines, character: 0 } };
  const asked = { textDocument: { uri: plugin.uri }, range, context: { diagnostics: found } };
  const actions = await plugin.client
    .request<typeof asked, readonly CodeAction[] | null>("textDocument/codeAction", asked)
    .catch(() => null);
  if (newest.get(view) === found && actions !== null && actions.length > 0) put(view, found, actions);
}

function put(view: EditorView, found: readonly Shown[], actions: readonly CodeAction[]): void {
  const plugin = LSPPlugin.get(view);
  if (plugin === null) return;
  const { syncedDoc, unsyncedChanges } = plugin;
  /** The server may have read lines that are not there any more. */
  const placeOf = ({ line, character }: Range["start"]): number => {
    const row = syncedDoc.line(Math.min(line + 1, syncedDoc.lines));
    return unsyncedChanges.mapPos(Math.min(row.from + character, row.to));
  };
  const shown = found.map((one): Diagnostic => {
    const [from, to] = [placeOf(one.range.start), placeOf(one.range.end)];
    const message = typeof one.message === "string" ? one.message : one.message.value;
    const corrections = actions.filter(({ diagnostics = [] }) => diagnostics.some((other) => same(other, one)));
    return {
      from,
      to: Math.max(from, to),
      severity: SEVERITIES[one.severity ?? 1] ?? "error",
      message,
      renderMessage: () => element("div", {}, ...message.split("\n").map((line) => element("p", {}, line))),
      actions: corrections.flatMap((action): Action[] => {
        const edits = action.edit?.changes?.[plugin.uri] ?? [];
        const [edit] = edits;
        // What is more than one stretch of this file is no matter of a button.
        if (edit === undefined || edits.length > 1) return [];
        const [start, end] = [placeOf(edit.range.start) - from, placeOf(edit.range.end) - from];
        const apply = (own: EditorView, at: number): void => {
          own.dispatch({ changes: { from: at + start, to: at + end, insert: edit.newText }, userEvent: "input" });
          own.focus();
        };
        return [{ name: action.title, apply }];
      }),
    };
  });
  view.dispatch(setDiagnostics(view.state, shown));
}

function same(a: Shown, b: Shown): boolean {
  return a.code === b.code && a.message === b.message && JSON.stringify(a.range) === JSON.stringify(b.range);
}

/** Tells the server what is typed. */
const telling = ViewPlugin.fromClass(
  class {
    #timer = 0;

    update({ docChanged, view }: ViewUpdate): void {
      if (!docChanged) return;
      clearTimeout(this.#timer);
      this.#timer = Number(setTimeout(() => LSPPlugin.get(view)?.client.sync(), REST_MS));
    }

    destroy(): void {
      clearTimeout(this.#timer);
    }
  },
);
