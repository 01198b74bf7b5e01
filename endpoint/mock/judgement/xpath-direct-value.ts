import type { Node } from 'slimdom';
import { stringValue } from './dom.ts';
import { numberText, textNumber } from './xpath-functions.ts';

/** An expression that is evaluated without the engine, with the type of what it yields. */
export type Direct =
  | { readonly type: 'nodes'; readonly of: (context: Node) => readonly Node[] }
  | { readonly type: 'string'; readonly of: (context: Node) => string }
  | { readonly type: 'number'; readonly of: (context: Node) => number }
  | { readonly type: 'boolean'; readonly of: (context: Node) => boolean };

/** As the function boolean() has it, XPath 1.0 section 4.3. */
export const booleanOf = (direct: Direct): ((context: Node) => boolean) => {
  switch (direct.type) {
    case 'nodes':
    case 'string':
      return (node) => direct.of(node).length > 0;
    case 'number':
      return (node) => !Number.isNaN(direct.of(node)) && direct.of(node) !== 0;
    case 'boolean':
      return direct.of;
  }
};

/** As string(), section 4.2. */
export const stringOf = (direct: Direct): ((context: Node) => string) => {
  switch (direct.type) {
    case 'nodes':
      return (node) => {
        const [first] = direct.of(node);
        return first === undefined ? '' : stringValue(first);
      };
    case 'string':
      return direct.of;
    case 'number':
      return (node) => numberText(direct.of(node));
    case 'boolean':
      return (node) => String(direct.of(node));
  }
};

/** As number(), section 4.4. */
export const numberOf = (direct: Direct): ((context: Node) => number) => {
  if (direct.type === 'number') return direct.of;
  if (direct.type === 'boolean') return (node) => Number(direct.of(node));
  const text = stringOf(direct);
  return (node) => textNumber(text(node));
};
