/** Nodes of Handlebars' tree, as its parser would make them. */
type Location = hbs.AST.SourceLocation;

/** A name without a path, as a node of the syntax tree. */
export function bareName(name: string, loc: Location): hbs.AST.PathExpression {
  return {
    type: "PathExpression",
    data: false,
    depth: 0,
    parts: [name],
    original: name,
    loc,
  } as unknown as hbs.AST.PathExpression;
}

/** A text in quotes, as a node of the syntax tree. */
export function textLiteral(value: string, loc: Location): hbs.AST.StringLiteral {
  return { type: "StringLiteral", value, original: value, loc } as hbs.AST.StringLiteral;
}

/** A number, as a node of the syntax tree. */
export function numberLiteral(value: number, loc: Location): hbs.AST.NumberLiteral {
  return { type: "NumberLiteral", value, original: value, loc } as hbs.AST.NumberLiteral;
}

/** A named argument, as a node of the syntax tree. */
export function hashPair(key: string, value: hbs.AST.Expression, loc: Location): hbs.AST.HashPair {
  return { type: "HashPair", key, value, loc };
}
