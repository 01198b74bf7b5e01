/** The pin: what a run asked and found, short enough to keep, so that a change of structure can show that it changed nothing. */
import { createHash } from 'node:crypto';
import type { CheckEnded, ExchangeRecorded } from '#evidence/event';
import { checksIn, exchangesIn } from '../run/three-pas.ts';

/** One line for each requirement: how many requests with which digest, how many of each verdict with which digest. */
export const pinOf = (out: string): string => {
  const requests = byRequirement(exchangesIn(out), requestLine);
  const verdicts = byRequirement(checksIn(out), verdictLine);
  const names = [...new Set([...requests.keys(), ...verdicts.keys()])].sort();
  return names.map((name) => lineOf(name, requests.get(name) ?? [], verdicts.get(name) ?? [])).join('\n') + '\n';
};

const lineOf = (name: string, requests: readonly string[], verdicts: readonly string[]): string =>
  `${name}: ${counted(requests, 'requests')}; ${counted(verdicts, 'checks')}`;

const counted = (lines: readonly string[], what: string): string =>
  `${String(lines.length)} ${what} ${digest([...lines].sort().join('\n'))}`;

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);

/** By the name before the first space of a check's key. */
const byRequirement = <One extends { readonly check: string }>(
  all: readonly One[],
  line: (one: One) => string,
): ReadonlyMap<string, readonly string[]> => {
  const groups = Map.groupBy(all, ({ check }) => check.split(' ')[0] ?? check);
  return new Map([...groups].map(([name, own]) => [name, own.map(line)]));
};

/** What was asked, without what a free port decides. */
const requestLine = (sent: ExchangeRecorded): string =>
  [
    ...[sent.check, sent.case, sent.purpose, sent.method, new URL(sent.url).pathname],
    ...Object.entries(sent.requestHeaders).filter(([name]) => name !== 'host'),
    ...[sent.requestBytes, sent.request?.sha256],
  ].join(' ');

const verdictLine = ({ check, requirement, verdict, counts, reason, deviation }: CheckEnded): string => {
  const { cases, exchanges } = counts;
  const counted = isRace(requirement) ? { cases, exchanges } : counts;
  return [check, verdict, JSON.stringify(counted), reason?.en, deviation?.expected.en, deviation?.actual.en].join(' ');
};

/** Whether the endpoint had taken a delivery before the suite hung up, or takes its repetition, chance decides. */
const isRace = (requirement: string): boolean => requirement === 'redelivery.survives-lost-answer';
