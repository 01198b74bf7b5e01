import { accessTexts } from './access-texts.ts';
import { configurationTexts } from './configuration-texts.ts';
import { shortly } from '#contract/texts/visible';
import type { Explain, Explained } from './explained.ts';
import { networkTexts } from './network-texts.ts';
import { proxyTexts } from './proxy-texts.ts';
import { serverTexts } from './server-texts.ts';
import { serviceTexts } from './service-texts.ts';

const all = {
  ...configurationTexts,
  ...networkTexts,
  ...proxyTexts,
  ...serverTexts,
  ...accessTexts,
  ...serviceTexts,
} as const;

/** What the doctor can find; one without words and a remedy does not compile. */
export type CauseId = keyof typeof all;

const texts: Readonly<Record<CauseId, Explain>> = all;

/**
 * All of them.
 *
 * @internal
 */
export const causeIds = Object.keys(all) as readonly CauseId[];

/** A cause that was found, and what it was found with. */
export interface Cause {
  readonly id: CauseId;
  readonly details: readonly string[];
}

/** A cause with its details, on one line each and without the credentials that an address can hold. */
export const cause = (id: CauseId, ...details: readonly string[]): Cause => ({ id, details: details.map(oneLine) });

const mostCharacters = 300;

const oneLine = (text: string): string => {
  const line = text
    .replace(/\/\/[^/?#\s"]*@/g, '//***@')
    .replace(/\s+/g, ' ')
    .trim();
  return shortly(line, mostCharacters);
};

/** A cause in words, and its remedy: for who connects to an endpoint of others, or for who builds it. */
export const explain = ({ id, details }: Cause, isOwn: boolean): Pick<Explained, 'cause' | 'remedy'> => {
  const { cause: said, remedy, own = remedy } = texts[id](...details);
  return { cause: said, remedy: isOwn ? own : remedy };
};

/** Exit code 2: nothing was sent, and what is wrong stands in files and variables of the user. */
export const isConfiguration = ({ id }: Cause): boolean => id in configurationTexts;

/** Found in an answer of the endpoint itself, or in its silence: a run gives verdicts on those. */
const doubtful: ReadonlySet<CauseId> = new Set<CauseId>([
  ...(Object.keys(serviceTexts) as (keyof typeof serviceTexts)[]),
  'clock-behind',
  'clock-ahead',
  'certificate-perhaps-refused',
  'certificate-unfit-but-taken',
]);

/** Whether it is certain that the environment stands in the way, whatever the endpoint would do. */
export const isCertain = ({ id }: Cause): boolean => !doubtful.has(id);
