import fc from 'fast-check';
import { rewriteMessage, type Rewrite } from './rewriting.ts';

const spaces = ['\n', ' ', '\t', '\n    ', '\r\n', '\n\n\t'];

/** White space between the elements of the message; what is packed in it may have mixed content, where it has a meaning. */
export const whiteSpace: Rewrite = (usual) =>
  fc.constantFrom(...spaces).map((space) =>
    rewriteMessage(usual, (message) => ({
      ...message,
      style: () => ({ ...message.style(), between: () => space }),
    })),
  );
