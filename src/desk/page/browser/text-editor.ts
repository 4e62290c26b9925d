import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { yaml } from "@codemirror/lang-yaml";
import { bracketMatching, HighlightStyle, indentOnInput, syntaxHighlighting } from "@codemirror/language";
import { lintGutter, lintKeymap } from "@codemirror/lint";
import { formatKeymap, hoverTooltips, jumpToDefinitionKeymap, LSPClient } from "@codemirror/lsp-client";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { Annotation, EditorState, Transaction } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { say } from "./dom.ts";
import { LanguageLink } from "./language-link.ts";
import { findingsOfServer } from "./text-findings.ts";
import { namesOfServer } from "./text-names.ts";

/** What a text view is given. */
type TextView = {
  /** Where it is drawn. */
  readonly host: HTMLElement;
  readonly text: string;
  /** The file as the language server names it. */
  readonly address: string;
  /** Somebody has typed. */
  readonly onType: () => void;
  /** The view is left, or its text is to be written. */
  readonly onDone: (text: string) => void;
  /** Another file is asked for by its address. */
  readonly onShow: (address: string) => void;
};

/** A text view that is open. */
export type TextEditor = {
  readonly text: () => string;
  /** Puts what stands in the file now in the place of what is shown; the cursor stays where it is. */
  readonly replace: (text: string) => void;
  readonly close: () => void;
};

/** What is not typed. */
const FROM_FILE = Annotation.define<true>();

/**
 * Opens the text of a record in an editor, with the language server behind it. It is drawn in a tree of its own: its styles are sheets that are
 * made in memory, which the policy of the page lets in nowhere else.
 */
export function openTextEditor({ host, text, address, onType, onDone, onShow }: TextView): TextEditor {
  const client = new LSPClient({
    sanitizeHTML: plainHtml,
    // The first answer waits until the records are read.
    timeout: 30_000,
    extensions: [findingsOfServer(), hoverTooltips({ hoverTime: 350 })],
    notificationHandlers: { "window/logMessage": () => true },
  });
  const { workspace } = client;
  const own = workspace.displayFile.bind(workspace);
  // There is one file in the view; others are shown by the page.
  workspace.displayFile = async (wanted) => {
    const shown = await own(wanted);
    if (shown === null) onShow(wanted);
    return shown;
  };
  const link = new LanguageLink(() => {
    if (client.connected) client.disconnect();
    client.connect(link);
  });
  const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(),
        lintGutter(),
        history(),
        drawSelection(),
        indentOnInput(),
        bracketMatching(),
        closeBrackets(),
        highlightActiveLine(),
        // Of a long text the browser has only what is in view: it is sought here.
        search(),
        highlightSelectionMatches(),
        EditorView.lineWrapping,
        yaml(),
        syntaxHighlighting(COLOURS),
        autocompletion({ override: [namesOfServer], icons: false }),
        keymap.of([
          {
            key: "Mod-s",
            preventDefault: true,
            run: ({ state }) => {
              onDone(state.doc.toString());
              return true;
            },
          },
          ...closeBracketsKeymap,
          ...defaultKeymap,
          ...historyKeymap,
          ...searchKeymap,
          ...completionKeymap,
          ...lintKeymap,
          ...formatKeymap,
          ...jumpToDefinitionKeymap,
        ]),
        EditorView.contentAttributes.of({ "aria-label": say("textOfFile"), spellcheck: "false" }),
        EditorView.updateListener.of(({ docChanged, transactions }) => {
          if (docChanged && transactions.some((one) => one.docChanged && one.annotation(FROM_FILE) !== true)) onType();
        }),
        EditorView.domEventHandlers({
          beforeinput: replaceSelection,
          blur: (_event, { state }) => {
            onDone(state.doc.toString());
          },
        }),
        EditorState.phrases.of({
          Diagnostics: say("findings"),
          "No diagnostics": say("noFindings"),
          close: say("close"),
          Completions: say("suggestions"),
          ...SEARCH_WORDS,
        }),
        THEME,
        client.plugin(address, "yaml"),
      ],
    }),
  });
  return {
    text: () => view.state.doc.toString(),
    replace: (next) => {
      const changes = differenceOf(view.state.doc.toString(), next);
      if (changes === null) return;
      view.dispatch({ changes, annotations: [FROM_FILE.of(true), Transaction.addToHistory.of(false)] });
    },
    close: () => {
      view.destroy();
      client.disconnect();
      link.close();
    },
  };
}

/**
 * What is typed over a selection takes its place by the editor's own hand. A browser keeps the look of what it takes out by a style in the text, which
 * the policy of the page does not let in.
 */
function replaceSelection(event: InputEvent, view: EditorView): boolean {
  const { inputType, data } = event;
  const { from, to, empty } = view.state.selection.main;
  if (inputType !== "insertText" || data === null || empty || view.composing) return false;
  const insert = () => view.state.update(view.state.replaceSelection(data), { userEvent: "input.type" });
  const taken = view.state.facet(EditorView.inputHandler).some((handler) => handler(view, from, to, data, insert));
  if (!taken) view.dispatch(insert());
  event.preventDefault();
  return true;
}

/** Words of the panel of the search. */
const SEARCH_WORDS = {
  Find: say("findInText"),
  Replace: say("replaceBy"),
  next: say("next"),
  previous: say("previous"),
  all: say("allMatches"),
  "match case": say("matchCase"),
  regexp: say("regexp"),
  "by word": say("byWord"),
  replace: say("replace"),
  "replace all": say("replaceAll"),
  "replaced $ matches": say("replacedMatches"),
  "replaced match on line $": say("replacedOnLine"),
  "current match": say("currentMatch"),
  "on line": say("onLine"),
  "Go to line": say("goToLine"),
  go: say("go"),
};

/** The one stretch in which two texts differ; null where they are the same. */
function differenceOf(before: string, after: string) {
  if (before === after) return null;
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  return { from: head, to: before.length - tail, insert: after.slice(head, after.length - tail) };
}

/** What a page may take from an explanation: it is made of the words of records. */
const PLAIN = new Set([
  "p",
  "strong",
  "em",
  "code",
  "pre",
  "ul",
  "ol",
  "li",
  "br",
  "hr",
  "table",
  "thead",
  "tbody",
  "tr",
  "th",
  "td",
]);

function plainHtml(html: string): string {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  for (const node of body.querySelectorAll("*")) {
    if (!PLAIN.has(node.localName)) node.replaceWith(...node.childNodes);
    else for (const { name } of [...node.attributes]) node.removeAttribute(name);
  }
  return body.innerHTML;
}

const COLOURS = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: "var(--accent)" },
  { tag: tags.comment, color: "var(--soft)", fontStyle: "italic" },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--ink)" },
  { tag: [tags.meta, tags.labelName, tags.keyword], color: "var(--warning)" },
]);

const UNDERLINES = Object.fromEntries(
  (
    [
      ["error", "--error"],
      ["warning", "--warning"],
      ["info", "--accent"],
    ] as const
  ).flatMap(([severity, colour]) => [
    [`.cm-lintRange-${severity}`, { backgroundImage: "none", textDecoration: `underline wavy var(${colour}) 1px` }],
    [`.cm-diagnostic-${severity}`, { borderLeftColor: `var(${colour})` }],
  ]),
);

const THEME = EditorView.theme({
  "&": { color: "var(--ink)", font: "0.8125rem / 1.5 var(--mono)", minHeight: "60vh" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { font: "inherit" },
  ".cm-content": { caretColor: "var(--ink)" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  ".cm-gutters": { background: "none", color: "var(--soft)", border: "0" },
  ".cm-activeLine": { background: "color-mix(in srgb, var(--chosen) 45%, transparent)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    background: "color-mix(in srgb, var(--accent) 30%, transparent)",
  },
  ".cm-tooltip": {
    maxWidth: "min(30rem, 90vw)",
    background: "var(--card)",
    color: "var(--ink)",
    border: "1px solid var(--edge)",
    borderRadius: "0.25rem",
    boxShadow: "var(--shadow)",
    font: "0.8125rem / 1.45 var(--sans)",
  },
  ".cm-lsp-documentation": { maxHeight: "40vh", overflow: "auto", padding: "0.375rem 0.625rem" },
  ".cm-tooltip-autocomplete > ul": { font: "inherit", maxHeight: "16rem" },
  ".cm-tooltip-autocomplete > ul > li": { padding: "0.1875rem 0.5rem", whiteSpace: "normal" },
  ".cm-tooltip-autocomplete > ul > li[aria-selected]": { background: "var(--chosen)", color: "var(--ink)" },
  ".cm-completionDetail": { color: "var(--soft)", fontStyle: "normal" },
  ".cm-diagnostic": { maxWidth: "30rem" },
  ".cm-diagnostic p": { margin: "0.125rem 0" },
  ".cm-diagnosticAction": {
    margin: "0.25rem 0 0.125rem",
    padding: "0.125rem 0.5rem",
    background: "var(--accent)",
    color: "var(--card)",
    borderRadius: "0.25rem",
    font: "inherit",
  },
  ".cm-search input, .cm-search button, .cm-search label": { font: "0.8125rem var(--sans)" },
  ".cm-textfield": { border: "1px solid var(--edge)", background: "var(--card)", color: "var(--ink)" },
  ".cm-button": { border: "1px solid var(--edge)", background: "var(--card)", color: "var(--ink)" },
  ".cm-searchMatch": { background: "color-mix(in srgb, var(--warning) 35%, transparent)" },
  ".cm-searchMatch-selected": { outline: "1px solid var(--warning)" },
  ".cm-panels": { background: "var(--panel)", color: "var(--ink)" },
  ...UNDERLINES,
});
