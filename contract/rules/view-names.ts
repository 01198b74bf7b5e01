import { type SchemaModel } from '#xml/schema/model';
import { allComponents } from '#xml/schema/walk';
import { type XPathToken, xpathTokens } from '#xml/xpath-tokens';
import { type Rule } from '../contract.ts';
import { attemptEach } from '../folder/attempt.ts';
import { ContractError } from '../folder/contract-error.ts';
import { didYouMean } from '../texts/nearest.ts';
import { type RuleBook } from './schematron.ts';
import { viewNamespace } from './view-roles.ts';

/** A name in an expression: of an element, or of an attribute. */
interface Named {
  readonly kind: 'element' | 'attribute';
  readonly name: string;
}

/** Throws `ContractError` for a rule that names what the view never has: it could not fail, or could not pass. */
export const mustNameView = ({ rules, namespaces }: RuleBook, view: SchemaModel, isDerived: boolean): void => {
  const prefixes = Object.keys(namespaces).filter((prefix) => namespaces[prefix] === viewNamespace);
  const known = namesOf(view);
  attemptEach(rules, (rule) => {
    const expressions = [rule.context, rule.test, ...rule.lets.map((one) => one.value)];
    for (const named of expressions.flatMap((expression) => namesIn(expression, prefixes)))
      mustBeKnown(named, known, { rule, view: isDerived ? undefined : view.entry });
  });
};

const namesOf = (view: SchemaModel): Readonly<Record<Named['kind'], readonly string[]>> => {
  const all = [...allComponents(view)];
  return {
    element: all.flatMap((one) => (one.kind === 'element' ? [one.name.name] : [])),
    attribute: all.flatMap((one) => (one.kind === 'attribute' ? [one.name.name] : [])),
  };
};

const namesIn = (expression: string, prefixes: readonly string[]): readonly Named[] => {
  const tokens = xpathTokens(expression);
  return tokens.flatMap((token, index) => {
    if (token.kind !== 'name' || token.text.endsWith('*') || tokens[index + 1]?.text === '(') return [];
    const kind = isOfAttribute(tokens, index) ? 'attribute' : 'element';
    const prefix = prefixes.find((one) => token.text.startsWith(`${one}:`));
    return [{ kind, name: prefix === undefined ? token.text : token.text.slice(prefix.length + 1) }];
  });
};

const isOfAttribute = (tokens: readonly XPathToken[], index: number): boolean =>
  tokens[index - 1]?.text === '@' || tokens[index - 2]?.text === 'attribute';

const mustBeKnown = (
  { kind, name }: Named,
  known: Readonly<Record<Named['kind'], readonly string[]>>,
  { rule, view }: { readonly rule: Rule; readonly view: string | undefined },
): void => {
  if (known[kind].includes(name)) return;
  const remedy = view === undefined ? 'call a role so in contract.yaml' : `declare it in ${view}`;
  const near = didYouMean(name, known[kind]) || `; ${remedy}, or correct the rule`;
  throw new ContractError(
    rule.place,
    `rule ${rule.id} names the ${kind} "${name}", which ${view ?? 'no role puts in the view'}${view === undefined ? '' : ' does not have'}${near}`,
  );
};
