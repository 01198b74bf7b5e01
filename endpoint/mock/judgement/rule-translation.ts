import type { Schema } from 'node-schematron';
import { variablesOf } from '#xml/xpath-tokens';
import { translateTest, translateXPath, type Scope } from './xpath-translation.ts';

type SchemaJson = Parameters<typeof Schema.fromJson>[0];
type Let = SchemaJson['variables'][number];

/** A variable of the rules file: its value is computed at the document, or at each node that a rule looks at. */
interface Binding extends Let {
  readonly at: 'document' | 'context';
}

const atDocument = (one: Let): Binding => ({ ...one, at: 'document' });
const atContext = (one: Let): Binding => ({ ...one, at: 'context' });

/** The same schema in XPath 3.1, each test with the variables that it needs, so that the engine has none to remember. */
export const translated = (schema: SchemaJson): SchemaJson => {
  const outer = schema.variables.map(atDocument);
  const scope = scopeOf(schema);
  return {
    ...schema,
    variables: [],
    patterns: schema.patterns.map((pattern) => ({
      ...pattern,
      variables: [],
      rules: pattern.rules.map((rule) => {
        const bindings = [...outer, ...pattern.variables.map(atDocument), ...rule.variables.map(atContext)];
        const testOf = (test: string): string =>
          within(needed(variablesOf(test), bindings), scope, (known) => translateTest(test, known));
        return {
          context: translateXPath(rule.context).expression,
          variables: [],
          asserts: rule.asserts.map((assert) => ({ ...assert, message: [], test: testOf(assert.test) })),
        };
      }),
    })),
  };
};

/** One condition for the whole schema, true when no assert fails anywhere: far quicker than each assert by itself. */
export const conditionOf = (schema: SchemaJson): string =>
  within(schema.variables.map(atDocument), scopeOf(schema), (outer) =>
    conjunction(
      schema.patterns.map((pattern) =>
        within(pattern.variables.map(atDocument), outer, (known) =>
          conjunction(pattern.rules.map((_, index) => ruleCondition(pattern.rules.slice(0, index + 1), known))),
        ),
      ),
    ),
  );

type RuleJson = SchemaJson['patterns'][number]['rules'][number];

/** The condition of the last of some rules of a pattern; a node that an earlier one selects is not looked at again. */
const ruleCondition = (rules: readonly RuleJson[], outer: Scope): string => {
  const last = rules.at(-1);
  if (last === undefined) return 'true()';
  const nodes = `(${translateXPath(last.context).expression})`;
  const taken = rules.slice(0, -1).map(({ context }) => translateXPath(context).expression);
  const selected = taken.length === 0 ? nodes : `(${nodes} except (${taken.join(' | ')}))`;
  const tests = within(last.variables.map(atContext), outer, (known) =>
    conjunction(last.asserts.map(({ test }) => translateTest(test, known))),
  );
  return `empty(${selected}[not(${tests})])`;
};

const conjunction = (conditions: readonly string[]): string =>
  conditions.length === 0 ? 'true()' : conditions.map((one) => `(${one})`).join(' and ');

const scopeOf = ({ namespaces }: SchemaJson): Scope => ({
  variables: new Map(),
  namespaces: Object.fromEntries(namespaces.map(({ prefix, uri }) => [prefix, uri])),
});

/** An expression in which some variables have their values. */
const within = (bindings: readonly Binding[], outer: Scope, expression: (known: Scope) => string): string => {
  const variables = new Map(outer.variables);
  const known = { ...outer, variables };
  const clauses = bindings.map(({ name, value, at }) => {
    const { expression: written, type } = translateXPath(value, known);
    variables.set(name, { expression: `$${name}`, type });
    return `$${name} := ${at === 'document' ? `(/ ! (${written}))` : `(${written})`}`;
  });
  const inner = expression(known);
  return clauses.length === 0 ? inner : `(let ${clauses.join(', ')} return ${inner})`;
};

/** The bindings that some names rest on, directly or through others, in their order. */
const needed = (names: readonly string[], bindings: readonly Binding[]): readonly Binding[] => {
  const wanted = new Set(names);
  const found: Binding[] = [];
  for (const binding of bindings.toReversed()) {
    if (!wanted.has(binding.name)) continue;
    found.unshift(binding);
    for (const name of variablesOf(binding.value)) wanted.add(name);
  }
  return found;
};
