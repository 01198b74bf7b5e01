import { resolve } from 'node:path';
import { readContract } from '#contract/reader';
import { againstDefects } from '#defects/against';
import { type Canary, canaryOf } from '#defects/canaries';
import { systemClock } from '#endpoint/clock';

/** Deletes each constraint of the contract in turn from what the mock judges by, and tells what the suite finds of that. */
export const allCanaries = async (): Promise<readonly Canary[]> => {
  const contract = readContract(resolve(import.meta.dirname, '../../contract/2020-01'));
  const against = await againstDefects(contract, systemClock.now);
  const canaries: Canary[] = [];
  for (const constraint of contract.constraints) {
    const canary = await canaryOf(against, contract, constraint);
    canaries.push(canary);
    if (canary.kind !== 'found') console.log(sentenceOf(canary));
  }
  return canaries;
};

/** Why the proof is void. */
export const missedIn = (canaries: readonly Canary[]): readonly Canary[] =>
  canaries.filter(({ kind }) => kind === 'missed');

/** The chapter of the proof about them. */
export const canaryChapter = (canaries: readonly Canary[]): string => {
  const counted = Map.groupBy(canaries, ({ kind }) => kind);
  const count = (kind: Canary['kind']): string => String(counted.get(kind)?.length ?? 0);
  const others = canaries.filter(({ kind }) => kind !== 'found').map((one) => `- ${sentenceOf(one)}`);
  return `## One constraint deleted at a time

Of ${String(canaries.length)} constraints, an endpoint that judges without one is found by the check of that constraint: ${count('found')}. Another constraint
refuses all that breaks it: ${count('hidden')}. No delivery shows it: ${count('unseen')}. Missed: ${count('missed')}.

${others.join('\n')}
`;
};

const sentenceOf = (canary: Canary): string => {
  const { constraint, kind } = canary;
  if (kind === 'found') return `\`${constraint}\`: found in ${canary.documentType}`;
  if (kind === 'hidden') return `\`${constraint}\`: what breaks it breaks ${canary.behind.join(', ')} as well`;
  return `\`${constraint}\`: ${kind}, ${canary.reason}`;
};
