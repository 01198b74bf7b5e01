import type { Bilingual } from '#contract/texts/bilingual';
import type { CheckEnded } from '#evidence/event';
import type { RunResult } from './run-result.ts';

/** What leaves the core of a run undecided: that it connected, and that each document type in scope was accepted once; undefined when nothing does. */
export const openInCore = ({ started, checks, sent }: RunResult): Bilingual | undefined => {
  if (started.phase === 4) return sent.alive > 0 || !hasAlive(checks) ? undefined : notAlive;
  const deliveries = checks.filter(({ requirement }) => requirement === 'delivery.accepts-valid');
  if (deliveries.length === 0) return undefined;
  const types = deliveries.flatMap(({ verdict, documentType }) =>
    verdict === 'left-out' || verdict === 'not-applicable' || documentType === undefined ? [] : [documentType],
  );
  if (types.length === 0) return nothingInScope;
  const missing = types.filter((type) => !sent.valid.has(type));
  return missing.length === 0 ? undefined : notAccepted(missing.join(', '));
};

const hasAlive = (checks: readonly CheckEnded[]): boolean =>
  checks.some(
    ({ requirement, verdict }) => requirement === 'connection.answers-is-alive' && verdict !== 'not-applicable',
  );

const notAlive: Bilingual = { nl: 'IsAlive is niet beantwoord', en: 'IsAlive was not answered' };

const nothingInScope: Bilingual = {
  nl: 'geen enkel documenttype is aan de beurt gekomen',
  en: 'no document type was in scope',
};

const notAccepted = (types: string): Bilingual => ({
  nl: `van deze documenttypen is geen geldige aanlevering aangenomen: ${types}`,
  en: `no valid delivery was accepted of: ${types}`,
});
