import type { Bilingual } from '#contract/texts/bilingual';
import type { Place } from '#xml/place';
import { ContractError, placed } from '#contract/folder/contract-error';

/** Where the cause of a refusal stands: a key of the profile, an environment variable, or a key and the variable that gives it its value. */
export interface Cause {
  readonly place?: Place;
  readonly variable?: string | undefined;
}

/** A profile that contradicts itself, or would send where, or more than, it may: what is wrong and the way out, both without a capital and a stop. */
export class Refusal extends ContractError {
  /** What is wrong, with its place. */
  override readonly text: Bilingual;
  readonly way: Bilingual;
  readonly variable: string | undefined;

  constructor({ place, variable }: Cause, what: Bilingual, way: Bilingual) {
    super(place, `${what.en}; ${way.en}`);
    this.text = { nl: placed(place, what.nl), en: placed(place, what.en) };
    this.way = way;
    this.variable = variable;
  }
}

/** The refusal of a secret that anyone who has the profile can read; the key as people name it, in both languages. */
export const inProfileItself = (place: Place, key: string, named: Bilingual): Refusal =>
  new Refusal(
    { place },
    { nl: `${named.nl} staat in het profiel zelf`, en: `${named.en} stands in the profile itself` },
    {
      nl: `schrijf ${key}: { env: NAAM } en zet de waarde in die omgevingsvariabele`,
      en: `write ${key}: { env: NAME } and put the value in that environment variable`,
    },
  );
