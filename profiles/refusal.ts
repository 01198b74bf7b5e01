import type { Bilingual } from '#contract/contract';
import type { Place } from '#xml/place';
import { ContractError } from '#contract/contract-error';

/** Where the cause of a refusal stands: a key of the profile, and the environment variable that gives it its value. */
export interface Cause {
  readonly place: Place;
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
    const at = `${place.file}:${String(place.line)}`;
    this.text = { nl: `${at}: ${what.nl}`, en: `${at}: ${what.en}` };
    this.way = way;
    this.variable = variable;
  }
}
