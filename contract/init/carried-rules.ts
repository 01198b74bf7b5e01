import { attributeOf, elementsOf, type XmlElement } from '#xml/tree';
import { xpathTokens } from '#xml/xpath-tokens';
import type { Rule } from '../contract.ts';
import { parseUtf8File } from '../folder/parse-file.ts';
import { expressionsOf } from '../rules/expressions.ts';
import { rulesIn } from '../rules/schematron.ts';
import { writeXml } from '../wsdl/write-xml.ts';

/** What a view has: which element may stand in which. */
export type ViewPairs = ReadonlySet<string>;

/** What rules can be about in a folder, and in the one that they come from. */
export interface Reach {
  readonly pairs: ViewPairs;
  readonly shippedPairs: ViewPairs;
  /** Values that the shipped lists have; a rule that names one is about it. */
  readonly shippedValues: ReadonlySet<string>;
  readonly values: ReadonlySet<string>;
}

/** The rules that are carried over, and those that are not. */
export interface CarriedRules {
  readonly kept: readonly string[];
  readonly left: readonly string[];
}

/** Which of the shipped rules a folder can have: those whose roles and values it has. */
export const carriedRules = (shipped: Uint8Array, reach: Reach): CarriedRules => {
  const { rules } = rulesIn(parseUtf8File('rules.sch', shipped), 'rules.sch');
  const isKept = (rule: Rule): boolean =>
    expressionsOf(rule).every((expression) => isWithin(expression, lastName(rule.context), reach));
  return {
    kept: rules.filter(isKept).map(({ id }) => id),
    left: rules.filter((rule) => !isKept(rule)).map(({ id }) => id),
  };
};

const variablesIn = (expression: string): readonly string[] =>
  [...expression.matchAll(/\$([\w.-]+)/g)].map(([, name = '']) => name);

const lastName = (context: string): string => [...context.matchAll(/v:([\w.-]+)/g)].at(-1)?.[1] ?? '';

const pair = (parent: string, child: string): string => `${parent}/${child}`;

const isWithin = (expression: string, context: string, reach: Reach): boolean => {
  const literals = xpathTokens(expression).flatMap(({ kind, text }) => (kind === 'literal' ? [text.slice(1, -1)] : []));
  if (literals.some((one) => reach.shippedValues.has(one) && !reach.values.has(one))) return false;
  const steps = [...expression.matchAll(/(\/)?v:([\w.-]+)(?:\[[^\]]*\])?(?=\/v:([\w.-]+)|\/(@[\w.-]+)|)/g)];
  const own = [...expression.matchAll(/(?:^|[^\w/.-])(@[\w.-]+)/g)].map(([, name = '']) => pair(context, name));
  const pairs = steps.flatMap(([, slash, name = '', child, attribute]) => [
    ...((child ?? attribute) ? [pair(name, child ?? attribute ?? '')] : []),
    ...(slash === undefined ? [pair(context, name)] : []),
  ]);
  const names = steps.map(([, , name = '']) => name);
  return (
    [...pairs, ...own].every((one) => !reach.shippedPairs.has(one) || reach.pairs.has(one)) &&
    names.every((name) => [...reach.pairs].some((one) => one.endsWith(`/${name}`)) || name === 'beeld')
  );
};

/** The pairs of a view, from its schema's tree and the names of its types. */
export const viewPairs = (view: XmlElement): ViewPairs => {
  const types = new Map(
    elementsOf(view).flatMap((one) =>
      one.name === 'complexType' ? [[attributeOf(one, 'name') ?? '', one] as const] : [],
    ),
  );
  const pairs = new Set<string>();
  const walk = (node: XmlElement, parent: string): void => {
    for (const child of elementsOf(node)) {
      const name = child.name === 'element' ? attributeOf(child, 'name') : undefined;
      if (child.name === 'attribute') pairs.add(pair(parent, `@${attributeOf(child, 'name') ?? ''}`));
      if (name === undefined) walk(child, parent);
      else enter(child, parent, name);
      const base = attributeOf(child, 'base')?.replace(/^.*:/, '');
      const inherited = base === undefined ? undefined : types.get(base);
      if (inherited !== undefined) walk(inherited, parent);
    }
  };
  const enter = (element: XmlElement, parent: string, name: string): void => {
    if (pairs.has(pair(parent, name))) return;
    pairs.add(pair(parent, name));
    const type = types.get(attributeOf(element, 'type')?.replace(/^.*:/, '') ?? '');
    walk(type ?? element, name);
  };
  for (const element of elementsOf(view))
    if (element.name === 'element') enter(element, '', attributeOf(element, 'name') ?? '');
  return pairs;
};

/** The shipped rules without those that are left out, and without the variables that then say nothing. */
export const ruleFile = (shipped: Uint8Array, kept: ReadonlySet<string>): string => {
  const schema = parseUtf8File('rules.sch', shipped);
  const rules = rulesIn(schema, 'rules.sch').rules.filter(({ id }) => kept.has(id));
  const used = new Set(rules.flatMap(expressionsOf).flatMap(variablesIn));
  const stays: Readonly<Record<string, (node: XmlElement) => boolean>> = {
    assert: (node) => kept.has(attributeOf(node, 'id') ?? ''),
    let: (node) => used.has(attributeOf(node, 'name') ?? ''),
    diagnostic: (node) => kept.has((attributeOf(node, 'id') ?? '').replace(/\.\w+$/, '')),
  };
  return writeXml(prune(schema, stays)[0] ?? schema, {});
};

const holders: ReadonlySet<string> = new Set(['schema', 'pattern', 'rule', 'diagnostics']);

/** What is left of a node: patterns and rules without an assert go too. */
const prune = (
  node: XmlElement,
  stays: Readonly<Record<string, (node: XmlElement) => boolean>>,
): readonly XmlElement[] => {
  if (!holders.has(node.name)) return stays[node.name]?.(node) === false ? [] : [node];
  const children = elementsOf(node).flatMap((child) => prune(child, stays));
  const isFor = node.name === 'pattern' ? 'rule' : node.name === 'rule' ? 'assert' : undefined;
  return isFor === undefined || children.some(({ name }) => name === isFor) ? [{ ...node, children }] : [];
};
