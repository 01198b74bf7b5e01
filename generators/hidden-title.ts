import type { Contract } from '#contract/contract';
import { pathOf } from '#contract/roles/bindings';
import { readVocabulary } from '#contract/init/vocabulary';
import { likeness } from '#contract/init/words';
import { allUses, type Use } from '#contract/use';
import { createCheck } from '#documents/schema/values/check';
import { plainTitle } from './marks.ts';
import { type TextPlace, textPlaces } from './value-places.ts';
import type { Workshop } from './workshop.ts';

/** Why the title of a delivery may go unmarked; undefined where nothing shows that it does. */
export const hiddenTitle = (contract: Contract, workshop: Workshop): string | undefined => {
  const { title, reference } = contract.uses;
  if (title === undefined) return undefined;
  const { bound, open } = freePlaces(contract, workshop);
  const isCalledTitle = calledTitle();
  if (bound.some(isCalledTitle)) return undefined;
  const called = open.find(isCalledTitle);
  if (called !== undefined)
    return `leaves ${called.name} of ${called.schema} out, which is called a title; bind it to the role that finds ${called.name}`;
  const shown = open.find(({ schema }) => schema === contract.schemas.message);
  if (shown === undefined || title !== 'none' || reference !== 'none') return undefined;
  return `and uses.reference are none, so a list of deliveries does not show that they are tests, though ${shown.name} of ${shown.schema} takes free text; bind one of them to the role that finds ${shown.name}`;
};

/** The places that take a marked title: those that the title is bound to, and those that no use is bound to. */
const freePlaces = (contract: Contract, workshop: Workshop) => {
  const declarations = (use: Use): readonly TextPlace['declaration'][] => {
    const role = pathOf(contract, use);
    return role === undefined ? [] : workshop.declarations(role).map(({ declaration }) => declaration);
  };
  const check = createCheck();
  const free = textPlaces(contract, workshop).filter(({ type }) => check(type, plainTitle) === 'yes');
  const [titles, taken] = [declarations('title'), allUses.flatMap(declarations)];
  return {
    bound: free.filter(({ declaration }) => titles.includes(declaration)),
    open: free.filter(({ declaration }) => !taken.includes(declaration)),
  };
};

/** Whether the name of a place is one that `contract init` takes for that of a title, or ends with one. */
const calledTitle = (): ((place: TextPlace) => boolean) => {
  const { names = [] } = readVocabulary().concepts.find(({ use }) => use === 'title') ?? {};
  return ({ name }) => likeness(name, names) >= 0.75;
};
