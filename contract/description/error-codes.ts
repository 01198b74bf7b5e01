import { type ErrorCase, type ErrorCode } from '../contract.ts';
import { type Description } from './description.ts';
import { toGrounding } from '../grounds/grounding.ts';

/** What our own endpoint answers with, by occasion. */
export const readErrorCodes = ({ entries, placeOf }: Description): Readonly<Record<ErrorCase, ErrorCode>> => {
  const read = (occasion: ErrorCase): ErrorCode => {
    const { code, nl, en, ground, source } = entries.errorCodes[occasion];
    return { code, text: { nl, en }, ...toGrounding(ground, source, placeOf('errorCodes', occasion, 'ground')) };
  };
  return {
    schema: read('schema'),
    content: read('content'),
    rule: read('rule'),
    duplicate: read('duplicate'),
    credentials: read('credentials'),
    size: read('size'),
    internal: read('internal'),
  };
};
