import type { Rule } from '#contract/contract';
import { askedOfSender, unknownOf } from '#contract/rules/about-sender';
import type { Bilingual } from '#contract/texts/bilingual';
import type { OpenNode } from '#xml/document';
import { compileXPath, nodesOf, type XPath } from '#xml/xpath';
import type { JudgementContext } from './finding.ts';
import { inlineTest, testWithVariables } from './rule-expression.ts';

/** A rule that a view breaks, and the node of the view at which it does. */
export interface Breach {
  readonly rule: Rule;
  readonly node: OpenNode;
}

/** A rule that nobody can judge at a node of a view, and why. */
export interface Unseen extends Breach {
  readonly why: Bilingual;
}

/** The rules of a contract, ready to run over a view. */
export interface CompiledRules {
  /** Rules that go by a sender of whom too little is known; their breaches mean nothing. */
  readonly unseen: (view: OpenNode, sender: JudgementContext) => readonly Unseen[];
  /** Takes any node of the view; throws `XPathError` when an expression can't be evaluated. */
  readonly breaches: (view: OpenNode) => readonly Breach[];
  readonly dispose: () => void;
}

interface CompiledRule {
  readonly rule: Rule;
  readonly failing: (view: OpenNode) => readonly OpenNode[];
}

/** Compiles rules to XPath 1.0; throws `XPathError` for an expression that is outside it. */
export const compileRules = (rules: readonly Rule[], namespaces: Readonly<Record<string, string>>): CompiledRules => {
  const compiled: XPath[] = [];
  const compile = (expression: string): XPath => {
    const xpath = compileXPath(expression, namespaces);
    compiled.push(xpath);
    return xpath;
  };
  const inline = rules.flatMap((rule) => {
    const test = inlineTest(rule);
    return test === undefined ? [] : [{ rule, test }];
  });
  const computed = rules.filter((rule) => !inline.some((one) => one.rule === rule));
  const bySender = rules.flatMap((rule) => {
    const asked = askedOfSender(rule);
    return asked.length === 0 ? [] : [{ rule, asked, selected: compile(selection(rule)) }];
  });
  const any = compile(anyFailing(inline));
  const checks = [
    ...inline.map(({ rule, test }) => inlineRule(rule, compile(`${selection(rule)}[not(${test})]`))),
    ...computed.map((rule) => computedRule(rule, compile(selection(rule)), namespaces)),
  ].sort((one, other) => rules.indexOf(one.rule) - rules.indexOf(other.rule));
  return {
    unseen: (view, sender) =>
      bySender.flatMap(({ rule, asked, selected }) => {
        const why = unknownOf(asked, sender);
        if (why === undefined) return [];
        const nodes = nodesOf(selected.evaluate(view));
        // What a rule looks at can be the sender itself.
        const seen = nodes.length === 0 && /\bmachtiging\b/.test(rule.context) ? [view] : nodes;
        return seen.map((node) => ({ rule, node, why }));
      }),
    breaches: (view) => {
      const running = any.evaluate(view) === true ? checks : checks.filter(({ rule }) => computed.includes(rule));
      return running.flatMap(({ rule, failing }) => failing(view).map((node) => ({ rule, node })));
    },
    dispose: () => {
      for (const xpath of compiled) xpath.dispose();
    },
  };
};

const inlineRule = (rule: Rule, failing: XPath): CompiledRule => ({
  rule,
  failing: (view) => nodesOf(failing.evaluate(view)),
});

const computedRule = (rule: Rule, context: XPath, namespaces: Readonly<Record<string, string>>): CompiledRule => ({
  rule,
  failing: (view) => nodesOf(context.evaluate(view)).filter((node) => !testWithVariables(rule, node, namespaces)),
});

/** The nodes that a rule looks at: those of its context that no earlier rule of its pattern has. */
const selection = ({ context, unless }: Rule): string => {
  if (unless.length === 0) return `(${context})`;
  const earlier = unless.join(' | ');
  return `(${context})[count(. | ${earlier}) != count(${earlier})]`;
};

interface InlineRule {
  readonly rule: Rule;
  readonly test: string;
}

/** One expression for all rules: almost every delivery keeps them all, and each evaluation has a price. */
const anyFailing = (rules: readonly InlineRule[]): string => {
  const groups = new Map<string, string[]>();
  for (const { rule, test } of rules) {
    const key = selection(rule);
    groups.set(key, [...(groups.get(key) ?? []), `not(${test})`]);
  }
  const failing = [...groups].map(([context, tests]) => `boolean(${context}[${tests.join(' or ')}])`);
  return failing.length === 0 ? 'false()' : failing.join(' or ');
};
