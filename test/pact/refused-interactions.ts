import type { Constraint, Contract, ErrorCase } from '#contract/contract';
import { namesIn } from '#endpoint/server/soap/answer-path';
import { createAnswers } from '#endpoint/server/soap/answers';
import { type Delivery, validDelivery } from '#generators/delivery';
import { holesIn } from '#generators/draft/draft';
import type { Generation } from '#generators/generation';
import { referenceOf } from '#generators/marks';
import { violable, violation, type Violation } from '#generators/violation';
import { textOf } from '#xml/tree';
import { type GivenState, known, type Making, type PactInteraction, states, users } from './interaction.ts';
import { shortest } from './shortest.ts';

/** A delivery refused for each reason that one message can give, one that came before, and one of somebody unknown. */
export const refusedInteractions = (generation: Generation): readonly Making[] => {
  const [type] = generation.contract.documentTypes;
  if (type === undefined) return [];
  const valid = shortest(validDelivery(generation, type.name));
  return [
    ...reasons.flatMap((reason) => {
      const { occasion } = reason;
      const delivery = brokenDelivery(generation, type.name, reason);
      return delivery === undefined ? [] : [refusal(generation, { type: type.name, delivery, occasion, given: [] })];
    }),
    duplicate(generation, type.name, valid),
    (number) => strange(generation.contract, type.name, valid.message(number)),
  ];
};

interface Reason {
  readonly occasion: ErrorCase;
  /** Whether breaking a constraint is refused for this reason. */
  readonly isOne: (contract: Contract) => (constraint: Constraint) => boolean;
}

const reasons: readonly Reason[] = [
  {
    occasion: 'schema',
    isOne:
      (contract) =>
      ({ kind, place }) =>
        kind === 'schema' && place.file === contract.schemas.message,
  },
  {
    occasion: 'content',
    isOne: (contract) => {
      const inside = new Set(contract.roles.flatMap(({ payload }) => payload?.schema ?? []));
      return ({ kind, place }) => kind === 'schema' && inside.has(place.file);
    },
  },
  {
    occasion: 'rule',
    isOne: ({ rules }) => {
      const errors = new Set(
        rules.flatMap(({ id, place, severity }) => (severity === 'error' ? [`${place.file}#${id}`] : [])),
      );
      return ({ id }) => errors.has(id);
    },
  },
];

/** The shortest delivery that breaks the first constraint of its kind; undefined where the contract has none to break. */
const brokenDelivery = (generation: Generation, type: string, { occasion, isOne }: Reason): Delivery | undefined => {
  const isWanted = isOne(generation.contract);
  for (const one of violable(generation, type)) {
    if (!one.violable || !isWanted(one.constraint)) continue;
    const delivery = shortest(violation(generation, type, one.constraint.id));
    if (occasion === 'content' || hasSameContent(delivery)) return delivery;
  }
  return undefined;
};

/** Whether what is wrong stands in the message itself: a rule on the content can be a matter of content. */
const hasSameContent = ({ draft, parent }: Violation): boolean =>
  holesIn(textOf(draft.request)).join() === holesIn(textOf(parent.draft.request)).join() &&
  Object.entries(draft.payloads).every(([key, payload]) => payload === parent.draft.payloads[key]);

interface Refused {
  readonly type: string;
  readonly delivery: Delivery;
  readonly occasion: ErrorCase;
  readonly given: readonly GivenState[];
}

const refusal =
  ({ contract }: Generation, { type, delivery, occasion, given }: Refused): Making =>
  (number) => ({
    description: `${type} refused: ${occasion}`,
    states: [known, ...given],
    request: {
      username: users.known,
      action: contract.service.deliver.action,
      message: delivery.message(number),
      said: 'all',
    },
    ...refusedWith(contract, occasion),
  });

/** A Fault, or the response itself where the contract has it so. */
const refusedWith = (contract: Contract, occasion: ErrorCase): Pick<PactInteraction, 'response' | 'reads'> => {
  const { answer, deliver, fault } = contract.service;
  const { code, text } = contract.errorCodes[occasion];
  const complaints = [{ case: occasion, id: undefined, at: deliver.request.name, text }];
  const answers = createAnswers(contract);
  const paths = answers.refused === undefined ? fault : answer.failure;
  const said = new Map(paths === undefined ? [] : [[namesIn(paths.code).split('/').at(-1) ?? '', [code]] as const]);
  return answers.refused === undefined
    ? {
        response: { status: 500, message: answers.fault({ code: 'Client', text, complaints }, 'nl'), said },
        reads: 'fault',
      }
    : { response: { status: 200, message: answers.refused(complaints, 'nl'), said }, reads: 'refused' };
};

/** The same message as before, which the state says was delivered. */
const duplicate =
  (generation: Generation, type: string, delivery: Delivery): Making =>
  (number) => {
    const parameters = { reference: referenceOf(generation.runId, number) };
    const given = [{ name: states.delivered, parameters }];
    return refusal(generation, { type, delivery, occasion: 'duplicate', given })(number);
  };

const strange = ({ service }: Contract, type: string, message: Uint8Array): PactInteraction => ({
  description: `${type} refused: credentials`,
  states: [{ name: states.unknown, parameters: { username: users.unknown } }],
  request: { username: users.unknown, action: service.deliver.action, message, said: 'all' },
  response: { status: 401, message: undefined, said: new Map() },
  reads: 'http-error',
});
