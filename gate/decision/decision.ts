import type { Bilingual } from '#contract/texts/bilingual';
import { shortly } from '#contract/texts/visible';
import type { RequirementId } from '#judgement/requirements/registry';
import type { CertificateSeen } from '../facts/gate-facts.ts';
import type { Waiver } from '../policy/policy.ts';

/** What a gate comes to; `altered`: what was given is no evidence, since it was changed. */
export const gateOutcomes = ['voldoet', 'voldoet-niet', 'onbeslist', 'altered'] as const;
export type GateOutcome = (typeof gateOutcomes)[number];

/** Why a gate comes to what it does. */
export interface Reason {
  readonly kind: ReasonKind;
  /** Undefined for what is about all of it. */
  readonly documentType: string | undefined;
  readonly requirement: RequirementId | undefined;
  readonly text: Bilingual;
  /** Who supplies what is missing, or mends what is wrong. */
  readonly by: 'vendor' | 'koop';
}

export type ReasonKind =
  /** The evidence was changed. */
  | 'altered'
  /** The vendor's system broke a requirement that counts. */
  | 'refused'
  /** Something that is needed is not there, so that nothing can be decided. */
  | 'missing'
  /** Told, and does not count. */
  | 'warning'
  /** A failure or gap that somebody agreed to. */
  | 'waived'
  /** A finding for KOOP about its endpoint. */
  | 'koop'
  /** Good to know, and decides nothing. */
  | 'note';

/** The outcome for one declared document type. */
export interface TypeDecision {
  readonly documentType: string;
  readonly outcome: GateOutcome;
  readonly received: number;
  /** Accepted by the endpoint of the phase, and the least that is demanded. */
  readonly accepted: number;
  readonly least: number;
  /** Those that were seen published, in phase 4. */
  readonly publications?: readonly { readonly publication: string; readonly seenBy: string; readonly seenAt: string }[];
}

/** The decision of a gate on one piece of evidence. */
export interface Decision {
  readonly type: 'gate-decision';
  readonly version: 1;
  /** ISO 8601. */
  readonly at: string;
  readonly outcome: GateOutcome;
  readonly phase: number;
  /** What was judged, and what that says nothing of. */
  readonly judged: Bilingual;
  /** That the contract is not confirmed. */
  readonly standing: Bilingual | undefined;
  readonly vendor: string | undefined;
  readonly product: string | undefined;
  readonly productVersion: string | undefined;
  readonly evidence: string;
  readonly suite: string;
  readonly contract: { readonly id: string; readonly digest: string; readonly confirmed: boolean };
  /** SHA-256 of the policy and its date; undefined where the defaults of the requirements hold. */
  readonly policy: { readonly digest: string; readonly date: string } | undefined;
  readonly signer: string | undefined;
  readonly types: readonly TypeDecision[];
  readonly reasons: readonly Reason[];
  readonly waivers: readonly Waiver[];
  readonly certificates: readonly CertificateSeen[];
}

/** Characters of a reason that are told: names in it are those of others. */
const most = 600;

/** A reason of a kind, about all of the evidence unless said. */
export const reason = (
  kind: ReasonKind,
  { nl, en }: Bilingual,
  { documentType, requirement, by = 'vendor' }: Partial<Pick<Reason, 'documentType' | 'requirement' | 'by'>> = {},
): Reason => ({ kind, documentType, requirement, text: { nl: shortly(nl, most), en: shortly(en, most) }, by });
