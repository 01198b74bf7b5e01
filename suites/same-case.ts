import fc from 'fast-check';
import { pathOf } from '#contract/roles/bindings';
import { type Delivery, validDelivery } from '#generators/delivery';
import type { CaseActor } from '#harness/case';
import type { Exclusion, Stage } from '#harness/run-check';
import { asking, asksFor, withMedium } from './asked-medium.ts';
import { type Check, type Lab, control, deliver, documentTypeOf, post } from './lab.ts';
import { media } from './media.ts';
import { isApart } from './needs.ts';
import { otherTypes } from './spread.ts';

/** One case, two media: the same number stands in the reference of both. */
export const anotherMedium: Check = async (lab, stage) => {
  const documentType = documentTypeOf(lab, stage);
  const [first, ...others] = media(lab, documentType).map((medium) => [medium] as const);
  const [second] = others;
  // What was prepared may be published by hand: whether it may be delivered with a medium after that is not public.
  const other = second ?? (lab.config.mockControl === undefined ? undefined : []);
  if (first === undefined || other === undefined) {
    stage.state(onlyOneMedium);
    return;
  }
  const one = drawn(lab, stage, { documentType, media: first, mustAsk: true });
  const another = drawn(lab, stage, { documentType, media: other, mustAsk: true, not: one });
  if (!asksFor(lab, one, first) || !asksFor(lab, another, other)) {
    stage.state(noMedium);
    return;
  }
  const [same] = others.flatMap(([medium]) => inMedium(lab, one, medium) ?? []);
  await sameCase(lab, stage, [one, same ?? another, another]);
};

/** The same notice for another medium; undefined where that is no valid delivery, or nothing for the contract to tell them apart by. */
const inMedium = (lab: Lab, one: Delivery, medium: string): Delivery | undefined =>
  isApart(lab.contract, ['medium']) ? withMedium(lab, one, medium) : undefined;

const onlyOneMedium: Exclusion = {
  verdict: 'not-applicable',
  reason: {
    nl: 'bij dit documenttype kan maar om één medium worden gevraagd',
    en: 'only one medium can be asked for with this document type',
  },
};

const noMedium: Exclusion = {
  verdict: 'not-applicable',
  reason: {
    nl: 'de aanleveringen die van dit documenttype gemaakt zijn, vragen om geen medium, en het kan er niet bij',
    en: 'the deliveries that were made of this document type ask for no medium, and none can be put in',
  },
};

/** The control once more but for its number, which stands in the reference and in the notice. */
export const anotherCase: Check = (lab, stage) => {
  const documentType = documentTypeOf(lab, stage);
  return stage.once(async (actor) => {
    await control(lab, stage, actor);
    const delivery = lab.controls.get(documentType)?.delivery;
    if (delivery === undefined) throw new Error('the control of a document type is remembered when it is sent');
    const { answer } = await deliver(lab, actor, { purpose: 'sibling', delivery });
    if (answer.kind === 'accepted') return;
    const other = drawn(lab, stage, { documentType, media: lab.config.media, not: delivery });
    await deliver(lab, actor, { purpose: 'valid', delivery: other });
  });
};

/** One case, a notice of each document type that is accepted at all. */
export const anotherDocumentType: Check = async (lab, stage) => {
  const documentType = documentTypeOf(lab, stage);
  const [other] = otherTypes(lab, documentType);
  if (other === undefined) throw new Error('without another document type this is not acted');
  const asked = lab.config.media;
  const one = drawn(lab, stage, { documentType, media: asked });
  await sameCase(lab, stage, [one, drawn(lab, stage, { documentType: other, media: asked, not: one })]);
};

interface Drawn {
  readonly documentType: string;
  readonly media: readonly string[] | undefined;
  /** Whether one of the media is put in where a draw asks for none; looked at where there are media. */
  readonly mustAsk?: boolean;
  /** The title that it is not to have: with equal title and content it may be taken for a duplicate. */
  readonly not?: Delivery;
}

/** Draws that are looked at for another title. */
const looks = 10;

const drawn = (lab: Lab, stage: Stage, { documentType, media: asked, mustAsk = false, not }: Drawn): Delivery => {
  const all = validDelivery({ ...lab.generation, media: asked }, documentType);
  const wanted = mustAsk ? (asked ?? []) : [];
  const found: Delivery[] = [];
  for (let look = 0; look < looks; look += 1) {
    const [one] = fc.sample(all, { seed: lab.config.seed + stage.check.ordinal + look, numRuns: 1 });
    if (one === undefined) continue;
    const asks = asking(lab, one, wanted);
    if (asks !== undefined && (not === undefined || titleOf(lab, asks) !== titleOf(lab, not))) return asks;
    found.push(asks ?? one);
  }
  const spare = found.find((one) => asksFor(lab, one, wanted)) ?? found[0];
  if (spare === undefined) throw new Error(`no delivery was generated for ${documentType}`);
  return spare;
};

const titleOf = ({ contract, generation }: Lab, { draft }: Delivery): string | undefined => {
  const path = pathOf(contract, 'title');
  return path === undefined ? undefined : generation.workshop.roles.get(draft, path);
};

/** Both under one number; where the second is refused, it or the third that stands for it is sent under a number of its own as well. */
const sameCase = (lab: Lab, stage: Stage, [one, other, beside = other]: Notices): Promise<void> =>
  stage.once(async (actor) => {
    const headers = lab.client.securityHeaders;
    let number = '';
    await post(lab, actor, { purpose: 'valid', body: () => one.message((number = actor.number()), headers) });
    const { answer } = await post(lab, actor, { purpose: 'sibling', body: () => other.message(number, headers) });
    if (answer.kind !== 'accepted') await alone(lab, actor, beside);
  });

type Notices = readonly [one: Delivery, other: Delivery, beside?: Delivery];

const alone = async (lab: Lab, actor: CaseActor, delivery: Delivery): Promise<void> => {
  await deliver(lab, actor, { purpose: 'control', delivery });
};
