import { validDelivery } from '#generators/delivery';
import type { robustness } from '#judgement/requirements/robustness';
import { longDelivery } from '#generators/long-delivery';
import { deepNesting, documentTypeDeclaration, entityExpansion, externalEntity, withZip } from '#generators/attacks';
import { edges } from './edges.ts';
import { type Check, type Checks, type Lab, control, deliver, documentTypeOf, mayLeave, sample } from './lab.ts';
import { noZip } from './flawed-zips.ts';
import { oneIn } from './spread.ts';
import { beyondWcf } from './carried.ts';
import { zipOfSpaces } from './zip-bomb.ts';

/** A hostile message right between two valid deliveries: what went down before it is not its doing. */
const attack =
  (make: (lab: Lab, message: Uint8Array) => Uint8Array | undefined): Check =>
  async (lab, stage) => {
    const spoilt = (message: Uint8Array) => make(lab, message);
    const message = (number: string) => sample(lab, stage).message(number, lab.client.securityHeaders);
    if (spoilt(message('0'.repeat(12))) === undefined) {
      stage.state(noZip(documentTypeOf(lab, stage)));
      return;
    }
    if (!mayLeave(lab, stage, (one) => spoilt(one) ?? one)) return;
    await stage.once(async (actor) => {
      await deliver(lab, actor, { purpose: 'control', delivery: sample(lab, stage) });
      const body = spoilt(message(actor.number()));
      if (body !== undefined) await actor.exchange('attack', () => lab.client.send({ body }));
      await deliver(lab, actor, { purpose: 'afterwards', delivery: sample(lab, stage) });
    });
  };

const oddText: Check = async (lab, stage) => {
  await stage.forAll(
    validDelivery({ ...lab.generation, text: 'awkward' }, documentTypeOf(lab, stage)),
    oneIn(5, lab),
    async (actor, one) => {
      await control(lab, stage, actor);
      await deliver(lab, actor, { purpose: 'valid', delivery: one });
    },
  );
  await edges('words')(lab, stage);
};

const longContent: Check = (lab, stage) =>
  stage.forAll(longDelivery(lab.generation, documentTypeOf(lab, stage), beyondWcf), 1, async (actor, one) => {
    await control(lab, stage, actor);
    await deliver(lab, actor, { purpose: 'valid', delivery: one });
  });

/** Checks of odd, long and hostile messages. */
export const robustnessChecks: Checks<typeof robustness> = {
  'robustness.takes-odd-text': oddText,
  'robustness.takes-every-letter': edges('letters'),
  'robustness.takes-longest-texts': async (lab, stage) => {
    await edges('longest')(lab, stage);
    await edges('lists')(lab, stage);
  },
  'robustness.takes-long-content': longContent,
  'robustness.refuses-deep-nesting': attack((_, message) => deepNesting(message)),
  'robustness.refuses-document-type-declaration': attack((_, message) => documentTypeDeclaration(message)),
  'robustness.refuses-entity-expansion': attack((_, message) => entityExpansion(message)),
  'robustness.refuses-external-entity': attack((_, message) => externalEntity(message)),
  'robustness.refuses-zip-bomb': attack((lab, message) =>
    withZip(lab.contract, message, zipOfSpaces('inhoud.xml', 256)),
  ),
  'robustness.shows-no-internals': (_, stage) => stage.overStream(),
};
