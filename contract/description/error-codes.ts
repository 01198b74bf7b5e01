import { type ErrorCase, type ErrorCode } from '../contract.ts';
import { attempt, type Part } from '../folder/attempt.ts';
import { type Description } from './description.ts';
import { toGrounding } from '../grounds/grounding.ts';

/** What our own endpoint answers with, by occasion. */
export const readErrorCodes = ({ entries, placeOf }: Description): Readonly<Record<ErrorCase, ErrorCode>> => {
  const read = (occasion: ErrorCase): Part<ErrorCode> =>
    attempt(() => {
      const { code, nl, en, ground, source } = entries.errorCodes[occasion];
      return { code, text: { nl, en }, ...toGrounding(ground, source, placeOf('errorCodes', occasion, 'ground')) };
    });
  const [schema, content, rule] = [read('schema'), read('content'), read('rule')];
  const [duplicate, credentials] = [read('duplicate'), read('credentials')];
  const [size, internal] = [read('size'), read('internal')];
  return {
    ...{ schema: schema(), content: content(), rule: rule(), duplicate: duplicate() },
    ...{ credentials: credentials(), size: size(), internal: internal() },
  };
};
