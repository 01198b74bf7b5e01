import fc from 'fast-check';
import { escapeText } from '#xml/serialize';
import { restyle, type Rewrite } from './rewriting.ts';

/** Text in CDATA sections: all of it, or from the middle on. */
export const cdata: Rewrite = (usual) =>
  fc.boolean().map((half) => restyle(usual, (style) => ({ ...style, text: (text) => inSection(text, half) })));

const inSection = (text: string, half: boolean): string => {
  // A carriage return only survives as a reference, and a section holds none.
  if (text.includes('\r')) return escapeText(text);
  const characters = Array.from(text);
  const from = half ? Math.floor(characters.length / 2) : 0;
  const before = escapeText(characters.slice(0, from).join(''));
  const within = characters.slice(from).join('').replaceAll(']]>', ']]]]><![CDATA[>');
  return `${before}<![CDATA[${within}]]>`;
};
