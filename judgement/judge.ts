import type { Contract } from '#contract/contract';
import type { Case } from './case.ts';
import { certificateJudges } from './judges/certificate.ts';
import { connectionJudges } from './judges/connection.ts';
import { deliveryJudges } from './judges/delivery.ts';
import type { Judge } from './judges/outcome.ts';
import { protocolJudges } from './judges/protocol.ts';
import { redeliveryJudges } from './judges/redelivery.ts';
import { rejectionJudges } from './judges/rejection.ts';
import { robustnessJudges } from './judges/robustness.ts';
import { tlsJudges } from './judges/tls.ts';
import { variantJudges } from './judges/variants.ts';
import { type OpinionOf, noOpinionYet } from './request-opinion.ts';
import type { RequirementId } from './requirements/registry.ts';
import type { Judgement } from './verdict.ts';

const judges: ReadonlyMap<string, Judge> = new Map(
  [
    connectionJudges,
    tlsJudges,
    certificateJudges,
    deliveryJudges,
    rejectionJudges,
    protocolJudges,
    variantJudges,
    redeliveryJudges,
    robustnessJudges,
  ].flatMap((topic) => Object.entries<Judge>(topic)),
);

/** Decides on one case of a requirement, from its recorded exchanges alone. */
export const caseJudge =
  (contract: Contract, opinionOf: OpinionOf = noOpinionYet) =>
  (requirement: RequirementId, one: Case): Judgement => {
    const judge = judges.get(requirement);
    if (judge === undefined) throw new Error(`no judge of cases for requirement "${requirement}"`);
    return judge(one, contract, opinionOf);
  };
