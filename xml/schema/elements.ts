import { anyType } from './builtin-types.ts';
import { qualifies, readValue } from './attributes.ts';
import type { ElementDeclaration, Type } from './model.ts';
import type { QName } from '../qname.ts';
import {
  childOf,
  childrenOf,
  derivationsOf,
  identify,
  isTrue,
  lazy,
  referenceOf,
  valueOf,
  type Reading,
} from './reading.ts';
import { SchemaError } from './schema-error.ts';
import type { Source } from './source.ts';

/** Reads `xs:element` as a declaration (part 1, 3.3); its type and head are read when first asked for. */
export const readElement = (source: Source, reading: Reading): ElementDeclaration => {
  const type = lazy(() => elementType(source, reading));
  const head = lazy(() => elementHead(source, reading));
  return {
    ...identify(source),
    kind: 'element',
    name: elementName(source),
    global: source.global,
    get type() {
      return type();
    },
    nillable: isTrue(source, 'nillable'),
    abstract: isTrue(source, 'abstract'),
    value: readValue(source),
    get head() {
      return head();
    },
    block: derivationsOf(source, 'block'),
    final: derivationsOf(source, 'final'),
    identities: childrenOf(source, 'key', 'unique', 'keyref').map(reading.identity),
    prefixes: source.scope,
  };
};

const elementName = (source: Source): QName => {
  const name = valueOf(source, 'name');
  if (name === undefined) throw new SchemaError('xs:element', source.place, "it has no 'name' or 'ref'");
  return { namespace: qualifies(source, 'element') ? source.document.targetNamespace : '', name };
};

const elementHead = (source: Source, reading: Reading): ElementDeclaration | undefined => {
  const name = referenceOf(source, 'substitutionGroup');
  return name === undefined ? undefined : reading.element(reading.find('element', name, source));
};

/** Its own type, else that of the head of its substitution group, else anything. */
const elementType = (source: Source, reading: Reading): Type => {
  const inline = childOf(source, 'complexType', 'simpleType');
  if (inline !== undefined)
    return inline.tag === 'complexType' ? reading.complexType(inline) : reading.simpleType(inline);
  const name = referenceOf(source, 'type');
  return name === undefined ? (inheritedType(source, reading) ?? anyType) : reading.typeNamed(name, source);
};

/** The type of the head of its substitution group; throws where the heads lead back to it. */
const inheritedType = (source: Source, reading: Reading): Type | undefined => {
  if (inheriting.has(source)) throw new SchemaError('substitutionGroup', source.place, 'it is defined by itself');
  inheriting.add(source);
  try {
    return elementHead(source, reading)?.type;
  } finally {
    inheriting.delete(source);
  }
};

/** The elements whose head is being asked for its type. */
const inheriting = new WeakSet<Source>();
