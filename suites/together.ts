import type { Bilingual } from '#contract/texts/bilingual';
import { apartBy } from '#judgement/together';
import { type Check, control, deliver } from './lab.ts';
import { originOf } from './origin.ts';
import { violateAny } from './rejection.ts';
import { oneIn } from './spread.ts';

/**
 * A wrong delivery and the valid one that it was made from, both under way at once, now the one and then the other first; the wrong
 * one alone too where it was accepted, since then it may always be.
 */
export const together: Check = async (lab, stage) => {
  const pairs: (Bilingual | undefined)[] = [];
  await violateAny(lab, stage, {
    runs: oneIn(10, lab),
    act: async (actor, one) => {
      await control(lab, stage, actor);
      const request = { together: { size: 2 } };
      const sendWrong = () =>
        deliver(lab, actor, { purpose: 'violation', delivery: one, origin: originOf(one), request });
      const sendValid = () => deliver(lab, actor, { purpose: 'valid', delivery: one.parent, request });
      const isValidFirst = (lab.config.seed + pairs.length) % 2 === 0;
      const early = isValidFirst ? sendValid() : sendWrong();
      const late = isValidFirst ? sendWrong() : sendValid();
      const both = await Promise.all([early, late]);
      pairs.push(apartBy(...both));
      const wrong = isValidFirst ? both[1] : both[0];
      if (wrong.answer.kind === 'accepted') await deliver(lab, actor, { purpose: 'alone', delivery: one });
    },
  });
  const [reason] = pairs;
  if (reason !== undefined && !pairs.includes(undefined)) stage.state({ verdict: 'untested', reason });
};
