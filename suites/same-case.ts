import fc from 'fast-check';
import { type Delivery, validDelivery } from '#generators/delivery';
import type { CaseActor } from '#harness/case';
import type { Exclusion, Stage } from '#harness/run-check';
import { type Check, type Lab, documentTypeOf, post, deliver } from './lab.ts';
import { media } from './media.ts';
import { otherTypes } from './spread.ts';

/** One case, two media: the same number stands in the reference of both. */
export const anotherMedium: Check = async (lab, stage) => {
  const documentType = documentTypeOf(lab, stage);
  const [first, second] = media(lab, documentType);
  if (first === undefined || second === undefined) {
    stage.state(onlyOneMedium);
    return;
  }
  const of = (medium: string) => drawn(lab, stage, { documentType, media: [medium] });
  await sameCase(lab, stage, [of(first), of(second)]);
};

const onlyOneMedium: Exclusion = {
  verdict: 'not-applicable',
  reason: {
    nl: 'bij dit documenttype kan maar om één medium worden gevraagd',
    en: 'only one medium can be asked for with this document type',
  },
};

/** One case, a notice of each document type that is accepted at all. */
export const anotherDocumentType: Check = async (lab, stage) => {
  const documentType = documentTypeOf(lab, stage);
  const [other] = otherTypes(lab, documentType);
  if (other === undefined) throw new Error('without another document type this is not acted');
  const of = (type: string) => drawn(lab, stage, { documentType: type, media: lab.config.media });
  await sameCase(lab, stage, [of(documentType), of(other)]);
};

interface Drawn {
  readonly documentType: string;
  readonly media: readonly string[] | undefined;
}

const drawn = (lab: Lab, stage: Stage, { documentType, media: asked }: Drawn): Delivery => {
  const all = validDelivery({ ...lab.generation, media: asked }, documentType);
  const [first] = fc.sample(all, { seed: lab.config.seed + stage.check.ordinal, numRuns: 1 });
  if (first === undefined) throw new Error(`no delivery was generated for ${documentType}`);
  return first;
};

/** Both under one number; a second one that is refused is sent under a number of its own as well. */
const sameCase = (lab: Lab, stage: Stage, [one, other]: readonly [Delivery, Delivery]): Promise<void> =>
  stage.once(async (actor) => {
    const number = actor.number();
    const send = (purpose: 'valid' | 'sibling', delivery: Delivery) =>
      post(lab, actor, { purpose, body: delivery.message(number, lab.client.securityHeaders) });
    await send('valid', one);
    const { answer } = await send('sibling', other);
    if (answer.kind !== 'accepted') await alone(lab, actor, other);
  });

const alone = async (lab: Lab, actor: CaseActor, delivery: Delivery): Promise<void> => {
  await deliver(lab, actor, { purpose: 'control', delivery });
};
