import { visible } from '#contract/texts/visible';
import type { CheckEnded } from '#evidence/event';
import { topicOf } from '#judgement/requirements/registry';
import { serialize } from '#xml/serialize';
import { type XmlAttribute, type XmlElement, type XmlNode, element } from '#xml/tree';
import type { RunResult } from './run-result.ts';

/** A run as JUnit XML: one suite a topic, one case a verdict. */
export const junitXml = ({ started, checks }: RunResult): string => {
  const topics = Map.groupBy(checks, ({ requirement }) => topicOf(requirement));
  const suites = [...topics].map(([topic, own]) => suite(topic, own));
  const root = node('testsuites', { name: `3pas-conformance ${started.profile}`, ...totals(checks) }, suites);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${serialize(root)}\n`;
};

const node = (
  name: string,
  attributes: Readonly<Record<string, string>>,
  children: readonly XmlNode[] = [],
): XmlElement =>
  element(
    '',
    name,
    children,
    Object.entries(attributes).map(([key, value]): XmlAttribute => ({
      name: key,
      namespace: '',
      value: visible(value),
    })),
  );

const totals = (checks: readonly CheckEnded[]) => {
  const count = (...verdicts: readonly CheckEnded['verdict'][]): string =>
    String(checks.filter(({ verdict }) => verdicts.includes(verdict)).length);
  const milliseconds = checks.reduce((sum, { durationMs }) => sum + durationMs, 0);
  return {
    tests: String(checks.length),
    failures: count('failed'),
    errors: count('broken', 'blocked'),
    skipped: count('untested', 'not-applicable'),
    time: (milliseconds / 1000).toFixed(3),
  };
};

const suite = (topic: string, checks: readonly CheckEnded[]): XmlElement =>
  node('testsuite', { name: topic, ...totals(checks) }, checks.map(testCase));

const testCase = (check: CheckEnded): XmlElement => {
  const name = [check.requirement, check.constraint].filter((part) => part !== undefined).join(' ');
  const attributes = { classname: check.documentType ?? 'algemeen', name, time: (check.durationMs / 1000).toFixed(3) };
  return node('testcase', attributes, outcome(check));
};

const outcome = (check: CheckEnded): readonly XmlElement[] => {
  const { verdict, deviation, reason, level } = check;
  const message = reason?.en ?? '';
  if (verdict === 'passed') return [];
  if (deviation !== undefined) {
    const said = `expected ${deviation.expected.en}, got ${deviation.actual.en}`;
    return [node('failure', { type: level, message: said })];
  }
  if (verdict === 'untested' || verdict === 'not-applicable') {
    return [node('skipped', { message: `${verdict}: ${message}` })];
  }
  return [node('error', { type: verdict, message })];
};
