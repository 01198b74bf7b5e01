import fc from 'fast-check';
import type { Style } from '#xml/serialize';
import { restyle, type Rewrite } from './rewriting.ts';

const prefixes = ['a', 'soap', 'S', 'ns0', 'tns', 'with-hyphen', '_', 'x.1', 'é'];

/** Prefixes that a writer may choose; which namespace gets which is drawn. */
export const otherPrefixes: Rewrite = (usual) =>
  fc
    .shuffledSubarray(prefixes, { minLength: prefixes.length })
    .map((drawn) => restyle(usual, (style) => withPrefixes(style, drawn)));

const withPrefixes = (style: Style, drawn: readonly string[]): Style => {
  const given = new Map<string, string>();
  return {
    ...style,
    prefixOf: (namespace) => {
      const prefix = given.get(namespace) ?? drawn[given.size] ?? `p${String(given.size)}`;
      given.set(namespace, prefix);
      return prefix;
    },
  };
};
