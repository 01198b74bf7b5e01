import { shortened } from '#contract/texts/shortened';
import type { Counterexample } from '#evidence/counterexample';
import type { Journal } from '#evidence/journal';
import type { Sent } from '#judgement/case';
import { foundIn } from './for-all.ts';
import type { Nonconformance } from './stop.ts';

/** What messages are compared with, and where the difference is kept. */
interface Comparing {
  readonly journal: Pick<Journal, 'keep'>;
  readonly difference: (sent: Sent, accepted: readonly Sent[]) => string | undefined;
}

/** The smallest case that shows a failure, with the difference of its messages from what was accepted. */
export const counterexampleOf = ({ journal, difference }: Comparing, error: Nonconformance): Counterexample => {
  const { ordinal, one, accepted = [] } = error.shown;
  const beside = [...one.sent, ...accepted].filter(({ answer }) => answer.kind === 'accepted');
  const { seed = 0, path = '' } = foundIn(error) ?? {};
  const patches = one.sent.map((sent) => ({ sent, text: difference(sent, beside) ?? '' }));
  const differences = patches.flatMap(({ sent, text }) => {
    const patch = journal.keep(encoder.encode(text), mostOfPatch).place;
    return patch === undefined ? [] : [{ exchange: sent.recorded?.id ?? '', patch }];
  });
  const changed = patches.map(({ text }) => changedIn(text)).find((text) => text !== '');
  return { case: ordinal, seed, path, changed, differences };
};

/** The lines that a patch adds, in one; what it only takes away is told as that. */
const changedIn = (patch: string): string => {
  const lines = patch.split('\n').filter((line) => /^[+-](?![+-]{2} )/.test(line));
  const added = lines.filter((line) => line.startsWith('+'));
  const told =
    added.length > 0 ? added.map((line) => line.slice(1).trim()) : lines.map((line) => `- ${line.slice(1).trim()}`);
  return shortened(told.join(' '), mostOfChanged);
};

/** Characters of what was changed that stand in a line. */
const mostOfChanged = 300;

const encoder = new TextEncoder();

/** Bytes of a patch that are kept: more than a person reads. */
const mostOfPatch = 64 * 1024;
