import type { Contract } from '#contract/contract';
import { deliveredType } from '#judgement/delivered-type';
import { isTame } from '#judgement/tame';
import type { FileFinding } from '../../check/judged-file.ts';
import { operationOf } from '../../check/operation-of.ts';
import type { AskedBy } from './answer-findings.ts';

/** What is known of a request by what was found in it. */
export const askedBy = (contract: Contract, body: Uint8Array, findings: readonly FileFinding[]): AskedBy => {
  const isUnjudged = findings.some(({ constraint }) => constraint === 'check#unjudgeable');
  return {
    operation: operationOf(contract, body),
    body,
    documentType: isTame(body) ? deliveredType(contract, body) : undefined,
    isValid: isUnjudged ? undefined : !findings.some(({ isError }) => isError),
  };
};
