import type { Nodes } from "mdast";
import { type Defined, didYouMean, suggest, type Text, text } from "../../base/diagnostics/index.ts";
import { FINDINGS } from "./findings.ts";

type Directive = {
  readonly name: string;
  readonly attributes?: { readonly [name: string]: string | null | undefined } | null | undefined;
  readonly position?: Nodes["position"];
};

type Reporter = {
  readonly report: (finding: Defined, message: Text, hints: Text | readonly Text[], node: Directive) => void;
};

/** An attribute that the directive does not have would be passed over in silence. Code TRC3303. */
export function checkAttributes(node: Directive, known: readonly string[], context: Reporter): void {
  for (const name of Object.keys(node.attributes ?? {})) {
    if (known.includes(name)) continue;
    const near = suggest(name, known, 1);
    const all = known.join(", ");
    context.report(
      FINDINGS.TRC3303,
      text(
        `У директивы «${node.name}» нет атрибута «${name}»`,
        `The directive “${node.name}” has no attribute “${name}”`,
      ),
      [
        near.length > 0
          ? didYouMean(near)
          : all === ""
            ? text("Уберите его: у этой директивы атрибутов нет", "Take it out: this directive has none")
            : text(`Бывают: ${all}`, `There are: ${all}`),
      ],
      node,
    );
  }
}
