import fc from 'fast-check';
import type { Writing } from '../writing.ts';
import { rewriteMessage, type Rewrite } from './rewriting.ts';

/** Lines that end as those of Windows do: a parser hands each on as one line feed. */
export const lineEnds: Rewrite = (usual) =>
  fc.constant({
    ...rewriteMessage(usual, (message) => inWindowsLines({ ...message, style: () => spaced(message) })),
    payload: inWindowsLines(usual.payload),
  });

const spaced = (message: Writing): ReturnType<Writing['style']> => ({ ...message.style(), between: () => '\n' });

/** A carriage return of the text itself is written as a reference. */
const inWindowsLines = (writing: Writing): Writing => ({
  ...writing,
  encode: (text) => writing.encode(text.replaceAll('\n', '\r\n')),
});
