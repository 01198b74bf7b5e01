import * as v from 'valibot';
import { readShaped } from '#contract/description/description';
import { keys, oneOf, positive } from '#contract/description/description-values';
import { type ScriptedPlay, playNames, usualSeconds } from '#endpoint/mock/plays';
import { readable } from './readable.ts';

const shape = keys({
  answers: v.array(
    v.pipe(
      keys({
        delivery: v.optional(positive),
        every: v.optional(positive),
        answer: oneOf(playNames),
        seconds: v.optional(v.pipe(positive, v.maxValue(600, 'must be at most 600'))),
      }),
      v.check(
        ({ delivery, every }) => (delivery === undefined) !== (every === undefined),
        'must say which delivery, or every so many; one of the two',
      ),
    ),
    'must be a list of { delivery, answer }',
  ),
});

/** Reads which answers are played at which delivery; throws `ContractError` with file, line and key. */
export const readAnswersFile = (file: string): readonly ScriptedPlay[] =>
  readShaped(shape, file, readable('--answers', file)).entries.answers.map(({ seconds = usualSeconds, ...rest }) => ({
    ...rest,
    seconds,
  }));
