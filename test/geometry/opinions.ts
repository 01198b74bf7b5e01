import { readContract } from '#contract/reader';
import { createExaminer } from '#endpoint/mock/examine';
import { createOracle } from '#judgement/oracle';

const contract = readContract('contract/2020-01');
const examiner = createExaminer(contract, 'wsse');
const oracle = createOracle(contract);
const context = { today: '2026-11-24', oin: undefined, mandates: undefined };

/** The constraints that a message breaks, by the oracle and by the mock. */
export const brokenBy = (message: Uint8Array): Readonly<Record<'oracle' | 'mock', readonly string[]>> => {
  const opinion = oracle.judge(message, context);
  const examined = examiner.examine(message, context);
  return {
    oracle:
      opinion.verdict === 'unjudgeable' ? [opinion.reason.en] : opinion.findings.map(({ constraint }) => constraint),
    mock:
      examined.kind === 'delivery'
        ? [...examined.judgement.complaints, ...examined.judgement.warnings].map(({ id }) => id ?? '')
        : [examined.kind],
  };
};
