import type { Contract } from '#contract/contract';
import type { Exchange } from '#contract/wire/exchange';
import { type Answer, readAnswer } from './answer.ts';
import type { Case, Sent } from './case.ts';
import { caseJudge } from './judge.ts';
import { opinionsHere } from './request-opinion.ts';
import { type Looked, type StreamOf, lookAt } from './streams/look.ts';
import type { RequirementId } from './requirements/registry.ts';
import type { Judgement } from './verdict.ts';

interface Functions {
  readonly read: (exchange: Exchange) => Answer;
  readonly judge: (requirement: RequirementId, one: Case) => Judgement;
  readonly look: (sent: Sent, stream: StreamOf) => Looked;
}

/** Reads and judges answers in a worker of its own. */
export const start = (contract: Contract): Functions => {
  const opinionOf = opinionsHere(contract);
  return {
    read: (exchange) => readAnswer(contract, exchange),
    judge: caseJudge(contract, opinionOf),
    look: (sent, stream) => lookAt(sent, { ...stream, contract, opinionOf }),
  };
};
