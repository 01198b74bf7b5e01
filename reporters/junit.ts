import { visible } from '#contract/texts/visible';
import type { CheckEnded } from '#evidence/event';
import { topicOf } from '#judgement/requirements/registry';
import { serialize } from '#xml/serialize';
import { type XmlElement, element } from '#xml/tree';
import type { RunResult } from './run-result.ts';
import { type Counted, type Strictness, countedAs, isBinding, isInPlan } from './tally.ts';
import { type Language, texts } from './texts.ts';
import { junitNode } from './junit-node.ts';

/** What counts as a failure, and in which language reasons are told. */
export interface JunitOptions {
  readonly strict: Strictness;
  readonly language: Language;
}

/** A run as JUnit XML: one suite a topic, one case a check that applies. */
export const junitXml = ({ started, checks }: RunResult, options: JunitOptions): string => {
  const inPlan = checks.filter(isInPlan);
  const topics = Map.groupBy(inPlan, ({ requirement }) => topicOf(requirement));
  const suites = [...topics].map(([topic, own]) => suite(topic, own, options));
  const root = junitNode(
    'testsuites',
    { name: `3pas-conformance ${started.profile}`, ...totals(inPlan, options) },
    suites,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${serialize(root)}\n`;
};

const totals = (checks: readonly CheckEnded[], { strict }: JunitOptions) => {
  const count = (...verdicts: readonly CheckEnded['verdict'][]): string =>
    String(checks.filter(({ verdict }) => verdicts.includes(verdict)).length);
  const milliseconds = checks.reduce((sum, { durationMs }) => sum + durationMs, 0);
  return {
    tests: String(checks.length),
    failures: String(checks.filter((check) => isBinding(check, strict)).length),
    errors: count('broken', 'blocked', 'untested'),
    skipped: count('left-out'),
    time: (milliseconds / 1000).toFixed(3),
  };
};

const suite = (topic: string, checks: readonly CheckEnded[], options: JunitOptions): XmlElement =>
  junitNode('testsuite', { name: topic, ...totals(checks, options) }, [
    ...advisory(checks, options),
    ...checks.map((check) => testCase(check, options)),
  ]);

/** What is no failure that binds has no count of its own in JUnit. */
const advisory = (checks: readonly CheckEnded[], { strict }: JunitOptions): readonly XmlElement[] => {
  const count = (as: Counted): number => checks.filter((check) => countedAs(check, strict) === as).length;
  const counts = { warnings: count('warning'), remarks: count('remark') };
  const told = Object.entries(counts).filter(([, value]) => value > 0);
  const properties = told.map(([name, value]) => junitNode('property', { name, value: String(value) }));
  return properties.length === 0 ? [] : [junitNode('properties', {}, properties)];
};

const testCase = (check: CheckEnded, options: JunitOptions): XmlElement => {
  const name = [check.requirement, check.constraint].filter((part) => part !== undefined).join(' ');
  const attributes = {
    classname: check.documentType ?? texts[options.language].general,
    name,
    time: (check.durationMs / 1000).toFixed(3),
  };
  return junitNode('testcase', attributes, told(check, options));
};

/** What is no failure that binds passes, with what was found as its output. */
const told = (check: CheckEnded, { strict, language }: JunitOptions): readonly XmlElement[] => {
  const { verdict, deviation, reason, level } = check;
  const message = reason?.[language] ?? '';
  if (verdict === 'passed') return [];
  if (verdict === 'left-out') return [junitNode('skipped', { message })];
  if (deviation === undefined) return [junitNode('error', { type: verdict, message })];
  const { expected, got } = words[language];
  const said = `${expected} ${deviation.expected[language]}, ${got} ${deviation.actual[language]}`;
  return isBinding(check, strict)
    ? [junitNode('failure', { type: level, message: said })]
    : [
        element('', 'system-out', [
          visible(`${texts[language].verdicts[countedAs(check, strict)](1)} (${level}): ${said}`),
        ]),
      ];
};

const words = { nl: { expected: 'verwacht', got: 'gekregen' }, en: { expected: 'expected', got: 'got' } } as const;
