import { readAttribute, readAttributeSet } from './attributes.ts';
import { anyType, builtinTypes } from './builtin-types.ts';
import type { Catalog } from './catalog.ts';
import { completeModel } from './complete.ts';
import { readComplexType } from './complex-types.ts';
import { readDocuments, type Library } from './documents.ts';
import { readElement } from './elements.ts';
import { readIdentity } from './identities.ts';
import type { AttributeGroup, Narrowed, SchemaModel, Type } from './model.ts';
import { keyOf, type QName } from '../qname.ts';
import { xsd } from './names.ts';
import { readGroup } from './particles.ts';
import { describe, oncePerSource, type Reading } from './reading.ts';
import { SchemaError } from './schema-error.ts';
import { readSimpleType } from './simple-types.ts';
import type { Source } from './source.ts';
import { readTables, type Tables } from './tables.ts';

/**
 * Reads an XSD 1.0 schema whole; includes, imports and redefinitions are found in `files` by relative name, or by what the catalogue says.
 * Throws `SchemaError` for anything that is not understood.
 */
export const readSchema = (files: Library['files'], entry: string, catalog?: Catalog): SchemaModel => {
  try {
    return read({ files, catalog }, entry);
  } catch (error) {
    // The only way to run out of stack here: a schema that nests or refers further than any honest one.
    if (!(error instanceof RangeError)) throw error;
    throw new SchemaError('schema', { file: entry, line: 1 }, new Error('it is nested too deep', { cause: error }));
  }
};

const read = (library: Library, entry: string): SchemaModel => {
  const documents = readDocuments(library, entry);
  const tables = readTables(documents);
  const reading = createReading(tables);
  const root = documents.at(-1);
  return completeModel({
    entry,
    root: root?.claims['root'] ?? `${entry}#root`,
    targetNamespace: root?.document.targetNamespace ?? '',
    files: [...new Set(documents.map((one) => one.document.file))],
    elements: mapValues(tables.element, reading.element),
    attributes: mapValues(tables.attribute, reading.attribute),
    types: mapValues(ownTypes(tables), (source) => typeAt(source, reading)),
    notations: tables.notations,
    narrowed: tables.narrowed.map((pair) => readNarrowed(pair, reading)),
    groups: [...tables.group.values()].map(reading.group),
    attributeGroups: [...tables.attributeGroup.values()].map((source) => attributeGroup(source, reading)),
  });
};

const readNarrowed = ([own, base]: Tables['narrowed'][number], reading: Reading): Narrowed => {
  if (own.tag === 'group') return { kind: 'group', own: reading.group(own), base: reading.group(base) };
  return { kind: 'attributes', own: attributeGroup(own, reading), base: attributeGroup(base, reading) };
};

const attributeGroup = (source: Source, reading: Reading): AttributeGroup => {
  const { uses, any } = reading.attributeGroup(source);
  return { attributes: uses, anyAttribute: any, place: source.place };
};

const mapValues = <From, To>(map: ReadonlyMap<string, From>, use: (value: From) => To): ReadonlyMap<string, To> =>
  new Map([...map].map(([key, value]) => [key, use(value)]));

const createReading = (tables: Tables): Reading => {
  const once = oncePerSource();
  const reading: Reading = {
    element: once((source) => readElement(source, reading)),
    attribute: once((source) => readAttribute(source, reading)),
    simpleType: once((source) => readSimpleType(source, reading)),
    complexType: once((source) => readComplexType(source, reading)),
    group: once((source) => readGroup(source, reading)),
    attributeGroup: once((source) => readAttributeSet(source, reading)),
    identity: once(readIdentity),
    find: (tag, name, from) => tables.find(tag, name, from),
    typeNamed: (name, from) => builtin(name, from) ?? typeAt(tables.find('type', name, from), reading),
  };
  return reading;
};

const typeAt = (source: Source, reading: Reading): Type =>
  source.tag === 'complexType' ? reading.complexType(source) : reading.simpleType(source);

const builtinNamed = (name: string): Type | undefined => (name === 'anyType' ? anyType : builtinTypes.get(name));

/** Without what the schema for schemas says of the built-in types, which is known (part 2, 3). */
const ownTypes = ({ type }: Tables): Tables['type'] =>
  new Map(
    [...type].filter(([key]) => !key.startsWith(`{${xsd}}`) || builtinNamed(key.slice(xsd.length + 2)) === undefined),
  );

const builtin = (name: QName, from: Source): Type | undefined => {
  if (name.namespace !== xsd) return undefined;
  const type = builtinNamed(name.name);
  // The schema for schemas has types of its own beside them.
  if (type === undefined && from.document.targetNamespace !== xsd)
    throw new SchemaError(describe(from), from.place, `XSD 1.0 has no type '${keyOf(name)}'`);
  return type;
};
