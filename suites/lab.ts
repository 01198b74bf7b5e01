import type { Purpose } from '#judgement/purpose';
import type { Bilingual } from '#contract/texts/bilingual';
import type { Contract } from '#contract/contract';
import { pathOf } from '#contract/roles/bindings';
import type { Client, SendRequest } from '#endpoint/client';
import { type Delivery, deliveryOf, validDelivery } from '#generators/delivery';
import type { Generation } from '#generators/generation';
import type { CaseActor } from '#harness/case';
import type { RunConfig } from '#harness/run-config';
import type { Exclusion, Stage } from '#harness/run-check';
import type { Origin, Sent } from '#judgement/case';
import fc from 'fast-check';
import { deliverableTypes } from './deliverable-types.ts';
import { leftBy } from './left-out.ts';
import { type Chances, sendSteadily } from './steadily.ts';

/** What the checks of a run act with. */
export interface Lab {
  readonly contract: Contract;
  readonly config: RunConfig;
  readonly client: Client;
  readonly generation: Generation;
  /** What is sent once a run and shared by cases, by what it is: the control of a document type, or the connection test. */
  readonly shared: Map<string, Promise<Sent>>;
  /** The controls that were sent, by their document type, so that they can be sent again. */
  readonly controls: Map<string, Control>;
  readonly chances: Chances;
  /** How many requests of the run were answered so far. */
  readonly answered: () => number;
  /** Document types of which a delivery was accepted in this run. */
  readonly acceptedTypes: Set<string>;
  /** Constraints that can't be violated for a document type, each with the verdict that it gets and the reason. */
  readonly unviolable: (documentType: string) => ReadonlyMap<string, Exclusion>;
  /** Constraints that proved unbreakable in this run, where nothing was known against it. */
  readonly givenUp: (documentType: string) => Map<string, Exclusion>;
}

/** A control under the last number that it was sent with. */
export interface Control {
  readonly delivery: Delivery;
  readonly number: string;
}

/** Acts one requirement: makes the exchanges that its judge needs. */
export type Check = (lab: Lab, stage: Stage) => Promise<void>;

/** A requirement that nothing acts, with the reason that every report gives. */
export interface Untested {
  readonly untested: string;
}

/** A check, or a reason for having none, for every requirement of a topic. */
export type Checks<Topic> = { readonly [Id in keyof Topic]: Check | Untested };

/** What a delivery is sent with. */
export interface DeliverOptions {
  readonly request?: Partial<SendRequest>;
  readonly origin?: Origin;
}

/** Sends a delivery under a new number. */
export const deliver = async (
  lab: Lab,
  actor: CaseActor,
  { purpose, delivery, ...options }: DeliverOptions & { readonly purpose: Purpose; readonly delivery: Delivery },
): Promise<Sent> => {
  const { request, origin } = options;
  const send = () =>
    lab.client.send({ body: delivery.message(actor.number(), lab.client.securityHeaders), ...request });
  // Over a connection or with credentials of its own it is meant to be refused, and an attack to break something.
  const isOnce = request?.connection !== undefined || request?.credentials !== undefined || purpose === 'afterwards';
  const sent = await (isOnce
    ? actor.exchange(purpose, send, origin)
    : sendSteadily(lab.chances, actor, { purpose, origin, send }));
  if (sent.answer.kind === 'accepted') lab.acceptedTypes.add(delivery.documentType);
  return sent;
};

/** Sends a message that is made anew for each try; over a connection of its own it is sent once. */
export const post = (
  lab: Lab,
  actor: CaseActor,
  { purpose, body, request, origin }: DeliverOptions & { readonly purpose: Purpose; readonly body: () => Uint8Array },
): Promise<Sent> => {
  const send = () => lab.client.send({ body: body(), ...request });
  return request?.connection === undefined
    ? sendSteadily(lab.chances, actor, { purpose, origin, send })
    : actor.exchange(purpose, send, origin);
};

/** Whether what is made of a message may leave; states why not where the message itself may. What never may is a bug, which the client stops. */
export const mayLeave = (lab: Lab, stage: Stage, make: (message: Uint8Array) => Uint8Array): boolean => {
  const { forbids } = lab.generation;
  const message = sample(lab, stage).message('0'.repeat(12), lab.client.securityHeaders);
  const reason = forbids?.(make(message));
  if (reason === undefined || forbids?.(message) !== undefined) return true;
  stage.state(byManners(reason));
  return false;
};

/** That manners forbid what a check would send. */
export const byManners = (reason: Bilingual): Exclusion =>
  leftBy.manners({
    nl: `zo’n bericht mag in dit contract niet worden verstuurd: ${reason.nl}`,
    en: `such a message must not be sent under this contract: ${reason.en}`,
  });

/** The document type of a check; for one that is about none the first that was accepted, else the first of the run. */
export const documentTypeOf = (lab: Choice, stage: OfType): string => {
  if (stage.check.documentType !== undefined) return stage.check.documentType;
  const chosen = deliverableTypes(lab);
  return chosen.find((type) => lab.acceptedTypes?.has(type)) ?? chosen[0] ?? '';
};

/** What is about a document type, or about none. */
interface OfType {
  readonly check: Pick<Stage['check'], 'documentType'>;
}

type Choice = Pick<Lab, 'contract' | 'config'> & Partial<Pick<Lab, 'acceptedTypes'>>;

/** Takes a valid delivery of this document type into the case; it is sent once a run. */
export const control = async (lab: Lab, stage: Stage, actor: CaseActor): Promise<void> => {
  const documentType = documentTypeOf(lab, stage);
  await sendOnce(lab, actor, {
    key: `control ${documentType}`,
    send: () => {
      const delivery = unrectified(lab, sample(lab, stage, documentType));
      const number = (): string => {
        const next = actor.number();
        lab.controls.set(documentType, { delivery, number: next });
        return next;
      };
      return deliver(lab, { ...actor, number }, { purpose: 'control', delivery });
    },
  });
};

/** The same without what it rectifies: a rectification of a notice is no duplicate of it. */
export const unrectified = ({ contract, generation }: Lab, one: Delivery): Delivery => {
  const rectifies = pathOf(contract, 'rectifies');
  if (rectifies === undefined) return one;
  return deliveryOf(generation, generation.workshop.roles.remove(one.draft, rectifies));
};

/** Takes an exchange into the case that is made once a run, by the first case that asks for it. */
export const sendOnce = async (
  { shared }: Lab,
  actor: CaseActor,
  { key, send }: { readonly key: string; readonly send: () => Promise<Sent> },
): Promise<void> => {
  const known = shared.get(key);
  if (known !== undefined) {
    actor.include(await known);
    return;
  }
  const sending = send();
  shared.set(key, sending);
  await sending;
};

/** One valid delivery in plain Dutch, drawn with the seed of the run. */
export const sample = (lab: Lab, stage: Stage, documentType = documentTypeOf(lab, stage)): Delivery => {
  const [first] = fc.sample(validDelivery({ ...lab.generation, text: 'plain' }, documentType), {
    seed: lab.config.seed + stage.check.ordinal,
    numRuns: 1,
  });
  if (first === undefined) throw new Error(`no delivery was generated for ${documentType}`);
  return first;
};
