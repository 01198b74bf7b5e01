import type { Contract } from '#contract/contract';
import type { CertificateRequirement } from '#judgement/requirements/certificate';
import type { RequirementId } from '#judgement/requirements/registry';
import { repliesOf } from '../replies.ts';
import { behaviourCases } from './behaviour.ts';
import { connectionCases } from './connection.ts';
import { deliveryCases, redeliveryCases, rejectionCases } from './delivery.ts';
import type { JudgedCases } from './judged-cases.ts';
import { messageCases } from './message.ts';
import { protocolCases } from './protocol.ts';
import { requestCases } from './request.ts';
import { robustnessCases, variantCases } from './robustness.ts';
import { tlsCases } from './tls.ts';

/**
 * Cases for the judge of every requirement: a total map, so that one without does not compile. Those of certificates hang on
 * authorities, and have a total map of their own in `judgement/certificate/judge.test.ts`.
 */
export const allCases = (
  contract: Contract,
): Readonly<Record<Exclude<RequirementId, CertificateRequirement>, JudgedCases>> => {
  const replies = repliesOf(contract);
  return {
    ...connectionCases(replies, contract),
    ...tlsCases(replies),
    ...deliveryCases(replies),
    ...rejectionCases(replies),
    ...protocolCases(replies),
    ...variantCases(replies),
    ...redeliveryCases(replies),
    ...robustnessCases(replies),
    ...requestCases(contract),
    ...messageCases(contract),
    ...behaviourCases(contract),
  };
};
