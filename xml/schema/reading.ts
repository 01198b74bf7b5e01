import { attributeOf } from '../tree.ts';
import type {
  AttributeDeclaration,
  AttributeUse,
  ComplexType,
  Component,
  Derivation,
  ElementDeclaration,
  IdentityConstraint,
  ModelGroup,
  ProhibitedAttribute,
  SimpleType,
  Type,
  Wildcard,
} from './model.ts';
import type { QName } from '../qname.ts';
import { qualifyAt } from './names.ts';
import { SchemaError } from './schema-error.ts';
import type { Source } from './source.ts';

/** What a complex type or attribute group says of attributes. */
export interface AttributeSet {
  readonly uses: readonly AttributeUse[];
  readonly prohibited: readonly ProhibitedAttribute[];
  readonly any: Wildcard | undefined;
  /** How many uses there are when every group is written out. */
  readonly written: number;
}

/** The readers of each kind of component, each of which reads a source once; they call one another through this. */
export interface Reading {
  readonly element: (source: Source) => ElementDeclaration;
  readonly attribute: (source: Source) => AttributeDeclaration;
  readonly simpleType: (source: Source) => SimpleType;
  readonly complexType: (source: Source) => ComplexType;
  readonly group: (source: Source) => ModelGroup;
  readonly attributeGroup: (source: Source) => AttributeSet;
  readonly identity: (source: Source) => IdentityConstraint;
  /** The global type of a name, built-in ones included. */
  readonly typeNamed: (name: QName, from: Source) => Type;
  /** The source of the global component of a name. */
  readonly find: (tag: GlobalTag, name: QName, from: Source) => Source;
}

export type GlobalTag = 'element' | 'attribute' | 'type' | 'group' | 'attributeGroup';

/** The value of an attribute of a schema element, trimmed. */
export const valueOf = (source: Source, name: string): string | undefined => attributeOf(source.element, name)?.trim();

/** Is an xs:boolean attribute true. */
export const isTrue = (source: Source, name: string): boolean => {
  const value = valueOf(source, name);
  return value === 'true' || value === '1';
};

/** The first child with one of the tags. */
export const childOf = (source: Source, ...tags: readonly string[]): Source | undefined =>
  source.children.find((child) => tags.includes(child.tag));

/** The children with one of the tags. */
export const childrenOf = (source: Source, ...tags: readonly string[]): readonly Source[] =>
  source.children.filter((child) => tags.includes(child.tag));

/** A QName attribute, resolved as part 1, 3.15.3 has it: a chameleon's unprefixed names are in its includer's namespace. */
export const referenceOf = (source: Source, name: string): QName | undefined => {
  const text = valueOf(source, name);
  return text === undefined ? undefined : resolveName(text, source);
};

/** The same for one word of an attribute that holds several. */
export const resolveName = (text: string, source: Source): QName => {
  const found = qualifyAt(text, source.scope, source.place);
  return source.document.chameleon && found.namespace === ''
    ? { ...found, namespace: source.document.targetNamespace }
    : found;
};

/** What every component has. */
export const identify = (source: Source): Component => ({
  id: source.id,
  claims: source.claims,
  place: source.place,
  annotations: source.annotations,
});

/** `block` or `final` of a source, else that of its schema. */
export const derivationsOf = (source: Source, name: 'block' | 'final'): readonly Derivation[] => {
  const text = valueOf(source, name) ?? attributeOf(source.document.root, `${name}Default`)?.trim() ?? '';
  return text === '#all' ? derivations : derivations.filter((one) => text.split(/\s+/).includes(one));
};

const derivations: readonly Derivation[] = ['extension', 'restriction', 'substitution', 'list', 'union'];

/** A computation that runs once, when first asked for. */
export const lazy = <Result>(make: () => Result): (() => Result) => {
  let made: { readonly result: Result } | undefined;
  return () => (made ??= { result: make() }).result;
};

/** Definitions that lean on one another further than this are taken for an attack. */
const maxDepth = 250;

/** Reads each source once; a definition that needs itself is an error of the schema. */
export const oncePerSource = (): (<Result>(read: (source: Source) => Result) => (source: Source) => Result) => {
  const depth = { now: 0 };
  return (read) => {
    const done = new Map<Source, { readonly result: ReturnType<typeof read> }>();
    const busy = new Set<Source>();
    return (source) => {
      const known = done.get(source);
      if (known !== undefined) return known.result;
      if (busy.has(source)) throw new SchemaError(describe(source), source.place, 'it is defined by itself');
      if (depth.now >= maxDepth)
        throw new SchemaError(describe(source), source.place, 'definitions lean on one another too deep');
      busy.add(source);
      depth.now += 1;
      try {
        const result = read(source);
        done.set(source, { result });
        return result;
      } finally {
        busy.delete(source);
        depth.now -= 1;
      }
    };
  };
};

/** A source as its author knows it: `xs:element 'Titel'`. */
export const describe = (source: Source): string => {
  const name = attributeOf(source.element, 'name') ?? attributeOf(source.element, 'ref');
  return name === undefined ? `xs:${source.tag}` : `xs:${source.tag} '${name}'`;
};
