import { neverTogether, wereTogether } from '#judgement/together';
import { type Check, control, deliver } from './lab.ts';
import { originOf } from './origin.ts';
import { violateAny } from './rejection.ts';
import { oneIn } from './spread.ts';

/** A wrong delivery and the valid one that it was made from, both under way at once; the wrong one alone too where it was accepted, since then it may always be. */
export const together: Check = async (lab, stage) => {
  let pairs = 0;
  let atOnce = 0;
  await violateAny(lab, stage, {
    runs: oneIn(10, lab),
    act: async (actor, one) => {
      await control(lab, stage, actor);
      const request = { together: { size: 2 } };
      const [wrong, valid] = await Promise.all([
        deliver(lab, actor, { purpose: 'violation', delivery: one, origin: originOf(one), request }),
        deliver(lab, actor, { purpose: 'valid', delivery: one.parent, request }),
      ]);
      pairs += 1;
      if (wereTogether(wrong, valid)) atOnce += 1;
      if (wrong.answer.kind === 'accepted') await deliver(lab, actor, { purpose: 'alone', delivery: one });
    },
  });
  if (pairs > 0 && atOnce === 0) stage.state({ verdict: 'untested', reason: neverTogether });
};
