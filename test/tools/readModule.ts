import { type ESTree, type ParseResult, parseSync, Visitor } from 'vite';

/** What a module takes from elsewhere, as the architecture rules see it. */
export type ModuleUses = {
  /** Every module it names: `import`, `export … from`, `import()`, types too. */
  readonly imports: readonly Import[];
  /** What it calls or looks into: `fetch`, `history.back`, and `location` when reached through `window` and the like. */
  readonly globals: ReadonlySet<string>;
  /** Every property, object key and JSX attribute it names. */
  readonly properties: ReadonlySet<string>;
};

/** A module that is named, and what is taken from it: `*` stands for all of it. */
export type Import = { readonly specifier: string; readonly names: readonly string[] };

// It loads a module of the build, whose place only the command line knows.
const COMPUTED = 'builder/pages/loadPrerender.ts';

const GLOBAL_OBJECTS = new Set(['window', 'self', 'globalThis', 'document', 'navigator']);

/** Reads a module's text. Throws, naming the file, when it does not parse or computes what it imports. */
export function readModule(file: string, text: string): ModuleUses {
  const parsed = parseSync(file, text);
  if (parsed.errors[0]) throw new Error(`${file}: ${parsed.errors[0].message}`);
  const lateImports = importsInside(parsed.program).flatMap((specifier) => {
    if (specifier === null && file === COMPUTED) return [];
    if (specifier === null) throw new Error(`${file}: import() of something that is computed`);
    return { specifier, names: ['*'] };
  });
  return { imports: [...declaredImports(parsed), ...lateImports], ...namesIn(parsed.program) };
}

function declaredImports({ module }: ParseResult): Import[] {
  const imports = module.staticImports.map(({ moduleRequest, entries }) => ({
    specifier: moduleRequest.value,
    names: entries.map(({ importName }) => importName.name ?? '*'),
  }));
  const exports = module.staticExports.flatMap(({ entries }) => entries);
  const passedOn = exports.flatMap(({ moduleRequest, importName }) =>
    moduleRequest ? [{ specifier: moduleRequest.value, names: [importName.name ?? '*'] }] : [],
  );
  return [...imports, ...passedOn];
}

/** What `import()` expressions and `import('…')` types name; null stands for a computed name. */
function importsInside(program: ESTree.Program): (string | null)[] {
  const specifiers: (string | null)[] = [];
  const add = ({ source }: { source: ESTree.Expression }) => void specifiers.push(literalOf(source));
  new Visitor({ ImportExpression: add, TSImportType: add }).visit(program);
  return specifiers;
}

function namesIn(program: ESTree.Program): Pick<ModuleUses, 'globals' | 'properties'> {
  const globals = new Set<string>();
  const properties = new Set<string>();
  new Visitor({
    CallExpression: ({ callee }) => void (callee.type === 'Identifier' && globals.add(callee.name)),
    MemberExpression: ({ object, property, computed }) => {
      const name = nameOf(property, computed);
      properties.add(name);
      if (object.type === 'Identifier') globals.add(GLOBAL_OBJECTS.has(object.name) ? name : `${object.name}.${name}`);
    },
    Property: ({ key, computed }) => void properties.add(nameOf(key, computed)),
    JSXAttribute: ({ name }) => void (name.type === 'JSXIdentifier' && properties.add(name.name)),
  }).visit(program);
  return { globals, properties };
}

/** The name of a property or key; empty when it is computed from anything but a literal. */
function nameOf(key: ESTree.Expression | ESTree.PropertyKey, computed: boolean): string {
  if (!computed && (key.type === 'Identifier' || key.type === 'PrivateIdentifier')) return key.name;
  return literalOf(key) ?? '';
}

function literalOf(node: ESTree.Expression | ESTree.PropertyKey): string | null {
  return node.type === 'Literal' ? String(node.value) : null;
}
