import type { Bilingual } from '#contract/texts/bilingual';
import type { Place } from '#xml/place';
import { ContractError, placed } from '#contract/folder/contract-error';

/** Where the cause of a refusal stands: a key of the profile, an environment variable, or a key and the variable that gives it its value. */
export interface Cause {
  readonly place?: Place;
  readonly variable?: string | undefined;
}

/** A profile that would send where, or more than, it may: what is wrong and the way out, both without a capital and a stop. */
export class Refusal extends ContractError {
  /** What is wrong, with its place. */
  readonly text: Bilingual;
  readonly way: Bilingual;
  readonly variable: string | undefined;

  constructor({ place, variable }: Cause, what: Bilingual, way: Bilingual) {
    super(place, `${what.en}; ${way.en}`);
    this.text = { nl: placed(place, what.nl), en: placed(place, what.en) };
    this.way = way;
    this.variable = variable;
  }
}
