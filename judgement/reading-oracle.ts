import type { Contract } from '#contract/contract';
import { deliveredIn } from './delivered.ts';
import { type Oracle, createOracle } from './oracle.ts';

/** An oracle for messages that others made: it reads what a delivery says of itself along with its opinion. */
export const readingOracle = (contract: Contract): Pick<Oracle, 'judge'> => {
  const oracle = createOracle(contract);
  return {
    judge: (message, context) => {
      const opinion = oracle.inspect(message, context);
      if (opinion.verdict === 'unjudgeable' || opinion.isUnread === true) return opinion;
      const delivered = deliveredIn(contract, message);
      return delivered === undefined ? opinion : { ...opinion, delivered };
    },
  };
};
