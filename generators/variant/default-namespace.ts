import fc from 'fast-check';
import { soapNamespace } from '#judgement/answer';
import type { Style } from '#xml/serialize';
import { restyle, type Rewrite } from './rewriting.ts';

/** No prefix at all, or none but that of SOAP. */
export const defaultNamespace: Rewrite = (usual) =>
  fc.boolean().map((withEnvelope) =>
    restyle(usual, (style): Style => {
      const prefixOf = (namespace: string): string =>
        namespace === soapNamespace && !withEnvelope ? style.prefixOf(namespace) : '';
      return { ...style, prefixOf };
    }),
  );
