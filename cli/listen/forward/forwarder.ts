import { createClient } from '#endpoint/client';
import type { Forward, Forwarded, ToForward } from '#endpoint/mock/forward';
import type { Forwarded as Used } from '#evidence/forwarded';
import { clientOptions } from '#harness/client/client-options';
import { vendorMannersFor } from '#harness/client/manners';
import type { Answer } from '#judgement/answer';
import { mayBeDossier } from '#judgement/may-be-dossier';
import { dossierCap } from '#suites/dossier-cap';
import { type HandingOn, handOn, mostOfAnswer, stays } from './hand-on.ts';
import { reasons } from './refusals.ts';

/** Hands messages on to the endpoint of a profile, within its limits and manners. */
export interface Forwarder {
  readonly forward: Forward;
  /** What an answer that came back was read as, by its body. */
  readonly answerTo: (body: Uint8Array) => Answer | undefined;
  readonly underWay: () => number;
  /** Takes no more, and resolves once what is under way has its answer. */
  readonly close: () => Promise<void>;
  /** Gives up what is under way. */
  readonly hurry: () => Promise<void>;
}

/** What messages are handed on with, and what the recording has used up of the limits before. */
export interface Forwarding extends HandingOn {
  readonly used: Used;
}

/** Opens a client of the endpoint; nothing is sent yet. */
export const openForwarder = (forwarding: Forwarding): Forwarder => {
  const { contract, config, used } = forwarding;
  const { requests, accepted } = config.limits;
  const client = createClient({
    ...clientOptions(contract, config),
    forbids: vendorMannersFor(contract, config),
    budget: requests === undefined ? undefined : Math.max(0, requests - used.requests),
    maxResponseBytes: mostOfAnswer,
  });
  const cap = dossierCap(accepted, used.accepted);
  const attempt = handOn(forwarding, client);
  const told = new WeakMap<Uint8Array, Answer>();
  const underWay = new Set<Promise<unknown>>();
  let isOver = false;
  const capped = async (message: ToForward): Promise<Forwarded> => {
    if (isOver) return stays(config, reasons.ending);
    const isDelivery = message.operation !== 'alive';
    if (isDelivery && !(await cap.take())) return stays(config, reasons.accepted(accepted));
    let isDossier = false;
    try {
      const { forwarded, answer } = await attempt(message);
      isDossier = answer !== undefined && mayBeDossier(answer);
      if (answer !== undefined && forwarded.note.fate === 'answered' && 'response' in forwarded)
        told.set(forwarded.response.body, answer);
      return forwarded;
    } finally {
      if (isDelivery) cap.settle(isDossier);
    }
  };

  return {
    forward: async (message) => {
      const work = capped(message);
      underWay.add(work);
      try {
        return await work;
      } finally {
        underWay.delete(work);
      }
    },
    answerTo: (body) => told.get(body),
    underWay: () => underWay.size,
    close: async () => {
      isOver = true;
      await Promise.allSettled(underWay);
      await client.close();
    },
    hurry: () => client.close(),
  };
};
