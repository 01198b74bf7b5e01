import { validDelivery } from '#generators/delivery';
import type { robustness } from '#judgement/requirements/robustness';
import { Undecided } from '#harness/stop';
import { longDelivery } from '#generators/long-delivery';
import { deepNesting, documentTypeDeclaration, entityExpansion, externalEntity, withZip } from './attacks.ts';
import {
  type Check,
  type Checks,
  type Lab,
  control,
  deliver,
  documentTypeOf,
  mustMayLeave,
  post,
  sample,
} from './lab.ts';
import { oneIn } from './spread.ts';
import { zipOfSpaces } from './zip-bomb.ts';

/** More bytes than WCF takes unless it is told to. */
export const beyondWcf = 65_537;

/** A hostile message right between two valid deliveries: what went down before it is not its doing. */
const attack =
  (make: (lab: Lab, message: Uint8Array) => Uint8Array | undefined): Check =>
  (lab, stage) =>
    stage.once(async (actor) => {
      await deliver(lab, actor, { purpose: 'control', delivery: sample(lab, stage) });
      const message = sample(lab, stage).message(actor.number(), lab.client.securityHeaders);
      const body = make(lab, message);
      if (body === undefined) throw nothingToSpoil(documentTypeOf(lab, stage));
      mustMayLeave(lab, body, message);
      await post(lab, actor, { purpose: 'attack', body });
      await deliver(lab, actor, { purpose: 'afterwards', delivery: sample(lab, stage) });
    });

const nothingToSpoil = (documentType: string): Undecided =>
  new Undecided('untested', {
    nl: `een aanlevering van ${documentType} heeft geen zip om te vervangen`,
    en: `a delivery of ${documentType} has no zip to replace`,
  });

const oddText: Check = (lab, stage) =>
  stage.forAll(
    validDelivery({ ...lab.generation, text: 'awkward' }, documentTypeOf(lab, stage)),
    oneIn(5, lab),
    async (actor, one) => {
      await control(lab, stage, actor);
      await deliver(lab, actor, { purpose: 'valid', delivery: one });
    },
  );

const longContent: Check = (lab, stage) =>
  stage.forAll(longDelivery(lab.generation, documentTypeOf(lab, stage), beyondWcf), 1, async (actor, one) => {
    await control(lab, stage, actor);
    await deliver(lab, actor, { purpose: 'valid', delivery: one });
  });

/** Checks of odd, long and hostile messages. */
export const robustnessChecks: Checks<typeof robustness> = {
  'robustness.takes-odd-text': oddText,
  'robustness.takes-long-content': longContent,
  'robustness.refuses-deep-nesting': attack((_, message) => deepNesting(message)),
  'robustness.refuses-document-type-declaration': attack((_, message) => documentTypeDeclaration(message)),
  'robustness.refuses-entity-expansion': attack((_, message) => entityExpansion(message)),
  'robustness.refuses-external-entity': attack((_, message) => externalEntity(message)),
  'robustness.refuses-zip-bomb': attack((lab, message) =>
    withZip(lab.contract, message, zipOfSpaces('inhoud.xml', 256)),
  ),
};
