import type { Exchange } from '#contract/exchange';
import { readContract } from '#contract/reader';
import { type Answer, readAnswer } from './answer.ts';
import type { Case } from './case.ts';
import { judgeCase } from './judge.ts';
import type { Judgement } from './verdict.ts';

interface Functions {
  readonly read: (exchange: Exchange) => Answer;
  readonly judge: (requirement: string, one: Case) => Judgement;
}

/** Reads and judges answers by the contract in a folder, in a worker of its own. */
export const start = (directory: string): Functions => {
  const contract = readContract(directory);
  return {
    read: (exchange) => readAnswer(contract, exchange),
    judge: (requirement, one) => judgeCase(contract, requirement, one),
  };
};
