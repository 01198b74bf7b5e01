import { type Check, control, deliver } from './lab.ts';
import { originOf } from './origin.ts';
import { violateAny } from './rejection.ts';
import { oneIn } from './spread.ts';

/** A wrong delivery and the valid one that it was made from, both under way at once; the wrong one alone too where it was accepted, since then it may always be. */
export const together: Check = (lab, stage) =>
  violateAny(lab, stage, {
    runs: oneIn(10, lab),
    act: async (actor, one) => {
      await control(lab, stage, actor);
      const [{ answer }] = await Promise.all([
        deliver(lab, actor, { purpose: 'violation', delivery: one, origin: originOf(one) }),
        deliver(lab, actor, { purpose: 'valid', delivery: one.parent }),
      ]);
      if (answer.kind === 'accepted') await deliver(lab, actor, { purpose: 'alone', delivery: one });
    },
  });
