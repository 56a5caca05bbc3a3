import ts from 'typescript'

/** What is being written, by the names of types. */
type Flattening = {
  readonly program: ts.Program
  readonly checker: ts.TypeChecker
  readonly written: Map<string, { readonly symbol: ts.Symbol; text: string }>
}

/**
 * Writes the types that a module exports as one declaration file that needs no other: every type that they speak of is in it, with
 * its comments. What is worked out from values (`keyof typeof table`) stands there as what it comes to.
 *
 * @param entry  the module's file
 * @throws Error  two types of one name, or an export that is neither a type nor a function
 */
export function flattenDeclarations(entry: string): string {
  const { config } = ts.readConfigFile('tsconfig.json', (path) => ts.sys.readFile(path))
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, process.cwd())
  const program = ts.createProgram([entry], options)
  const checker = program.getTypeChecker()
  const file = program.getSourceFile(entry)
  const module = file && checker.getSymbolAtLocation(file)
  if (module === undefined) throw new Error(`${entry} is no module`)
  const flattening: Flattening = { program, checker, written: new Map() }
  for (const symbol of checker.getExportsOfModule(module)) include(symbol, flattening)
  return `${[...flattening.written.values()].map(({ text }) => text).join('\n\n')}\n`
}

function include(named: ts.Symbol, flattening: Flattening): void {
  const { program, checker, written } = flattening
  const symbol = named.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(named) : named
  const [declaration] = symbol.declarations ?? []
  if (declaration === undefined || ts.isTypeParameterDeclaration(declaration)) return
  if (program.isSourceFileDefaultLibrary(declaration.getSourceFile())) return
  const known = written.get(symbol.name)
  if (known !== undefined && known.symbol !== symbol) throw new Error(`two types are called ${symbol.name}`)
  if (known !== undefined) return
  const entered = { symbol, text: '' }
  written.set(symbol.name, entered)
  entered.text = textOf(declaration, flattening)
}

function textOf(declaration: ts.Declaration, flattening: Flattening): string {
  const comments = ts.getJSDocCommentsAndTags(declaration).map((comment) => `${comment.getText()}\n`)
  if (ts.isTypeAliasDeclaration(declaration))
    return comments.join('') + exported(resolved(declaration, flattening))
  if (!ts.isFunctionDeclaration(declaration) || declaration.type === undefined)
    throw new Error(`neither a type nor a function: ${declaration.getText().slice(0, 60)}`)
  const parameters = declaration.parameters.map(({ name, initializer, type }) => {
    return `${name.getText()}${initializer === undefined ? '' : '?'}: ${resolved(type!, flattening)}`
  })
  const signature = `${declaration.name!.text}(${parameters.join(', ')}): ${resolved(declaration.type, flattening)}`
  return `${comments.join('')}export declare function ${signature}`
}

function exported(text: string): string {
  return text.startsWith('export ') ? text : `export ${text}`
}

/** The text of a node, in which nothing is worked out any more. */
function resolved(node: ts.Node, flattening: Flattening): string {
  const { checker } = flattening
  const isWorkedOut =
    ts.isIndexedAccessTypeNode(node) ||
    (ts.isTypeOperatorNode(node) && node.operator !== ts.SyntaxKind.ReadonlyKeyword)
  if (isWorkedOut) return valuesText(checker.getTypeFromTypeNode(node), checker)
  if (ts.isTypeReferenceNode(node)) include(checker.getSymbolAtLocation(node.typeName)!, flattening)
  const source = node.getSourceFile().text
  const parts: string[] = []
  let end = node.getStart()
  ts.forEachChild(node, (child) => {
    if (child.getStart() < end) return
    parts.push(source.slice(end, child.getStart()), resolved(child, flattening))
    end = child.getEnd()
  })
  return parts.join('') + source.slice(end, node.getEnd())
}

/** What a type says that has no name: texts, numbers, null. */
function valuesText(type: ts.Type, checker: ts.TypeChecker): string {
  if (type.isUnion()) return type.types.map((each) => valuesText(each, checker)).join(' | ')
  const named = ts.TypeFlags.Object | ts.TypeFlags.Intersection | ts.TypeFlags.Any
  if (type.flags & named) throw new Error(`this has to have a name: ${checker.typeToString(type)}`)
  return checker.typeToString(type, undefined, ts.TypeFormatFlags.NoTruncation)
}
