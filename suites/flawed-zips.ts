import { withFlawedZip } from '#generators/attacks';
import type { Exclusion, Stage } from '#harness/run-check';
import type { ZipFlaw } from '#judgement/zip-flaws';
import { type Check, type Lab, control, documentTypeOf, mayLeave, post, sample } from './lab.ts';

/** A valid delivery whose zip has a flaw, one case for each. */
export const flawedZips =
  (flaws: readonly ZipFlaw[]): Check =>
  async (lab, stage) => {
    for (const flaw of flaws) await refuses(lab, stage, flaw);
  };

const refuses = async (lab: Lab, stage: Stage, flaw: ZipFlaw): Promise<void> => {
  const delivery = sample(lab, stage);
  const spoilt = (number: string) =>
    withFlawedZip(lab.contract, delivery.message(number, lab.client.securityHeaders), flaw);
  if (spoilt('0'.repeat(12)) === undefined) {
    stage.state(noZip(documentTypeOf(lab, stage)));
    return;
  }
  if (!mayLeave(lab, stage, (message) => withFlawedZip(lab.contract, message, flaw) ?? message)) return;
  await stage.once(async (actor) => {
    await control(lab, stage, actor);
    await post(lab, actor, { purpose: flaw, body: () => spoilt(actor.number()) ?? new Uint8Array() });
  });
};

/** Why nothing is done with the zip of a delivery that has none. */
export const noZip = (documentType: string): Exclusion => ({
  verdict: 'not-applicable',
  reason: {
    nl: `een aanlevering van ${documentType} heeft geen zip om te vervangen`,
    en: `a delivery of ${documentType} has no zip to replace`,
  },
});
