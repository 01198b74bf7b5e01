import type { SchemaModel } from '#xml/schema/model';
import { allComponents } from '#xml/schema/walk';
import { xpathTokens, type XPathToken } from '#xml/xpath-tokens';
import type { DocumentRule } from './document-rule.ts';

/** The words of a rule: names without prefixes, and the values that it compares with. */
export interface RuleWords {
  readonly names: ReadonlySet<string>;
  readonly values: readonly string[];
}

/** Reads the nodes that a rule concerns from its expressions. */
export const wordsOfRule = ({ context, test, lets }: DocumentRule): RuleWords => {
  const tokens = [context, test, ...lets.map(({ value }) => value)].flatMap(xpathTokens);
  const names = tokens.filter(({ kind }) => kind === 'name').map(({ text }) => text.replace(/^.*:/, ''));
  return { names: new Set(names), values: [...new Set(tokens.flatMap(valuesOf))] };
};

/** A literal; a number with its neighbours. */
const valuesOf = ({ kind, text }: XPathToken): readonly string[] => {
  if (kind === 'literal') return [text.slice(1, -1)];
  if (kind !== 'number') return [];
  const value = Number(text);
  return [text, String(value - 1), String(value + 1), `${text.replace(/\.\d*$/, '')}.5`];
};

/** Ids of the elements and attributes of a schema that a rule names. */
export const declarationsNamed = (model: SchemaModel, { names }: RuleWords): ReadonlySet<string> =>
  new Set(
    [...allComponents(model)].flatMap((one) => {
      if (one.kind === 'element') return names.has(one.name.name) ? [one.id] : [];
      if (one.kind === 'use') return names.has(one.declaration.name.name) ? [one.id, one.declaration.id] : [];
      return [];
    }),
  );
