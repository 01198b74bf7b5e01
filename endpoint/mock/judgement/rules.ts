import fontoxpath from 'fontoxpath';
import { Schema } from 'node-schematron';
import { Element, parseXmlDocument, type Document, type Node } from 'slimdom';
import type { Contract, Rule } from '#contract/contract';
import { conditionOf, translated } from './rule-translation.ts';

/** A rule that a delivery breaks, and the element of the view where it does. */
export interface Breach {
  readonly rule: Rule;
  readonly element: Element;
}

/** Tells which rules of the contract a view breaks. */
export type RuleJudge = (view: Document) => readonly Breach[];

/** The rules file as node-schematron reads it; which rule an assert is, and how grave, the contract tells by its id. */
export const compileRules = ({ files, schemas, rules }: Contract): RuleJudge => {
  const source = Schema.fromDomToJson(parseXmlDocument(new TextDecoder().decode(files.get(schemas.rules))));
  const schema = Schema.fromJson(translated(source));
  const condition = conditionOf(source);
  const namespaceResolver = (prefix?: string | null): string =>
    schema.namespaces.find((one) => one.prefix === prefix)?.uri ?? '';
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  return (view) => {
    if (fontoxpath.evaluateXPathToBoolean(condition, view, null, null, { namespaceResolver })) return [];
    const breaches: Breach[] = [];
    let errors = 0;
    for (const pattern of schema.patterns)
      for (const { rule, node } of firstMatches(pattern, view, namespaceResolver)) {
        const found = rule
          .validateNode(node, {}, { namespaceResolver })
          .flatMap(({ assertId, context }) => breachOf(byId, assertId, context));
        breaches.push(...found);
        errors += found.filter((breach) => breach.rule.severity === 'error').length;
        if (errors >= mostErrors) return breaches;
      }
    return breaches;
  };
};

/** More than a Fault tells; what is refused anyhow need not be looked at further. */
const mostErrors = 50;

type Pattern = Schema['patterns'][number];

interface Match {
  readonly rule: Pattern['rules'][number];
  readonly node: Node;
}

/** Each node goes to the first rule of its pattern that selects it. node-schematron looks for nodes itself, far more slowly. */
const firstMatches = (
  { rules }: Pattern,
  view: Document,
  namespaceResolver: (prefix: string) => string,
): readonly Match[] => {
  const taken = new Set<Node>();
  return rules.flatMap((rule) => {
    const nodes = fontoxpath.evaluateXPathToNodes<Node>(rule.context, view, null, null, { namespaceResolver });
    const fresh = nodes.filter((node) => !taken.has(node));
    for (const node of fresh) taken.add(node);
    return fresh.map((node) => ({ rule, node }));
  });
};

const breachOf = (byId: ReadonlyMap<string, Rule>, id: string | null, context: Node): readonly Breach[] => {
  const rule = id === null ? undefined : byId.get(id);
  if (rule === undefined) throw new Error(`The assert ${String(id)} is no rule of the contract.`);
  return context instanceof Element ? [{ rule, element: context }] : [];
};
