import { attributeOf, elementsOf, type XmlElement } from '../tree.ts';
import { keyOf, type QName } from '../qname.ts';
import { xsd } from './names.ts';
import { describe, type GlobalTag } from './reading.ts';
import { checkRedefinition, holdsItself } from './redefinition.ts';
import { SchemaError } from './schema-error.ts';
import type { Source } from './source.ts';

/** The global components of all documents of a schema, by kind and name. */
export interface Tables extends Readonly<Record<GlobalTag, ReadonlyMap<string, Source>>> {
  readonly notations: ReadonlySet<string>;
  /** Groups, also of attributes, that a redefinition restricts, each with what it was. */
  readonly narrowed: readonly (readonly [own: Source, base: Source])[];
  readonly find: (tag: GlobalTag, name: QName, from: Source) => Source;
}

/** Sorts global components into tables; a redefinition takes the place of what it redefines. */
export const readTables = (documents: readonly Source[]): Tables => {
  const tables = {
    element: new Map<string, Source>(),
    attribute: new Map<string, Source>(),
    type: new Map<string, Source>(),
    group: new Map<string, Source>(),
    attributeGroup: new Map<string, Source>(),
  };
  const notations = new Set<string>();
  const originals = new Map<string, Source>();
  const narrowed: (readonly [Source, Source])[] = [];
  const add = (source: Source, redefines: boolean): void => {
    const key = keyOf(nameOf(source));
    if (source.tag === 'notation') {
      if (notations.has(key)) throw new SchemaError(describe(source), source.place, 'it is defined already');
      notations.add(key);
    }
    const tag = tableOf(source);
    if (tag === undefined) return;
    const known = tables[tag].get(key);
    checkRepeated(source, known, redefines);
    const original = originalKey(tag, key, source);
    if (redefines && originals.has(original))
      throw new SchemaError(describe(source), source.place, 'it is redefined already (part 1, 3.15.6 clause 2)');
    if (known !== undefined) originals.set(original, known);
    const isGroup = tag === 'group' || tag === 'attributeGroup';
    if (known !== undefined && isGroup && !holdsItself(source)) narrowed.push([source, known]);
    tables[tag].set(key, source);
  };
  for (const document of documents)
    for (const child of document.children) {
      if (child.tag === 'redefine')
        child.children.forEach((one) => {
          checkRedefinition(one);
          add(one, true);
        });
      else add(child, false);
    }
  const find = (tag: GlobalTag, name: QName, from: Source): Source => {
    const key = keyOf(name);
    const found = originals.get(originalKey(tag, key, from)) ?? tables[tag].get(key);
    if (found !== undefined) return checkImported(found, name, from);
    throw new SchemaError(
      describe(from),
      from.place,
      `there is no ${tag} '${key}'; mend the name, or add the import that brings it`,
    );
  };
  return { ...tables, notations, narrowed, find };
};

const checkImported = (found: Source, name: QName, from: Source): Source => {
  mustBeImported(name, from);
  return found;
};

/** A name of another namespace needs an import in the document that uses it (part 1, 3.15.3, QName resolution). */
export const mustBeImported = ({ namespace }: QName, from: Source): void => {
  const { targetNamespace, root } = from.document;
  if (namespace === targetNamespace || importedBy(root).has(namespace)) return;
  const what = namespace === '' ? 'what has no namespace' : `'${namespace}'`;
  throw new SchemaError(describe(from), from.place, `${what} is not imported here; add an xs:import of it`);
};

const imports = new WeakMap<XmlElement, ReadonlySet<string>>();

const importedBy = (root: XmlElement): ReadonlySet<string> => {
  const found = elementsOf(root).filter(({ name, namespace }) => name === 'import' && namespace === xsd);
  const known = imports.get(root) ?? new Set(found.map((one) => attributeOf(one, 'namespace')?.trim() ?? ''));
  imports.set(root, known);
  return known;
};

const nameOf = (source: Source): QName => ({
  namespace: source.document.targetNamespace,
  name: attributeOf(source.element, 'name')?.trim() ?? '',
});

const tableOf = (source: Source): GlobalTag | undefined => {
  if (source.tag === 'simpleType' || source.tag === 'complexType') return 'type';
  return globalTags.find((tag) => tag === source.tag);
};

const globalTags: readonly GlobalTag[] = ['element', 'attribute', 'group', 'attributeGroup'];

const checkRepeated = (source: Source, known: Source | undefined, redefines: boolean): void => {
  if (redefines && known === undefined)
    throw new SchemaError(
      describe(source),
      source.place,
      'it redefines something that the redefined schema does not have',
    );
  if (!redefines && known !== undefined)
    throw new SchemaError(
      describe(source),
      source.place,
      `it is defined already, ${known.place.file}:${String(known.place.line)}`,
    );
};

/** Inside a redefinition its own name means what it redefines (part 1, 4.2.2). */
const originalKey = (tag: GlobalTag, key: string, from: Source): string => {
  const own = from.top?.redefines === true ? `${from.document.file} ${from.top.name}` : '';
  return `${tag} ${key} ${own}`;
};
