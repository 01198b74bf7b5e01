import { createTwoFilesPatch } from 'diff';
import type { Contract } from '#contract/contract';
import type { Sent } from '#judgement/case';
import { parseTree } from '#xml/parse';
import { plainStyle, serialize } from '#xml/serialize';
import { XmlError } from '#xml/xml-error';

/** How a message differs from the valid one that it was made from, as a patch; undefined where it was made from none. */
export const differenceOf = (contract: Contract, { origin, exchange }: Sent): string | undefined => {
  if (origin === undefined) return undefined;
  const before = readable(contract, origin.parent());
  const after = readable(contract, exchange.request.body);
  return createTwoFilesPatch('valid parent', `${origin.operator} at ${origin.edited}`, before, after);
};

/** A message with one element a line, for people to compare; bytes that are no XML are shown as they are. */
const readable = ({ namespaces }: Contract, message: Uint8Array): string => {
  try {
    return serialize(parseTree(message), { ...plainStyle({ ...namespaces }), between: () => '\n' });
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    return Buffer.from(message).toString('utf8');
  }
};
