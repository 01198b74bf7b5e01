import type { Contract } from '#contract/contract';
import { parseTree } from '#xml/parse';
import { plainStyle, serialize } from '#xml/serialize';
import { XmlError } from '#xml/xml-error';

/** A message with one element a line, for people to compare; bytes that are no XML are shown as they are. */
export const readable = ({ namespaces }: Contract, message: Uint8Array): string => {
  try {
    return serialize(parseTree(message), { ...plainStyle({ ...namespaces }), between: () => '\n' });
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    return Buffer.from(message).toString('utf8');
  }
};
