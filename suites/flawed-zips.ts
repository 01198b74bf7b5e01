import { withFlawedZip } from '#generators/attacks';
import type { Exclusion, Stage } from '#harness/run-check';
import type { ZipFlaw } from '#judgement/zip-flaws';
import { type Check, type Lab, control, documentTypeOf, mayLeave, post, sample } from './lab.ts';

/** A valid delivery whose zip has a flaw, one case for each that the contract has refused. */
export const flawedZips =
  (flaws: readonly ZipFlaw[]): Check =>
  async (lab, stage) => {
    const violating = flaws.filter((flaw) => isViolation(lab, stage, flaw));
    for (const flaw of violating) await refuses(lab, stage, flaw);
    if (violating.length === 0) stage.state(noZip(documentTypeOf(lab, stage)));
  };

/** A file that may be called anything may be called so, too. */
const isViolation = (lab: Lab, stage: Stage, flaw: ZipFlaw): boolean => {
  const spoilt = spoiltWith(lab, stage, flaw)('0'.repeat(12));
  const { oracle, context } = lab.generation;
  return spoilt !== undefined && oracle.judge(spoilt, context).verdict === 'invalid';
};

const spoiltWith = (lab: Lab, stage: Stage, flaw: ZipFlaw) => {
  const delivery = sample(lab, stage);
  return (number: string): Uint8Array | undefined =>
    withFlawedZip(lab.contract, delivery.message(number, lab.client.securityHeaders), flaw);
};

const refuses = async (lab: Lab, stage: Stage, flaw: ZipFlaw): Promise<void> => {
  const spoilt = spoiltWith(lab, stage, flaw);
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
    nl: `een aanlevering van ${documentType} heeft geen zip waarmee dat kan`,
    en: `a delivery of ${documentType} has no zip to do that with`,
  },
});
