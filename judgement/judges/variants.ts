import { variants } from '../requirements/variants.ts';
import { conforms } from '../verdict.ts';
import { type Judge, type Judges, firstDeviation, controlOf, mustAccept, sentAs } from './outcome.ts';

const alike: Judge = (one) => {
  const variant = sentAs(one, 'variant');
  return variant.answer.kind === 'accepted' ? conforms : firstDeviation(controlOf(one), mustAccept(variant));
};

/** Judges of the same message in other bytes: it is accepted, or the same in its plain form is not either. */
export const variantJudges = Object.fromEntries(Object.keys(variants).map((id) => [id, alike])) as Judges<
  typeof variants
>;
