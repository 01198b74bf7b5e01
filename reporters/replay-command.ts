import type { CheckEnded, RunStarted } from '#evidence/event';
import { findingNumbers } from '#evidence/corpus/findings';
import { quoted } from './command-again.ts';
import { fromHere } from './from-here.ts';

/** A run that reports are made of. */
interface Replayed {
  readonly started: RunStarted;
  /** Set for what a vendor's system sent by itself, which only that can send again. */
  readonly recording?: unknown;
  readonly checks: readonly CheckEnded[];
}

/** Gives the command that sends a failure of a run again, by the key of its check; undefined for what did not fail, and where the suite did not act. */
export const replayCommands = (
  { started, recording, checks }: Replayed,
  folder: string,
): ((check: string) => string | undefined) => {
  const { asked } = started;
  if (recording !== undefined || asked.by !== undefined) return () => undefined;
  const numbers = findingNumbers(checks);
  return (check) => {
    const number = numbers.get(check);
    return number === undefined ? undefined : commandFor(asked, fromHere(folder), number);
  };
};

const commandFor = (
  { profile, url, contract, state, rules }: RunStarted['asked'],
  folder: string,
  number: number,
): string =>
  [
    'npx 3pas replay',
    ...[quoted(folder), `--finding ${String(number)}`, `--profile ${quoted(profile)}`],
    ...(url === undefined ? [] : [`--url ${quoted(url)}`]),
    ...(contract === undefined ? [] : [`--contract ${quoted(contract)}`]),
    ...(state === undefined ? [] : [`--state ${quoted(state)}`]),
    ...(rules === undefined ? [] : [rules === 'trusted' ? '--trust-rules' : '--no-rules']),
  ].join(' ');
