import type { Contract } from '#contract/contract';
import type { XmlElement } from '#xml/tree';
import { elementWriter } from './filled-element.ts';
import { openNumber } from './marks.ts';
import { messageOf } from './messages.ts';

const requests = new WeakMap<Contract, XmlElement>();

/** The connection test as a whole message, always the same bytes: with what its schema demands, and the contract fills. */
export const aliveMessage = (contract: Contract, headers: readonly XmlElement[]): Uint8Array => {
  const { alive } = contract.service;
  if (alive === undefined) throw new Error('the contract has no connection test');
  const request =
    requests.get(contract) ?? elementWriter(contract, alive.filled)({ runId: contract.digest, number: openNumber });
  requests.set(contract, request);
  return messageOf(request, headers);
};
