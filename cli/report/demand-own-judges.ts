import type { RunStarted } from '#evidence/event';
import { UsageError } from '../usage-error.ts';

/** The part of a run that tells who judged it. */
interface Judged {
  readonly started: { readonly asked: { readonly by?: RunStarted['asked']['by'] } };
}

/** Throws `UsageError` for a run that Pact's verifier judged: its verdicts can't be reached again from the bytes, and so prove nothing. */
export const demandOwnJudges = (directory: string, { started }: Judged): void => {
  if (started.asked.by !== 'pact') return;
  throw new UsageError({
    nl: `${directory} is een verificatie met Pact, en daarover oordeelt Pact zelf; herhaal haar met 3pas pact verify, of geef de uitvoermap van 3pas run`,
    en: `${directory} is a verification by Pact, which judges by itself; repeat it with 3pas pact verify, or give the output folder of 3pas run`,
  });
};
