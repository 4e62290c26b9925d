// What scripts/check-rooms.mjs has to know of a source file, taken from its syntax tree. TypeScript 7 has no interface for that, so the 6 of scripts/api is asked.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const ts = createRequire(new URL("api/package.json", import.meta.url))("typescript");

/** In a file that makes a `require` of its own, by whatever name, each path that is given to a call counts. */
const PATH = /^\.\.?\//;
/** Globals that reach outside, by which a pure room would know the disk, the network, the clock or chance. */
const IMPURE = new Set([
  ..."process fetch performance globalThis require eval crypto WebSocket XMLHttpRequest".split(" "),
]);
const RANDOM = /^(random[A-Z]\w*|getRandomValues)$/;
/** What is the same wherever and whenever it is asked. */
const PURE_MEMBERS = /^(process\.platform|Date\.(UTC|parse))$/;

/**
 * Imports (`name` null where it is computed), names passed on from another file (`from`), exports without a docstring, whether something is named
 * `collections`, and which globals a pure room may not use.
 */
export function readSource(file) {
  const text = readFileSync(file, "utf8");
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found = { generated: text.startsWith("// Generated"), imports: [], collections: false, impure: new Set() };
  for (const { fileName } of source.referencedFiles) found.imports.push({ name: fileName });
  const visit = (node) => {
    found.imports.push(...importsAt(node));
    if ((ts.isIdentifier(node) || ts.isStringLiteralLike(node)) && node.text === "collections")
      found.collections = true;
    const use = impureUse(node);
    if (use !== null) found.impure.add(use);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { ...found, ...exportsOf(source) };
}

/** Static, dynamic, type-only and CommonJS imports and re-exports that a node makes. */
function importsAt(node) {
  if (ts.isImportDeclaration(node) || (ts.isExportDeclaration(node) && node.moduleSpecifier))
    return [{ name: node.moduleSpecifier.text }];
  if (ts.isExternalModuleReference(node)) return [{ name: textOf(node.expression) }];
  if (ts.isImportTypeNode(node)) return [{ name: textOf(node.argument.literal) }];
  if (!ts.isCallExpression(node)) return [];
  const [given] = node.arguments;
  if (node.expression.kind === ts.SyntaxKind.ImportKeyword) return [{ name: textOf(given) }];
  if (!/\bcreateRequire\b/.test(node.getSourceFile().text)) return [];
  const name = given && ts.isTemplateExpression(given) ? given.head.text : textOf(given);
  return PATH.test(name) ? [{ name }] : [];
}

/** A literal, or a constant of the file that is one; null where it is computed. */
function textOf(node) {
  if (node === undefined) return null;
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isIdentifier(node)) return null;
  const constants = node.getSourceFile().statements.filter((one) => isConst(one));
  const own = constants.flatMap((one) => one.declarationList.declarations).find(({ name }) => name.text === node.text);
  return own?.initializer && ts.isStringLiteralLike(own.initializer) ? own.initializer.text : null;
}

function isConst(statement) {
  return ts.isVariableStatement(statement) && (statement.declarationList.flags & ts.NodeFlags.Const) !== 0;
}

/** The global that a node uses so that the outcome depends on more than what is given; null where it does not. */
function impureUse(node) {
  if (ts.isMetaProperty(node)) return "import.meta";
  if (!ts.isIdentifier(node)) return null;
  if (RANDOM.test(node.text)) return node.text;
  if (isNameOnly(node)) return null;
  const { parent } = node;
  const member = ts.isPropertyAccessExpression(parent) && parent.expression === node ? parent.getText() : null;
  if (node.text === "Math") return member === "Math.random" || member === null ? "Math.random" : null;
  if (node.text !== "Date") return IMPURE.has(node.text) && !PURE_MEMBERS.test(member) ? (member ?? node.text) : null;
  if (PURE_MEMBERS.test(member) || parent.operatorToken?.kind === ts.SyntaxKind.InstanceOfKeyword) return null;
  const given = ts.isNewExpression(parent) && parent.expression === node ? (parent.arguments ?? []) : [];
  return given.length > 0 && !given.some(ts.isSpreadElement) ? null : (member ?? "Date");
}

/** A property's or a type's name is no use of a global. */
function isNameOnly(node) {
  const { parent } = node;
  return (
    (parent.name === node && !ts.isShorthandPropertyAssignment(parent)) ||
    parent.propertyName === node ||
    ts.isTypeReferenceNode(parent) ||
    ts.isQualifiedName(parent)
  );
}

/**
 * `passed` are names that a file exports of another: `as` is the name there, `name` the one here, `*` for all; `undocumented` are `{ name, line }`.
 */
function exportsOf(source) {
  const declared = new Map();
  const imported = new Map();
  for (const statement of source.statements) {
    for (const name of namesOf(statement)) if (!declared.has(name)) declared.set(name, statement);
    if (ts.isImportDeclaration(statement)) for (const one of importedNames(statement)) imported.set(one.own, one);
  }
  const passed = [];
  const undocumented = [];
  const look = (own, as, statement = declared.get(own)) => {
    if (imported.has(own)) passed.push({ ...imported.get(own), as });
    else if (statement !== undefined && !isDocumented(statement))
      undocumented.push({ name: as, line: source.getLineAndCharacterOfPosition(statement.getStart()).line + 1 });
  };
  for (const statement of source.statements) {
    if (ts.isExportDeclaration(statement)) {
      const from = statement.moduleSpecifier?.text;
      const names = statement.exportClause?.elements ?? [{ name: statement.exportClause?.name ?? { text: "*" } }];
      for (const { propertyName, name } of names) {
        if (from === undefined) look((propertyName ?? name).text, name.text);
        else
          passed.push({
            from,
            name: statement.exportClause?.elements ? (propertyName ?? name).text : "*",
            as: name.text,
          });
      }
    } else if (ts.isExportAssignment(statement)) {
      const { expression } = statement;
      const own = ts.isIdentifier(expression) ? expression.text : null;
      look(own, "default", declared.get(own) ?? statement);
    } else if (statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) {
      const [name] = namesOf(statement);
      // An overload has the docstring of the first.
      const first = declared.get(name) ?? statement;
      if (first === statement || !ts.isFunctionDeclaration(first) || !ts.isFunctionDeclaration(statement))
        look(null, name ?? "default", statement);
    }
  }
  return { passed, undocumented };
}

function namesOf(statement) {
  if (!ts.isVariableStatement(statement)) return statement.name?.text === undefined ? [] : [statement.name.text];
  const bound = (name) =>
    ts.isIdentifier(name) ? [name.text] : name.elements.flatMap((one) => (one.name ? bound(one.name) : []));
  return statement.declarationList.declarations.flatMap(({ name }) => bound(name));
}

function importedNames({ importClause, moduleSpecifier }) {
  const bindings = importClause?.namedBindings;
  const named = bindings === undefined ? [] : ts.isNamespaceImport(bindings) ? [bindings] : bindings.elements;
  return [importClause, ...named]
    .filter((one) => one?.name)
    .map((one) => ({
      own: one.name.text,
      from: moduleSpecifier.text,
      name: one === importClause ? "default" : ts.isNamespaceImport(one) ? "*" : (one.propertyName ?? one.name).text,
    }));
}

/** A docstring says something and stands right above what it is of. */
function isDocumented(statement) {
  const doc = statement.jsDoc?.at(-1);
  if (doc === undefined || !/\p{L}/u.test(ts.getTextOfJSDocComment(doc.comment) ?? "")) return false;
  return !/\n\s*\n/.test(statement.getSourceFile().text.slice(doc.end, statement.getStart()));
}
