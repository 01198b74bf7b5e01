import type { Contract } from '#contract/contract';
import { soapNamespace } from '#judgement/answer';
import { deliveredType } from '#judgement/delivered-type';
import { isTame } from '#judgement/tame';
import { OpenElement, withDocument } from '#xml/document';
import { XmlError } from '#xml/xml-error';
import type { FileFinding } from '../../check/judged-file.ts';
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

/** The operation that the body of a request names. */
export const operationOf = ({ service }: Contract, body: Uint8Array): AskedBy['operation'] => {
  const root = isTame(body) ? rootOf(body) : undefined;
  if (root === service.deliver.request.name) return 'delivery';
  return root !== undefined && root === service.alive?.request.name ? 'alive' : undefined;
};

const rootOf = (body: Uint8Array): string | undefined => {
  try {
    return withDocument(body, (document) => {
      const root = document.get('/s:Envelope/s:Body/*', { s: soapNamespace });
      return root instanceof OpenElement ? root.name : undefined;
    });
  } catch (error) {
    if (error instanceof XmlError) return undefined;
    throw error;
  }
};
