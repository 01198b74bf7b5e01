import type { Contract } from '../contract.ts';
import type { Grounding } from './ground.ts';

/** The contract as somebody's word who is not KOOP: what it says is confirmed was taken over. */
export const unconfirmed = (contract: Contract): Contract => {
  const { service, documentTypes, rules, constraints, errorCodes, ownErrors, tables, duplicate } = contract;
  const { deliver, deliverOf, alive, answer, fault } = service;
  return {
    ...contract,
    confirmed: false,
    service: {
      ...service,
      deliver: lowered(deliver),
      deliverOf: Object.fromEntries(Object.entries(deliverOf).map(([type, one]) => [type, lowered(one)])),
      alive: alive && lowered(alive),
      answer: { ...answer, numbers: answer.numbers && lowered(answer.numbers) },
      fault: fault && lowered(fault),
    },
    duplicate: duplicate && lowered(duplicate),
    documentTypes: documentTypes.map(lowered),
    rules: rules.map(lowered),
    constraints: constraints.map(lowered),
    tables: new Map([...tables].map(([file, table]) => [file, lowered(table)])),
    ownErrors: ownErrors.map(lowered),
    errorCodes: {
      schema: lowered(errorCodes.schema),
      content: lowered(errorCodes.content),
      rule: lowered(errorCodes.rule),
      duplicate: lowered(errorCodes.duplicate),
      credentials: lowered(errorCodes.credentials),
      size: lowered(errorCodes.size),
      internal: lowered(errorCodes.internal),
    },
  };
};

const lowered = <Grounded extends Grounding>(grounded: Grounded): Grounded =>
  grounded.ground === 'confirmed' ? { ...grounded, ground: 'taken-over' } : grounded;
