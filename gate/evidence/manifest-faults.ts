import type { Manifest } from '#bundle/manifest';
import type { Bilingual } from '#contract/texts/bilingual';
import type { GateFacts } from '../facts/gate-facts.ts';

/** What the manifest of a package says otherwise than its journal; nothing for a folder. */
export const manifestFaults = (
  manifest: Pick<Manifest, 'of' | 'withoutPayloads'> | undefined,
  { kind, isRedacted }: Pick<GateFacts, 'kind' | 'isRedacted'>,
): readonly Bilingual[] => {
  if (manifest === undefined) return [];
  return [
    ...(manifest.of === kind ? [] : [ofAnother]),
    // A recording that was redacted before has no messages either, and its package takes out none.
    ...(manifest.withoutPayloads && !isRedacted ? [notTakenOut] : []),
  ];
};

const ofAnother: Bilingual = {
  nl: 'manifest.json zegt iets anders dan het journaal over wat er in het pakket zit: een run of een opname',
  en: 'manifest.json says otherwise than the journal what the package holds: a run or a recording',
};

const notTakenOut: Bilingual = {
  nl: 'manifest.json zegt dat de berichten zijn weggelaten, en het journaal weet daar niets van',
  en: 'manifest.json says that the messages were left out, and the journal knows nothing of that',
};
