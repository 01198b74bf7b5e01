import { requirements } from '#judgement/requirements/registry';
import { type Reason, reason } from './decision.ts';
import type { JudgedEvidence } from './judged-evidence.ts';

/** What an endpoint did wrong: a finding for KOOP, and no reason to refuse a vendor. */
export const endpointReasons = ({ facts }: JudgedEvidence): readonly Reason[] =>
  facts.whole.flatMap(({ requirement, documentType, verdict }) => {
    const one = requirements.get(requirement);
    if (verdict !== 'failed' || one?.role !== 'endpoint') return [];
    return [reason('koop', one.text, { requirement, documentType, by: 'koop' })];
  });
