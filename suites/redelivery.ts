import type fc from 'fast-check';
import { pathOf } from '#contract/roles/bindings';
import { type Delivery, deliveryOf, validDelivery } from '#generators/delivery';
import type { redelivery } from '#judgement/requirements/redelivery';
import { type Check, type Checks, type Lab, documentTypeOf, post } from './lab.ts';
import { originOf, violateAny } from './rejection.ts';
import { oneIn } from './spread.ts';

/** Valid deliveries that rectify nothing: a rectification of a notice is no duplicate of it. */
const original = ({ contract, generation }: Lab, documentType: string): fc.Arbitrary<Delivery> => {
  const all = validDelivery(generation, documentType);
  const rectifies = pathOf(contract, 'rectifies');
  if (rectifies === undefined) return all;
  return all.map(({ draft }) => deliveryOf(generation, generation.workshop.roles.remove(draft, rectifies)));
};

const afterRefusal: Check = (lab, stage) =>
  violateAny(lab, stage, {
    runs: oneIn(10, lab),
    act: async (actor, one) => {
      const number = actor.number();
      const headers = lab.client.securityHeaders;
      const body = one.message(number, headers);
      const { answer } = await post(lab, actor, { purpose: 'violation', body, origin: originOf(one) });
      if (answer.kind === 'accepted') return;
      await post(lab, actor, { purpose: 'mended', body: one.parent.message(number, headers) });
    },
  });

const afterSuccess: Check = (lab, stage) =>
  stage.forAll(original(lab, documentTypeOf(lab, stage)), oneIn(10, lab), async (actor, one) => {
    const body = one.message(actor.number(), lab.client.securityHeaders);
    await post(lab, actor, { purpose: 'valid', body });
    await post(lab, actor, { purpose: 'again', body });
  });

/** The client hangs up once the request has left, and then offers the same delivery twice. */
const lostAnswer: Check = (lab, stage) =>
  stage.forAll(original(lab, documentTypeOf(lab, stage)), oneIn(10, lab), async (actor, one) => {
    const body = one.message(actor.number(), lab.client.securityHeaders);
    const hangUp = new AbortController();
    const onSent = (): void => {
      setImmediate(() => {
        hangUp.abort();
      });
    };
    await post(lab, actor, { purpose: 'lost', body, request: { onSent, chunked: true, signal: hangUp.signal } });
    await post(lab, actor, { purpose: 'again', body });
    await post(lab, actor, { purpose: 'last', body });
    await actor.observe();
  });

/** Checks of what is delivered more than once. */
export const redeliveryChecks: Checks<typeof redelivery> = {
  'redelivery.accepts-after-refusal': afterRefusal,
  'redelivery.refuses-after-success': afterSuccess,
  'redelivery.survives-lost-answer': lostAnswer,
};
