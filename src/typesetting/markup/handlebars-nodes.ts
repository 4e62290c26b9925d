/** Nodes of Handlebars' tree, as its parser would make them. */
type Location = hbs.AST.SourceLocation;

/** A statement of the tree: the library's own types do not distinguish them. */
type StatementNode =
  | hbs.AST.MustacheStatement
  | hbs.AST.BlockStatement
  | hbs.AST.PartialStatement
  | hbs.AST.PartialBlockStatement
  | hbs.AST.ContentStatement
  | hbs.AST.CommentStatement;
/** An expression of the tree. */
export type ExpressionNode =
  | hbs.AST.SubExpression
  | hbs.AST.PathExpression
  | hbs.AST.StringLiteral
  | hbs.AST.NumberLiteral;

/** The statement by its type. */
export function statementOf(node: hbs.AST.Statement): StatementNode {
  return node as StatementNode;
}

/** The expression by its type. */
export function expressionOf(node: hbs.AST.Expression): ExpressionNode {
  return node as ExpressionNode;
}

/** A name without a path, as a node of the syntax tree. */
export function bareName(name: string, loc: Location): hbs.AST.PathExpression {
  return { type: "PathExpression", data: false, depth: 0, parts: [name], original: name, loc };
}

/** A text in quotes, as a node of the syntax tree. */
export function textLiteral(value: string, loc: Location): hbs.AST.StringLiteral {
  return { type: "StringLiteral", value, original: value, loc };
}

/** A number, as a node of the syntax tree. */
export function numberLiteral(value: number, loc: Location): hbs.AST.NumberLiteral {
  return { type: "NumberLiteral", value, original: value, loc };
}

/** A named argument, as a node of the syntax tree. */
export function hashPair(key: string, value: hbs.AST.Expression, loc: Location): hbs.AST.HashPair {
  return { type: "HashPair", key, value, loc };
}
