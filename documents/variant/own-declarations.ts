import fc from 'fast-check';
import type { Style } from '#xml/serialize';
import { restyle, type Rewrite } from './rewriting.ts';

const stems = ['d', 'ns', 'q'];

/** A prefix of its own for each element and attribute, declared where it stands. */
export const ownDeclarations: Rewrite = (usual) =>
  fc.constantFrom(...stems).map((stem) =>
    restyle(usual, (style): Style => {
      let given = 0;
      const prefixOf = (): string => {
        given += 1;
        return `${stem}${String(given)}`;
      };
      return { ...style, prefixOf };
    }),
  );
