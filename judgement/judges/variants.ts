import { variants } from '../requirements/variants.ts';
import { type Judge, type Judges, firstDeviation, controlOf, mustAccept, sentAs } from './outcome.ts';

const alike: Judge = (one) => firstDeviation(controlOf(one), mustAccept(sentAs(one, 'variant')));

/** Judges of the same message in other bytes: the plain delivery beside it is accepted, so the variant is too. */
export const variantJudges = Object.fromEntries(Object.keys(variants).map((id) => [id, alike])) as Judges<
  typeof variants
>;
