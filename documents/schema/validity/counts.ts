import type { Facet, FacetKind, SimpleType } from '#xml/schema/model';
import { facetsOf } from '../values/check.ts';
import { refuse } from './refuse.ts';

/** Checks the facets of a step that count: lengths and digits (part 2, 4.3.1 to 4.3.3, 4.3.11 and 4.3.12). */
export const checkCounts = (type: SimpleType): void => {
  const inherited = type.base === undefined ? [] : facetsOf(type.base);
  for (const facet of type.facets) {
    const value = valueOf(facet);
    const before = (kind: FacetKind): readonly number[] => inherited.filter((one) => one.kind === kind).map(valueOf);
    const bad = againstBase[facet.kind]?.(value, before);
    if (bad === true) refuse(`xs:${facet.kind}`, facet, `${String(value)} is not within what its base allows`);
    if (facet.kind === 'totalDigits' && value === 0) refuse('xs:totalDigits', facet, 'a number has one digit at least');
  }
  checkTogether(type);
};

const valueOf = (facet: Facet): number => Number(facet.values[0]?.text);

type Against = (value: number, before: (kind: FacetKind) => readonly number[]) => boolean;

const againstBase: Readonly<Partial<Record<FacetKind, Against>>> = {
  length: (value, before) => before('length').some((one) => one !== value),
  minLength: (value, before) =>
    before('minLength').some((one) => value < one) ||
    [...before('maxLength'), ...before('length')].some((one) => value > one),
  maxLength: (value, before) =>
    before('maxLength').some((one) => value > one) ||
    [...before('minLength'), ...before('length')].some((one) => value < one),
  totalDigits: (value, before) => before('totalDigits').some((one) => value > one),
  fractionDigits: (value, before) => before('fractionDigits').some((one) => value > one),
};

const checkTogether = (type: SimpleType): void => {
  checkLengths(type);
  checkDigits(type);
};

const own = (type: SimpleType, kind: FacetKind): Facet | undefined => type.facets.find((one) => one.kind === kind);

const first = (type: SimpleType, kind: FacetKind): number | undefined =>
  facetsOf(type)
    .filter((one) => one.kind === kind)
    .map(valueOf)[0];

const checkLengths = (type: SimpleType): void => {
  const [length, least, most] = [own(type, 'length'), own(type, 'minLength'), own(type, 'maxLength')];
  if (length !== undefined && isOutside(valueOf(length), first(type, 'minLength'), first(type, 'maxLength')))
    refuse('xs:length', length, 'it is not between minLength and maxLength');
  const restated = (facet: Facet): boolean =>
    facetsOf(type).some((one) => one !== facet && one.kind === facet.kind && valueOf(one) === valueOf(facet));
  const fixes = first(type, 'length') !== undefined;
  for (const other of [least, most])
    if (fixes && other !== undefined && !restated(other))
      refuse(`xs:${other.kind}`, other, 'it stands beside xs:length (part 2, 4.3.1.4)');
  if (least !== undefined && most !== undefined && valueOf(least) > valueOf(most))
    refuse('xs:minLength', least, 'it is more than maxLength');
};

const checkDigits = (type: SimpleType): void => {
  const facet = own(type, 'fractionDigits') ?? own(type, 'totalDigits');
  const [digits, total] = [first(type, 'fractionDigits'), first(type, 'totalDigits')];
  if (facet !== undefined && digits !== undefined && total !== undefined && digits > total)
    refuse(`xs:${facet.kind}`, facet, 'there are more digits behind the point than in all');
};

const isOutside = (value: number, least = 0, most = Infinity): boolean => value < least || value > most;
