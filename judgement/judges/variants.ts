import { variants } from '../requirements/variants.ts';
import { type Judge, type Judges, mustAcceptAsControl, sentAs } from './outcome.ts';

const alike: Judge = (one) => mustAcceptAsControl(one, sentAs(one, 'variant'));

/** Judges of the same message in other bytes: it is accepted, or the same in its plain form is not either. */
export const variantJudges = Object.fromEntries(Object.keys(variants).map((id) => [id, alike])) as Judges<
  typeof variants
>;
