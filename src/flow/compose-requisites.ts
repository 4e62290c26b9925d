import type { Approval, Block, Inlines, PartiesBlock, SignatureBlock, SignedMark } from "../document/index.ts";
import type { ComposeContext } from "./compose-flow.ts";
import type { FlowBlock, FlowCell, FlowParagraph, FlowRow } from "./flow.ts";
import { layoutCell, layoutTable, paragraph, styled, textRun } from "./paragraph.ts";

type Requisites = {
  readonly [type in Extract<
    Block["type"],
    | "letterhead"
    | "kind-title"
    | "dateline"
    | "title"
    | "approvals"
    | "annex-mark"
    | "signature"
    | "parties"
    | "acquaintance"
    | "executor"
  >]: (
    block: Extract<Block, { readonly type: type }>,
    context: ComposeContext,
    previous: Block | undefined,
  ) => FlowBlock[];
};
type Requisite = Extract<Block, { readonly type: keyof Requisites }>;

export function isRequisite(block: Block): block is Requisite {
  return Object.hasOwn(REQUISITES, block.type);
}

/** A requisite as paragraphs and layout tables, by the measures of the profile. @see ГОСТ Р 7.0.97-2016, раздел 5 */
export function composeRequisite(block: Requisite, context: ComposeContext, previous: Block | undefined): FlowBlock[] {
  return (
    REQUISITES[block.type] as (block: Requisite, context: ComposeContext, previous: Block | undefined) => FlowBlock[]
  )(block, context, previous);
}

const LETTERHEAD_STYLE = {
  superior: "superior",
  organisation: "organisation",
  short: "short-name",
  contact: "contact",
} as const;

const REQUISITES: Requisites = {
  letterhead: (block, context) => {
    const { profile, textWidthMm } = context;
    const width = Math.min(profile.letterhead.widthMm, textWidthMm);
    const lines = block.lines.map((line) => styled(LETTERHEAD_STYLE[line.role], line.inlines, context));
    return [
      layoutTable([width], [{ cells: [layoutCell(lines)], keepNext: true }], {
        indentMm: (textWidthMm - width) / 2,
        afterPt: profile.spacing.afterLetterheadPt,
      }),
    ];
  },
  "kind-title": (block, context) => [{ ...styled("kind-title", block.inlines, context), role: "title", outline: null }],
  dateline: (block, context) => {
    const { textWidthMm } = context;
    const [left, right] = block.layout === "order" ? [block.date, block.number] : [block.place, block.date];
    const row: FlowRow = {
      cells: [
        layoutCell([styled("dateline-left", left ?? [], context)]),
        layoutCell([styled("dateline-right", right ?? [], context)]),
      ],
      keepNext: true,
    };
    const place = block.layout === "order" && block.place !== null ? [styled("place", block.place, context)] : [];
    return [layoutTable([textWidthMm / 2, textWidthMm / 2], [row]), ...place];
  },
  title: (block, context) => [
    { ...styled(block.align === "left" ? "title" : "title-center", block.inlines, context), role: "title" },
  ],
  approvals: (block, context) => {
    const { profile, textWidthMm } = context;
    const width = Math.min(profile.stamp.widthMm, textWidthMm / 2);
    const stamp = (approval: Approval | null): FlowCell =>
      layoutCell(approval === null ? [paragraph("stamp", [])] : stampLines(approval, context));
    const cells = [stamp(block.left), layoutCell([paragraph("stamp", [])]), stamp(block.right)];
    return [
      layoutTable([width, textWidthMm - 2 * width, width].map(atLeast), [{ cells, keepNext: true }], {
        afterPt: profile.spacing.afterApprovalsPt,
      }),
    ];
  },
  "annex-mark": (block, context) => {
    const { profile, textWidthMm } = context;
    const width = profile.annexMark.widthMm;
    const lines = block.lines.map((line) => styled("annex-mark", line, context));
    return [
      layoutTable(
        [textWidthMm - width, width],
        [{ cells: [layoutCell([paragraph("annex-mark", [])]), layoutCell(lines)], keepNext: true }],
        { afterPt: profile.spacing.afterAnnexMarkPt },
      ),
    ];
  },
  signature: (block, context, previous) => {
    const { spacing } = context.profile;
    return [
      layoutTable(signatureColumns(context), signatureRows(block, context), {
        beforePt: previous?.type === "signature" ? spacing.betweenSignaturesPt : spacing.beforeSignaturePt,
      }),
    ];
  },
  parties: (block, context) => [composeParties(block, context)],
  acquaintance: (block, context) => {
    const { profile, textWidthMm } = context;
    const [sign, , date] = profile.acquaintance.columnsMm;
    const gap = profile.acquaintance.gapMm;
    const columns = [sign - gap, gap, textWidthMm - sign - date, gap, date - gap];
    const rows = block.people.map((person): FlowRow => {
      const text: Inlines = [
        ...person.name,
        ...(person.post === null ? [] : [{ type: "text" as const, text: ", " }, ...person.post]),
      ];
      const empty = (): FlowCell => layoutCell([paragraph("acquaintance", [])]);
      const rule = (): FlowCell => layoutCell([paragraph("acquaintance", [])], { rules: "bottom", vertical: "bottom" });
      return {
        cells: [
          rule(),
          empty(),
          layoutCell([styled("acquaintance", text, context)], { vertical: "bottom" }),
          empty(),
          rule(),
        ],
        keepNext: false,
      };
    });
    return [styled("acquaintance-head", block.heading, context), layoutTable(columns, rows)];
  },
  executor: (block, context) =>
    block.lines.map((line, index) => ({
      ...styled("executor", line, context),
      beforePt: index === 0 ? context.profile.spacing.beforeExecutorPt : null,
      keepNext: index < block.lines.length - 1,
    })),
};

/** A column of no width cannot be drawn. */
function atLeast(width: number): number {
  return Math.max(width, 0.5);
}

function stampLines(approval: Approval, context: ComposeContext): FlowParagraph[] {
  const { word, lines, sign } = approval;
  const beforePt = context.profile.spacing.inStampPt;
  const signed =
    sign === null ? [] : [{ ...styled("stamp", signatureLine(context.profile.stamp.lineMm, sign), context), beforePt }];
  const dated = sign?.date ? [{ ...styled("stamp", sign.date, context), beforePt }] : [];
  return [
    ...(word === "" ? [] : [paragraph("stamp-word", [textRun(word)])]),
    ...lines.map((line) => styled("stamp", line, context)),
    ...signed,
    ...dated,
  ];
}

/** «________ И.О. Фамилия» in one line; in a public edition «(подпись) И.О. Фамилия», or the mark alone where the name is withheld. */
function signatureLine(lineMm: number, { name, signed }: { readonly name: Inlines } & SignedMark): Inlines {
  const line: Inlines = signed ?? [{ type: "blank", widthMm: lineMm }];
  return name.length === 0 && signed !== undefined ? line : [...line, { type: "text", text: "\u00a0" }, ...name];
}

function signatureColumns({ profile, textWidthMm }: ComposeContext): number[] {
  const [, line, name] = profile.signature.columnsMm;
  const gap = profile.signature.gapMm;
  return [textWidthMm - line - name - gap, gap, line - gap, gap, name];
}

/** The post over as many lines as it needs; the rule and the name stand level with its last line. */
function signatureRows(block: SignatureBlock, context: ComposeContext): FlowRow[] {
  const { profile } = context;
  const gap = (): FlowCell => layoutCell([paragraph("signature-line", [])]);
  const post =
    block.post.length === 0
      ? [paragraph("signature-post", [])]
      : block.post.map((line) => styled("signature-post", line, context));
  const signed: FlowRow = {
    cells: [
      layoutCell(post, { vertical: "bottom" }),
      gap(),
      block.signed === undefined
        ? layoutCell([paragraph("signature-line", [])], { rules: "bottom", vertical: "bottom" })
        : layoutCell([styled("signature-line", block.signed, context)], { vertical: "bottom" }),
      gap(),
      layoutCell([styled("signature-name", block.name, context)], { vertical: "bottom" }),
    ],
    keepNext: block.seal,
  };
  if (!block.seal) return [signed];
  const seal: FlowRow = {
    cells: [
      layoutCell([paragraph("signature-post", [])]),
      gap(),
      layoutCell([paragraph("signature-line", [textRun(profile.marks.seal)])]),
      gap(),
      layoutCell([paragraph("signature-post", [])]),
    ],
    keepNext: false,
  };
  return [signed, seal];
}

/** Two columns; each kind of line is a row of its own, so that the signatures stand level. */
function composeParties(block: PartiesBlock, context: ComposeContext): FlowBlock {
  const { profile, textWidthMm } = context;
  const { spacing } = profile;
  const { gapMm, lineMm } = profile.parties;
  const count = Math.max(1, block.parties.length);
  const width = (textWidthMm - gapMm * (count - 1)) / count;
  const columns = block.parties.flatMap((_, index) => (index === 0 ? [width] : [gapMm, width]));
  type Party = PartiesBlock["parties"][number];
  const row = (
    lines: (party: Party) => readonly FlowParagraph[],
    keepNext: boolean,
    vertical: FlowCell["vertical"] = "top",
  ): FlowRow => ({
    cells: block.parties.flatMap((party, index) => {
      const own = lines(party);
      const cell = layoutCell(own.length === 0 ? [paragraph("party-line", [])] : own, { vertical });
      return index === 0 ? [cell] : [layoutCell([paragraph("party-line", [])]), cell];
    }),
    keepNext,
  });
  const signed = (party: Party): FlowParagraph[] => [
    { ...styled("party-line", signatureLine(lineMm, party), context), beforePt: spacing.beforePartySignaturePt },
  ];
  return layoutTable(columns, [
    row((party) => [styled("party-title", party.title, context)], true),
    row((party) => party.lines.map((line) => styled("party-line", line, context)), true),
    row(
      (party) =>
        party.post.map((line, index) => ({
          ...styled("party-line", line, context),
          beforePt: index === 0 ? spacing.beforePartyPostPt : null,
        })),
      true,
      "bottom",
    ),
    row(
      signed,
      block.parties.some(({ seal }) => seal),
    ),
    ...(block.parties.some(({ seal }) => seal)
      ? [
          row(
            (party) => [
              {
                ...paragraph("party-line", party.seal ? [textRun(profile.marks.seal)] : []),
                beforePt: spacing.inStampPt,
              },
            ],
            false,
          ),
        ]
      : []),
  ]);
}
