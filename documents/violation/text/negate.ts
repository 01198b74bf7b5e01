import type { Facet, FacetKind, SimpleType } from '#xml/schema/model';

/** Types whose values break one facet of a type and keep as much of the rest as can be, the closest first. */
export const negations = (type: SimpleType, facet: Facet): readonly SimpleType[] => {
  const opposite = oppositeOf(facet);
  const relaxations = [
    (one: Facet): boolean => one !== facet,
    (one: Facet): boolean => one !== facet && one.kind !== 'enumeration' && !isSameSide(one, facet),
    (one: Facet): boolean =>
      one !== facet && one.kind !== 'enumeration' && one.kind !== 'pattern' && !isSameSide(one, facet),
    (one: Facet): boolean => one.kind === 'whiteSpace',
  ];
  return relaxations.flatMap((keep) => {
    const loose = relax(type, keep);
    return opposite.length === 0 ? [loose] : opposite.map((own) => restricted(loose, own));
  });
};

/** The type without some of its facets, at every step; those of built-in types stay. */
const relax = (type: SimpleType, keep: (facet: Facet) => boolean): SimpleType =>
  type.builtin
    ? type
    : { ...type, base: type.base === undefined ? undefined : relax(type.base, keep), facets: type.facets.filter(keep) };

const restricted = (base: SimpleType, facet: Facet): SimpleType => ({ ...base, builtin: false, base, facets: [facet] });

/** A bound on the same side, or a length that fixes both. */
const isSameSide = (one: Facet, other: Facet): boolean => {
  const side = (kind: FacetKind): string => (kind.startsWith('min') ? 'min' : kind.startsWith('max') ? 'max' : kind);
  return one.kind === 'length' || side(one.kind) === side(other.kind);
};

/** Facets that only values beyond the given one keep; none where there is no such facet. */
const oppositeOf = (facet: Facet): readonly Facet[] => {
  const text = facet.values[0]?.text.trim() ?? '';
  const count = Number(text);
  const own = (kind: FacetKind, value: string): Facet => ({
    ...facet,
    id: '',
    kind,
    values: facet.values.slice(0, 1).map((one) => ({ ...one, text: value })),
  });
  switch (facet.kind) {
    case 'maxLength':
      return [own('minLength', String(count + 1))];
    case 'minLength':
      return count === 0 ? [] : [own('maxLength', String(count - 1))];
    case 'length':
      return [own('minLength', String(count + 1)), ...(count === 0 ? [] : [own('maxLength', String(count - 1))])];
    case 'minInclusive':
      return [own('maxExclusive', text)];
    case 'maxInclusive':
      return [own('minExclusive', text)];
    case 'minExclusive':
      return [own('maxInclusive', text)];
    case 'maxExclusive':
      return [own('minInclusive', text)];
    default:
      return [];
  }
};
