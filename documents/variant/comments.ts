import fc from 'fast-check';
import { restyle, type Rewrite } from './rewriting.ts';

const contents = ['', ' commentaar ', ' <Titel>geen titel</Titel> ', ' & ]]> <!- ', ' een - "commentaar" '];

/** Longer texts, such as base64, are left whole. */
const longest = 200;

/** Comments between the elements, and in the middle of texts. */
export const comments: Rewrite = (usual) =>
  fc.array(fc.constantFrom(...contents), { minLength: 1, maxLength: 4 }).map((drawn) =>
    restyle(usual, (style) => {
      let written = 0;
      const between = (): string => {
        written += 1;
        return `<!--${drawn[written % drawn.length] ?? ''}-->`;
      };
      const text = (whole: string): string => {
        const characters = Array.from(whole);
        if (characters.length < 2 || characters.length > longest) return style.text(whole);
        const middle = Math.floor(characters.length / 2);
        const [before, after] = [characters.slice(0, middle), characters.slice(middle)];
        return `${style.text(before.join(''))}${between()}${style.text(after.join(''))}`;
      };
      return { ...style, between, text };
    }),
  );
