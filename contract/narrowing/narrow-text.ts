import { builtinOf } from '#xml/schema/lexical';
import type { SimpleType, Type } from '#xml/schema/model';
import { xsd } from '#xml/schema/names';
import { compileSchema } from '#xml/validator';
import { XmlError } from '#xml/xml-error';
import type { Place } from '#xml/place';
import { ContractError } from '../folder/contract-error.ts';
import { valuesOf } from '../schemas/code-lists.ts';
import { attributeIn, type Editable, partsOf, withAttribute, withContent, withPart, written } from './editable.ts';
import type { Edits } from './edits.ts';
import { annotation, escaped, prefixOf } from './ground-note.ts';
import { placed } from './row-tree.ts';
import { contradiction } from './narrow-occurrence.ts';
import { isNarrower, typeNamed } from './text-types.ts';
import type { DescriptionRow, Range } from './rows.ts';

/** An element or attribute with the type of its text. */
export interface TextAt {
  readonly element: Editable;
  readonly type: Type;
  readonly place: Place;
}

/** The element or attribute whose text is as a row says; throws `ContractError` where the schema says something else. */
export const narrowText = ({ grounding }: Edits, at: TextAt, row: DescriptionRow): Editable => {
  if (row.type === undefined && row.length === undefined && row.pattern === undefined && row.values.length === 0)
    return at.element;
  const simple = at.type.kind === 'simple' ? at.type : at.type.simple;
  if (simple === undefined)
    throw contradiction(
      row.place,
      `${row.path.join('/')} is a text`,
      `the schema has elements in it (${placed(at.place)})`,
    );
  mustBePattern(row);
  const base = baseFor(simple, at, row);
  const facets = facetsFor(simple, base, { at, row });
  if (base === undefined && facets.length === 0) return at.element;
  const prefix = prefixOf(at.element);
  const note = annotation(prefix, { grounding, row });
  // A list rests on the ground of its type, and every other facet on one of its own.
  const inner = facets
    .map(([kind, value]) => {
      const start = `<${prefix}${kind} value="${escaped(value)}"`;
      return kind === 'enumeration' ? `${start}/>` : `${start}>${note}</${prefix}${kind}>`;
    })
    .join('');
  return restricted(at, { prefix, note, inner, base, row });
};

const mustBePattern = ({ pattern, place }: DescriptionRow): void => {
  if (pattern === undefined) return;
  const facet = `<xs:pattern value="${escaped(pattern)}"/>`;
  const schema = `<xs:schema xmlns:xs="${xsd}"><xs:simpleType name="p"><xs:restriction base="xs:string">${facet}</xs:restriction></xs:simpleType></xs:schema>`;
  try {
    compileSchema(new Map([['patroon.xsd', Buffer.from(schema)]]), 'patroon.xsd').dispose();
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    throw new ContractError(place, `"${pattern}" is no regular expression of XSD; mend it`, error);
  }
};

/** The built-in type that takes the place of that of the schema; undefined where that stays. */
const baseFor = (
  simple: SimpleType,
  { place }: TextAt,
  { type, path, place: said }: DescriptionRow,
): string | undefined => {
  if (type === undefined) return undefined;
  const wanted = typeNamed(type);
  if (wanted === undefined)
    throw new ContractError(
      said,
      `"${type}" is no type; write tekst, getal, geheel getal, datum, datumtijd, ja/nee, or a type of XSD such as xs:gYear`,
    );
  const own = simple.variety === 'atomic' ? builtinOf(simple) : 'string';
  if (own === wanted || isNarrower(own, wanted)) return undefined;
  if (isNarrower(wanted, own) && simple.variety === 'atomic') {
    if (simple.builtin) return wanted;
    throw new ContractError(
      said,
      `${path.join('/')} is ${type}, and its type ${simple.name?.name ?? ''} (${placed(place)}) says more than xs:${own}, so the two can't be put together; leave the type out, and write a pattern`,
    );
  }
  throw contradiction(said, `${path.join('/')} is ${type}`, `the schema has xs:${own} (${placed(place)})`);
};

type FacetText = readonly [kind: string, value: string];

const facetsFor = (
  simple: SimpleType,
  base: string | undefined,
  { at, row }: { readonly at: TextAt; readonly row: DescriptionRow },
): readonly FacetText[] => {
  const { length, pattern, values } = row;
  const known = valuesOf(simple);
  const unknown = known.length === 0 ? [] : values.filter((one) => !known.includes(one));
  if (unknown.length > 0)
    throw contradiction(
      row.place,
      `${row.path.join('/')} may be ${unknown.join(', ')}`,
      `the list of the schema has no such value (${placed(at.place)})`,
    );
  return [
    ...(length === undefined ? [] : lengthsFor(base ?? builtinOf(simple), simple, { at, row, length })),
    ...(pattern === undefined ? [] : [['pattern', pattern] as const]),
    ...values.map((one) => ['enumeration', one] as const),
  ];
};

const numbers = /decimal|integer|int$|long|short|byte/i;

interface Measured {
  readonly at: TextAt;
  readonly row: DescriptionRow;
  readonly length: Range;
}

const lengthsFor = (builtin: string, simple: SimpleType, measured: Measured): readonly FacetText[] => {
  const { least, most } = measured.length;
  const isNumber = numbers.test(builtin);
  mustHaveRoom(simple, isNumber, measured);
  if (isNumber) return most === Infinity ? [] : [['totalDigits', String(most)]];
  if (!/string|token|name|uri|language|binary/i.test(builtin))
    throw new ContractError(
      measured.row.place,
      `${measured.row.path.join('/')} is xs:${builtin}, which has no length; leave the length out, or write a pattern`,
    );
  return [
    ...((least ?? 0) <= (facetOf(simple, 'minLength') ?? 0) ? [] : [['minLength', String(least)] as const]),
    ...(most === Infinity ? [] : [['maxLength', String(most)] as const]),
  ];
};

const mustHaveRoom = (simple: SimpleType, isNumber: boolean, { at, row, length: { most } }: Measured): void => {
  const said = `${row.path.join('/')} has up to ${String(most)} ${isNumber ? 'digit' : 'character'}${most === 1 ? '' : 's'}`;
  const refuse = (schema: string): never => {
    throw contradiction(row.place, said, `${schema} (${placed(at.place)})`);
  };
  const [own, floor] = [facetOf(simple, isNumber ? 'totalDigits' : 'maxLength'), facetOf(simple, 'minLength')];
  if (own !== undefined && most > own && most !== Infinity) refuse(`the schema takes ${String(own)}`);
  if (floor !== undefined && most < floor) refuse(`the schema demands ${String(floor)}`);
};

const facetOf = (type: SimpleType | undefined, kind: string): number | undefined => {
  if (type === undefined) return undefined;
  const own = type.facets.find((facet) => facet.kind === kind || (facet.kind === 'length' && kind.endsWith('Length')));
  return own === undefined ? facetOf(type.base, kind) : Number(own.values[0]?.text);
};

interface Making {
  readonly prefix: string;
  readonly note: string;
  readonly inner: string;
  readonly base: string | undefined;
  readonly row: DescriptionRow;
}

/** A restriction of what the declaration says of its text. */
const restricted = ({ element, type, place }: TextAt, { prefix, note, inner, base, row }: Making): Editable => {
  const named = base === undefined ? attributeIn(element, 'type') : `${prefix}${base}`;
  const inline = partsOf(element).find(({ name }) => name === 'simpleType');
  if (type.kind === 'complex') {
    if (named === undefined || base !== undefined)
      throw new ContractError(
        row.place,
        `${row.path.join('/')} has text and attributes by a type of its own (${placed(place)}), so its text can't be narrowed here; narrow the schema itself`,
      );
    const content = `<${prefix}complexType>${note}<${prefix}simpleContent><${prefix}restriction base="${named}">${inner}</${prefix}restriction></${prefix}simpleContent></${prefix}complexType>`;
    return withContent(withAttribute(element, 'type', undefined), content, 'after-note');
  }
  const restriction = (start: string, within: string): string =>
    `<${prefix}simpleType>${note}<${prefix}restriction${start}>${within}${inner}</${prefix}restriction></${prefix}simpleType>`;
  if (inline !== undefined && named === undefined)
    return withPart(element, inline, { ...inline, open: restriction('', written([inline])), children: [], close: '' });
  return withContent(
    withAttribute(element, 'type', undefined),
    restriction(` base="${named ?? `${prefix}string`}"`, ''),
    'after-note',
  );
};
