import type { Nodes } from "mdast";
import { type Defined, type Found, meantOrKnown, text } from "../../base/diagnostics/index.ts";
import { FINDINGS } from "./findings.ts";

type Directive = {
  readonly name: string;
  readonly attributes?: { readonly [name: string]: string | null | undefined } | null | undefined;
  /** Attributes that are written more than once. */
  readonly twice?: readonly string[];
  readonly position?: Nodes["position"];
};

type Reporter = {
  readonly report: (finding: Defined, node: Directive, found: Found) => void;
};

/** An attribute that the directive does not have, or has already, would be passed over in silence. Code TRC3303. */
export function checkAttributes(node: Directive, known: readonly string[], context: Reporter): void {
  for (const name of node.twice ?? [])
    context.report(FINDINGS.TRC3303, node, {
      message: text(
        `У директивы «${node.name}» атрибут «${name}» указан дважды`,
        `The directive “${node.name}” has the attribute “${name}” twice`,
      ),
      hints: text(
        "Оставьте одно значение: подействовало бы только последнее",
        "Keep one value: only the last would count",
      ),
    });
  for (const name of Object.keys(node.attributes ?? {})) {
    if (known.includes(name)) continue;
    context.report(FINDINGS.TRC3303, node, {
      message: text(
        `У директивы «${node.name}» нет атрибута «${name}»`,
        `The directive “${node.name}” has no attribute “${name}”`,
      ),
      hints:
        known.length === 0
          ? text("Уберите его: у этой директивы атрибутов нет", "Take it out: this directive has none")
          : meantOrKnown(name, known),
    });
  }
}
