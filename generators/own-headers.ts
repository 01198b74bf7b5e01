import type { Contract } from '#contract/contract';
import type { XmlElement } from '#xml/tree';
import { type ElementWriter, elementWriter, type Numbered } from './filled-element.ts';
import { openNumber } from './marks.ts';

const writers = new WeakMap<Contract, readonly ElementWriter[]>();

/** The header blocks that a contract has each message bear, the same each time for one number; a number is one message. */
export const ownHeaders = (contract: Contract, numbered: Numbered): readonly XmlElement[] => {
  const own = writers.get(contract) ?? contract.service.headers.map((block) => elementWriter(contract, block));
  writers.set(contract, own);
  return own.map((write) => write(numbered));
};

/** The same for a message that is no delivery. */
export const ownHeadersOf = (contract: Contract): readonly XmlElement[] =>
  ownHeaders(contract, { runId: contract.digest, number: openNumber });
