import type { Question } from './finding.ts';
import type { DescriptionEntries } from '../description/description-shape.ts';

type Duplicate = NonNullable<DescriptionEntries['service']['duplicate']>;

/** What makes a duplicate in the shipped contract, as far as its uses are bound; undefined where nothing but the content is left of it. */
export const duplicateDraftOf = (
  shipped: DescriptionEntries,
  bound: readonly { readonly use: string }[],
): Duplicate | undefined => {
  const { duplicate } = shipped.service;
  if (duplicate === undefined || duplicate.key === 'none') return undefined;
  const isBound = (name: string): boolean => bound.some(({ use }) => use === name);
  const key = duplicate.key.filter((name) => name === 'content' || isBound(name));
  const unless = (duplicate.unless ?? []).filter(isBound);
  if (key.every((name) => name === 'content')) return undefined;
  return { key, ...(unless.length === 0 ? {} : { unless }), ground: 'assumed' };
};

/** No WSDL tells a duplicate. */
export const duplicateQuestions = (duplicate: Duplicate | undefined): readonly Question[] =>
  duplicate === undefined || duplicate.key === 'none'
    ? []
    : [
        {
          about: 'service.duplicate.key',
          question: `is a delivery a duplicate that equals an earlier one in ${duplicate.key.join(', ')}? No WSDL says it; name what the service compares, or make it none`,
        },
      ];
