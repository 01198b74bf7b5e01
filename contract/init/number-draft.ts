import type { FacetKind, SimpleType } from '#xml/schema/model';
import type { DescriptionEntries } from '../description/description-shape.ts';
import type { SchemaPlace } from './places.ts';

type Numbers = DescriptionEntries['service']['answer']['numbers'];

/** The numbers of the shipped contract where the service's own type takes them; undefined where only the type says what they look like. */
export const numbersFor = ({ service }: DescriptionEntries, place: SchemaPlace | undefined): Numbers => {
  const { numbers } = service.answer;
  const type = place?.type.kind === 'complex' ? place.type.simple : place?.type;
  return numbers !== undefined && type !== undefined && takes(type, numbers.first) ? numbers : undefined;
};

/** Types of which any text of digits is a value, but for the bounds of whole numbers. */
const digits: ReadonlySet<string> = new Set([
  ...['string', 'normalizedString', 'token', 'anySimpleType', 'decimal', 'integer', 'positiveInteger'],
  ...['nonNegativeInteger', 'long', 'unsignedLong', 'int', 'unsignedInt'],
]);

/** Said only where nothing but a length narrows the type. */
const takes = (type: SimpleType, text: string): boolean => {
  if (type.builtin) return digits.has(type.name?.name ?? '');
  if (type.variety !== 'atomic' || type.base === undefined) return false;
  return type.facets.every(({ kind, values: [value] }) => fits(kind, value?.text, text)) && takes(type.base, text);
};

const fits = (kind: FacetKind, said: string | undefined, { length }: string): boolean => {
  const limit = Number(said);
  if (kind === 'minLength') return length >= limit;
  if (kind === 'maxLength') return length <= limit;
  return kind === 'length' ? length === limit : kind === 'whiteSpace';
};
