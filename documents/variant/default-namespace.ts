import fc from 'fast-check';
import type { Style } from '#xml/serialize';
import { restyle, type Rewrite } from './rewriting.ts';

/** No prefix at all, or none but that of the envelope. */
export const defaultNamespace: Rewrite = (usual) =>
  fc.boolean().map((withEnvelope) =>
    restyle(usual, (style): Style => {
      const prefixOf = (namespace: string): string =>
        namespace === usual.envelope && !withEnvelope ? style.prefixOf(namespace) : '';
      return { ...style, prefixOf };
    }),
  );
