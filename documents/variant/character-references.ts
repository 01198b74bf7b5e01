import fc from 'fast-check';
import { restyle, type Rewrite } from './rewriting.ts';

/** Beyond this a text, such as base64, is only begun with references, or the message would be six times as long. */
const mostReferences = 200;

/** Every so many characters, and each that is not ASCII or has to be escaped, as a reference. */
export const characterReferences: Rewrite = (usual) =>
  fc.tuple(fc.integer({ min: 1, max: 7 }), fc.boolean()).map(([every, hexadecimal]) => {
    const written = (text: string): string => refer(text, every, hexadecimal);
    return restyle(usual, (style) => ({ ...style, text: written, attribute: written }));
  });

const refer = (text: string, every: number, hexadecimal: boolean): string =>
  Array.from(text, (character, index) => {
    const chosen = index % every === 0 && index < mostReferences;
    return chosen || /[^ -~]|[&<>"]/u.test(character) ? reference(character, hexadecimal) : character;
  }).join('');

const reference = (character: string, hexadecimal: boolean): string => {
  const code = character.codePointAt(0) ?? 0;
  return hexadecimal ? `&#x${code.toString(16).toUpperCase()};` : `&#${String(code)};`;
};
