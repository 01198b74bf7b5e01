import { operationFor } from '#contract/deliveries';
import type { Contract, Operation } from '#contract/contract';
import type { ErrorCase } from '#contract/error-cases';
import { namesIn } from '#endpoint/server/soap/answer-path';
import { createAnswers } from '#endpoint/server/soap/answers';
import { validDelivery } from '#generators/delivery';
import { referenceOf } from '#generators/marks';
import { brokenDelivery } from './broken-delivery.ts';
import { known, type PactInteraction, states, users } from './interaction.ts';
import type { Making } from './making.ts';
import type { InteractionKind, Outlined } from './outline.ts';
import { shortest } from './shortest.ts';
import { textIn } from './text-in.ts';

/** A delivery that is refused; undefined where the contract has no such reason to refuse one. */
export const refusedInteraction = (making: Making, outlined: Outlined): PactInteraction | undefined => {
  const { kind, description, documentType = '', number } = outlined;
  const { generation, headers } = making;
  const isWhole = kind === 'duplicate' || kind === 'credentials';
  const broken = isWhole ? undefined : brokenDelivery(making, outlined);
  const delivery = isWhole ? shortest(validDelivery(generation, documentType)) : broken;
  if (delivery === undefined) return undefined;
  const message = textIn(delivery.message(number, headers));
  const one = { kind, description, documentType, constraint: broken?.constraint };
  const operation = operationFor(generation.contract.service, documentType);
  const { action } = operation;
  const occasion = occasions[kind];
  if (occasion === undefined)
    return {
      ...one,
      states: [{ name: states.unknown, parameters: { username: users.unknown } }],
      request: { username: users.unknown, action, message, said: 'all' },
      response: { status: 401, message: undefined, said: [] },
      reads: 'http-error',
    };
  const before = { name: states.delivered, parameters: { reference: referenceOf(generation.runId, number) } };
  return {
    ...one,
    states: kind === 'duplicate' ? [known, before] : [known],
    request: { username: users.known, action, message, said: 'all' },
    ...refusedWith(generation.contract, operation, occasion),
  };
};

/** What is refused in the name of the contract; who is not known gets no further than HTTP. */
const occasions: Readonly<Partial<Record<InteractionKind, ErrorCase>>> = {
  schema: 'schema',
  content: 'content',
  rule: 'rule',
  duplicate: 'duplicate',
};

/** A Fault, or the response itself where the contract has it so. */
const refusedWith = (
  contract: Contract,
  operation: Operation,
  occasion: ErrorCase,
): Pick<PactInteraction, 'response' | 'reads'> => {
  const { answer, fault } = contract.service;
  const { code, text } = contract.errorCodes[occasion];
  // Where the contract has no detail of a Fault, what stands there is the service's own.
  const hasDetail = fault !== undefined || answer.failure !== undefined;
  const complaints = hasDetail ? [{ case: occasion, id: undefined, at: operation.request.name, text }] : [];
  const answers = createAnswers(contract);
  const paths = answers.refused === undefined ? fault : answer.failure;
  const name = paths === undefined ? '' : (namesIn(paths.code.replace(/\|.*/, '')).split('/').at(-1) ?? '');
  const said = name === '' ? [] : [[name, [code]] as const];
  return answers.refused === undefined
    ? {
        response: { status: 500, message: textIn(answers.fault({ code: 'Client', text, complaints }, 'nl')), said },
        reads: 'fault',
      }
    : {
        response: { status: 200, message: textIn(answers.refused(complaints, 'nl', operation)), said },
        reads: 'refused',
      };
};
