import type { Bilingual } from '#contract/texts/bilingual';
import type { Exchange } from '#contract/wire/exchange';
import type fc from 'fast-check';
import { type Delivery, validDelivery } from '#generators/delivery';
import { rewritten } from '#generators/rewritten';
import type { CaseActor } from '#harness/case';
import type { Stage } from '#harness/run-check';
import { unansweredBy } from '#judgement/chance';
import type { Purpose } from '#judgement/purpose';
import type { redelivery } from '#judgement/requirements/redelivery';
import {
  type Check,
  type Checks,
  type Lab,
  control,
  deliver,
  documentTypeOf,
  post,
  sample,
  unrectified,
} from './lab.ts';
import { left } from './left-out.ts';
import { originOf } from './origin.ts';
import { violateAny } from './rejection.ts';
import { anotherCase, anotherDocumentType, anotherMedium } from './same-case.ts';
import { oneIn } from './spread.ts';

/** Valid deliveries that rectify nothing. */
const original = (lab: Lab, documentType: string): fc.Arbitrary<Delivery> =>
  validDelivery(lab.generation, documentType).map((one) => unrectified(lab, one));

const afterRefusal: Check = (lab, stage) =>
  violateAny(lab, stage, {
    runs: oneIn(10, lab),
    act: async (actor, one) => {
      const headers = lab.client.securityHeaders;
      let number = '';
      const body = (): Uint8Array => one.message((number = actor.number()), headers);
      const { answer } = await post(lab, actor, { purpose: 'violation', body, origin: originOf(one) });
      if (answer.kind === 'accepted') return;
      await post(lab, actor, { purpose: 'mended', body: () => one.parent.message(number, headers) });
    },
  });

const afterSuccess: Check = (lab, stage) =>
  stage.forAll(original(lab, documentTypeOf(lab, stage)), oneIn(10, lab), async (actor, one) => {
    const headers = lab.client.securityHeaders;
    let number = '';
    await post(lab, actor, { purpose: 'valid', body: () => one.message((number = actor.number()), headers) });
    await repeat(lab, stage)(actor, { purpose: 'again', body: () => one.message(number, headers) });
    await repeat(lab, stage)(actor, {
      purpose: 'last',
      body: () => rewritten(lab.generation, one).message(number, headers),
    });
  });

interface Repetition {
  readonly purpose: Purpose;
  readonly body: () => Uint8Array;
}

/** Repeats a delivery; where that goes unanswered a new one tells whether the endpoint answers others. */
const repeat =
  (lab: Lab, stage: Stage) =>
  async (actor: CaseActor, repetition: Repetition): Promise<void> => {
    const { answer } = await post(lab, actor, repetition);
    if (unansweredBy(answer) === undefined) return;
    await deliver(lab, actor, { purpose: 'afterwards', delivery: unrectified(lab, sample(lab, stage)) });
  };

/** The client hangs up once the request has left, and then offers the same delivery twice. */
const lostAnswer: Check = (lab, stage) =>
  stage.forAll(original(lab, documentTypeOf(lab, stage)), oneIn(10, lab), async (actor, one) => {
    const body = one.message(actor.number(), lab.client.securityHeaders);
    await actor.exchange('lost', () => loseAnswer(lab, body));
    await repeat(lab, stage)(actor, { purpose: 'again', body: () => body });
    await repeat(lab, stage)(actor, { purpose: 'last', body: () => body });
    await actor.observe();
  });

/** Delivers, and hangs up before the answer. */
export const loseAnswer = async (lab: Lab, body: Uint8Array): Promise<Exchange> => {
  const hangUp = new AbortController();
  const onSent = (): void => {
    setImmediate(() => {
      hangUp.abort();
    });
  };
  return onPurpose(await lab.client.send({ body, onSent, chunked: true, signal: hangUp.signal }));
};

/** The answer is lost by our doing, and no run was stopped. */
const onPurpose = (exchange: Exchange): Exchange => {
  const { outcome } = exchange;
  if (!('failure' in outcome) || outcome.failure.kind !== 'aborted' || outcome.failure.said !== undefined)
    return exchange;
  return { ...exchange, outcome: { failure: { ...outcome.failure, message: hungUp.en, said: hungUp } } };
};

const hungUp: Bilingual = {
  nl: 'de suite verbrak de verbinding met opzet, zodat het antwoord verloren ging',
  en: 'the suite hung up on purpose, so that the answer was lost',
};

/** Deliveries that stand between a delivery and its repetition at least, where nothing limits them. */
const between = 100;

/** The first delivery of the run once more, when all others have been made. */
const later: Check = (lab, stage) => {
  if (isWithoutPast(lab, documentTypeOf(lab, stage))) stage.state(left.past);
  return stage.once(async (actor) => {
    await control(lab, stage, actor);
    const first = lab.controls.get(documentTypeOf(lab, stage));
    if (first === undefined) throw new Error('the control of a document type is remembered when it is sent');
    await fill(lab, actor, first.delivery);
    await post(lab, actor, {
      purpose: 'later',
      body: () => first.delivery.message(first.number, lab.client.securityHeaders),
    });
  });
};

/** Elsewhere, in the part of a run that was resumed in which nothing was delivered yet, a repetition would follow at once. */
const isWithoutPast = ({ config, controls }: Lab, documentType: string): boolean =>
  config.before !== undefined && config.mockControl === undefined && !controls.has(documentType);

/** Only at the embedded endpoint: elsewhere the rest of the run has to do. */
const fill = async (lab: Lab, actor: CaseActor, delivery: Delivery): Promise<void> => {
  const missing = lab.config.mockControl === undefined ? 0 : between - lab.answered();
  for (let index = 0; index < missing; index += 1) await deliver(lab, actor, { purpose: 'filler', delivery });
};

/** Checks of what is delivered more than once. */
export const redeliveryChecks: Checks<typeof redelivery> = {
  'redelivery.accepts-after-refusal': afterRefusal,
  'redelivery.refuses-after-success': afterSuccess,
  'redelivery.refuses-after-others': later,
  'redelivery.survives-lost-answer': lostAnswer,
  'redelivery.accepts-another-case': anotherCase,
  'redelivery.accepts-another-medium': anotherMedium,
  'redelivery.accepts-another-document-type': anotherDocumentType,
};
