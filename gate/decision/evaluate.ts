import type { Bilingual } from '#contract/texts/bilingual';
import { shortly } from '#contract/texts/visible';
import { circumstanceReasons } from './circumstance-reasons.ts';
import { connectionReasons } from './connection-reasons.ts';
import type { Decision, GateOutcome, Reason, TypeDecision } from './decision.ts';
import { acceptedOf, deliveryReasons, leastOf } from './delivery-reasons.ts';
import { earlierReasons } from './earlier-reasons.ts';
import { endpointReasons } from './endpoint-reasons.ts';
import { integrityReasons } from './integrity-reasons.ts';
import type { JudgedEvidence, PublicationSeen } from './judged-evidence.ts';
import { noteReasons } from './note-reasons.ts';
import { observationReasons } from './observation-reasons.ts';
import { originReasons } from './origin-reasons.ts';
import { pairReasons } from './pair-reasons.ts';
import { publicationReasons, publicationsOf } from './publication-reasons.ts';
import { judgedPublication } from '../text/judged-publication.ts';

/** Decides whether evidence suffices for a phase. Nothing passes by being left out: each demand has to be met by something that is there. */
export const evaluate = (judged: JudgedEvidence): Decision => {
  const { facts, system, contract, policy, integrity, phase, now } = judged;
  const reasons = [
    ...[integrityReasons, originReasons, circumstanceReasons, deliveryReasons, connectionReasons, pairReasons],
    ...[observationReasons, earlierReasons, publicationReasons, endpointReasons, noteReasons],
  ].flatMap((reasonsOf) => reasonsOf(judged));
  return {
    ...{ type: 'gate-decision', version: 1, at: new Date(now).toISOString(), phase },
    outcome: outcomeOf(reasons),
    ...{ judged: judgedText(judged), standing: standingOf(judged) },
    ...{ vendor: system?.vendor, product: system?.product, productVersion: system?.version },
    ...{ evidence: facts.name, suite: facts.suite },
    contract: { id: contract.id, digest: contract.digest, confirmed: contract.confirmed },
    policy: policy && { digest: policy.digest, date: policy.read.date },
    signer: integrity?.signer?.subject,
    types: judged.required.documentTypes.map(({ name }) => typeDecision(name, reasons, judged)),
    reasons,
    waivers: policy?.read.waivers ?? [],
    certificates: facts.certificates,
  };
};

/** The worst of the reasons decides; without any the evidence suffices. */
const outcomeOf = (reasons: readonly Reason[]): GateOutcome => {
  const has = (kind: Reason['kind']): boolean => reasons.some((one) => one.kind === kind);
  if (has('altered')) return 'altered';
  if (has('refused')) return 'voldoet-niet';
  return has('missing') ? 'onbeslist' : 'voldoet';
};

/** Reasons without a document type are about each. */
const typeDecision = (documentType: string, reasons: readonly Reason[], judged: JudgedEvidence): TypeDecision => ({
  documentType,
  outcome: outcomeOf(reasons.filter((one) => (one.documentType ?? documentType) === documentType)),
  received: judged.facts.types.find((one) => one.documentType === documentType)?.received ?? 0,
  accepted: acceptedOf(judged, documentType).length,
  least: leastOf(judged, documentType),
  ...(judged.phase === 4 ? { publications: publicationsOf(judged, documentType).map(toldOf) } : {}),
});

const toldOf = ({ publication, seenBy, seenAt }: PublicationSeen) => ({ publication, seenBy, seenAt });

const judgedText = ({ facts, system, phase, publications }: JudgedEvidence): Bilingual => {
  const vendor = shortly(system?.vendor ?? '?', 100);
  if (phase === 4 && publications.length > 0) return judgedPublication(system?.vendor ?? '?');
  if (facts.kind === 'run' || facts.recordedBy === 'delivery')
    return {
      nl: 'Beoordeeld: het endpoint; dit zegt niets over een leverancier',
      en: 'Judged: the endpoint; this says nothing of a vendor',
    };
  return { nl: `Beoordeeld: het systeem van ${vendor}`, en: `Judged: the system of ${vendor}` };
};

const standingOf = ({ contract }: JudgedEvidence): Bilingual | undefined => {
  if (contract.confirmed) return undefined;
  if (contract.takenFrom === undefined)
    return {
      nl: 'voorlopig: het koppelvlak is een reconstructie',
      en: 'provisional: the interface is a reconstruction',
    };
  return { nl: `overgenomen uit ${contract.takenFrom}`, en: `taken over from ${contract.takenFrom}` };
};
