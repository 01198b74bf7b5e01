import { builtinOf } from '#xml/schema/lexical';
import type { SimpleType, Type } from '#xml/schema/model';
import type { Place } from '#xml/place';
import { ContractError } from '../folder/contract-error.ts';
import { valuesOf } from '../schemas/code-lists.ts';
import { attributeIn, type Editable, partsOf, withAttribute, withContent, withPart, written } from './editable.ts';
import type { Bilingual } from '../texts/bilingual.ts';
import type { Edits } from './edits.ts';
import { escaped } from './escaped.ts';
import { annotation, prefixOf } from './ground-note.ts';
import { placed } from './row-tree.ts';
import { behind, contradiction, unlisted } from './narrow-occurrence.ts';
import { isNarrower, typeNamed } from './text-types.ts';
import { valuesThatAreNo } from './values-of-type.ts';
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
      { nl: `is ${row.path.join('/')} een tekst`, en: `${row.path.join('/')} is a text` },
      behind({ nl: 'in het schema staan er elementen in', en: 'the schema has elements in it' }, at.place),
    );
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

/** The built-in type that takes the place of that of the schema; undefined where that stays. */
const baseFor = (
  simple: SimpleType,
  { place }: TextAt,
  { type, path, place: said }: DescriptionRow,
): string | undefined => {
  if (type === undefined) return undefined;
  const wanted = typeNamed(type);
  if (wanted === undefined) throw new TypeError(`${type} is no type, and was read as one`);
  const own = simple.variety === 'atomic' ? builtinOf(simple) : 'string';
  if (own === wanted || isNarrower(own, wanted)) return undefined;
  if (isNarrower(wanted, own) && simple.variety === 'atomic') {
    if (simple.builtin) return wanted;
    throw new ContractError(
      said,
      `${path.join('/')} is ${type}, and its type ${simple.name?.name ?? ''} (${placed(place)}) says more than xs:${own}, so the two can't be put together; leave the type out, and write a pattern`,
    );
  }
  const name = path.join('/');
  const schema = { nl: `het schema heeft xs:${own}`, en: `the schema has xs:${own}` };
  throw contradiction(said, { nl: `is ${name} ${type}`, en: `${name} is ${type}` }, behind(schema, place));
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
  if (unknown.length > 0) throw contradiction(row.place, mayBe(row, unknown), behind(unlisted, at.place));
  const builtin = base ?? builtinOf(simple);
  const facets: readonly FacetText[] = [
    ...(length === undefined ? [] : lengthsFor(builtin, simple, { at, row, length })),
    ...(pattern === undefined ? [] : [['pattern', pattern] as const]),
  ];
  if (simple.variety === 'atomic') mustFitList(builtin, facets, { row, place: at.place });
  return [...facets, ...values.map((one) => ['enumeration', one] as const)];
};

/** Each value of a row must be of its type, and keep what else the row says. */
const mustFitList = (
  builtin: string,
  facets: readonly FacetText[],
  { row, place }: { readonly row: DescriptionRow; readonly place: Place },
): void => {
  const unfit = valuesThatAreNo(builtin, facets, row.values);
  if (unfit.length === 0) return;
  const isOfType = valuesThatAreNo(builtin, [], unfit).length === 0;
  const name = row.path.join('/');
  if (isOfType)
    throw new ContractError(
      row.place,
      `${name} may be ${unfit.join(', ')} by this row, whose own length or pattern does not take that; correct one of them`,
    );
  const form = formOf(builtin);
  throw contradiction(
    row.place,
    mayBe(row, unfit),
    behind(
      {
        nl: `dat is geen xs:${builtin}, geschreven als ${form}`,
        en: `that is no xs:${builtin}, which is written ${form}`,
      },
      row.type === undefined ? place : row.place,
    ),
  );
};

const mayBe = ({ path }: DescriptionRow, values: readonly string[]): Bilingual => ({
  nl: `mag ${path.join('/')} ${values.join(' of ')} zijn`,
  en: `${path.join('/')} may be ${values.join(', ')}`,
});

const formOf = (builtin: string): string => forms.find(([kinds]) => kinds.test(builtin))?.[1] ?? 'XSD';

const forms: readonly (readonly [RegExp, string])[] = [
  [/^decimal|float|double/, '1.5'],
  [/integer|int$|long|short|byte/i, '15'],
  [/^dateTime/, '2026-12-31T09:30:00'],
  [/^date$/, '2026-12-31'],
  [/^boolean/, 'true, false'],
];

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
  const name = row.path.join('/');
  const [nl, en] = isNumber ? ['cijfer', 'digit'] : ['teken', 'character'];
  const end = most === 1 ? '' : 's';
  const said = {
    nl: `heeft ${name} tot ${String(most)} ${nl}${end}`,
    en: `${name} has up to ${String(most)} ${en}${end}`,
  };
  const refuse = (schema: Bilingual): never => {
    throw contradiction(row.place, said, behind(schema, at.place));
  };
  const [own, floor] = [facetOf(simple, isNumber ? 'totalDigits' : 'maxLength'), facetOf(simple, 'minLength')];
  if (own !== undefined && most > own && most !== Infinity)
    refuse({ nl: `het schema laat er ${String(own)} toe`, en: `the schema takes ${String(own)}` });
  if (floor !== undefined && most < floor)
    refuse({ nl: `het schema eist er ${String(floor)}`, en: `the schema demands ${String(floor)}` });
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
