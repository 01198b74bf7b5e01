import fc from 'fast-check';
import { restyle, type Rewrite } from './rewriting.ts';

const contents = ['', ' commentaar ', ' <Titel>geen titel</Titel> ', ' & ]]> <!- ', ' een - "commentaar" '];

/** Comments between the elements. */
export const comments: Rewrite = (usual) =>
  fc.array(fc.constantFrom(...contents), { minLength: 1, maxLength: 4 }).map((drawn) =>
    restyle(usual, (style) => {
      let written = 0;
      const between = (): string => {
        written += 1;
        return `<!--${drawn[written % drawn.length] ?? ''}-->`;
      };
      return { ...style, between };
    }),
  );
