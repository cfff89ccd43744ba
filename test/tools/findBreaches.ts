import { posix } from 'node:path';
import { type Import, type ModuleUses, readModule } from './readModule.ts';

/** Who may import whom, and what only some folders may use. A file directly in `src` counts as a folder. */
export type Rules = {
  /** Folder → the folders it may import besides itself. */
  readonly mayImport: Readonly<Record<string, readonly string[]>>;
  /** Folders that import no package at all. */
  readonly packageFree: readonly string[];
  readonly alone: readonly Alone[];
  readonly forbiddenFolders: readonly string[];
};

/** Something that only these folders, or single files, may use. A name imported from a package is written `package#name`. */
export type Alone = {
  readonly what: keyof ModuleUses;
  readonly name: RegExp;
  readonly folders: readonly string[];
};

/** Every breach of the rules in a module, as sentences that begin with its file. Files are relative to `src`. */
export function findBreaches(file: string, text: string, rules: Rules): string[] {
  const uses = readModule(file, text);
  const breaches = [
    ...placeBreaches(file, rules),
    ...uses.imports.flatMap((imported) => importBreaches(file, imported, rules)),
    ...rules.alone.flatMap((alone) => aloneBreaches(file, uses, alone)),
  ];
  return breaches.map((breach) => `${file}: ${breach}`);
}

function placeBreaches(file: string, { mayImport, forbiddenFolders }: Rules): string[] {
  const folders = posix.dirname(file).split('/');
  return [
    ...(folderOf(file) in mayImport ? [] : [`${folderOf(file)} has no line in the table`]),
    ...folders.filter((name) => forbiddenFolders.includes(name)).map((name) => `no folder is called ${name}`),
    ...(/^index\.tsx?$/.test(posix.basename(file)) ? ['is a barrel'] : []),
  ];
}

function importBreaches(file: string, { specifier }: Import, rules: Rules): string[] {
  const folder = folderOf(file);
  if (specifier.startsWith('../')) return [`imports ${specifier}: across folders it is #folder/file.ts`];
  if (!/^[.#]/.test(specifier)) {
    return rules.packageFree.includes(folder) ? [`${folder} imports no package, found ${specifier}`] : [];
  }
  const target = specifier.startsWith('#') ? specifier.slice(1) : posix.join(posix.dirname(file), specifier);
  const isBelow = target.startsWith(`${posix.dirname(file)}/`);
  if (isBelow && specifier.startsWith('#')) return [`imports ${specifier}: inside a folder it is ./file.ts`];
  const other = folderOf(target);
  const isAllowed = other === folder || rules.mayImport[folder]?.includes(other);
  return isAllowed ? [] : [`${folder} may not import ${other} (${specifier})`];
}

function aloneBreaches(file: string, uses: ModuleUses, { what, name, folders }: Alone): string[] {
  if (folders.includes(folderOf(file)) || folders.includes(file)) return [];
  const used = what === 'imports' ? uses.imports.flatMap(qualifiedNames) : [...uses[what]];
  const only = folders.length > 0 ? `only ${folders.join(', ')} may` : 'nobody may';
  return used.filter((use) => name.test(use)).map((use) => `uses ${use}, which ${only}`);
}

function qualifiedNames({ specifier, names }: Import): string[] {
  return names.length > 0 ? names.map((name) => `${specifier}#${name}`) : [`${specifier}#`];
}

function folderOf(file: string): string {
  return file.split('/', 1)[0] ?? file;
}
