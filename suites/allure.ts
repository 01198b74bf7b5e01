import * as allure from 'allure-js-commons';
import { type Label, LabelName, Severity } from 'allure-js-commons';
import { createTwoFilesPatch } from 'diff';
import type { Exchange } from '#contract/exchange';
import { asText, visible } from '#contract/visible';
import type { CheckEnded } from '#harness/event';
import { responseOf } from '#harness/journal';
import type { Ended } from '#harness/run-check';
import { Nonconformance } from '#harness/stop';
import type { Sent } from '#judgement/case';
import { requirements } from '#judgement/requirements/registry';
import { linkOf } from '#judgement/requirements/source-link';
import { connectionText } from './connection-text.ts';
import { curlLine } from './curl.ts';
import type { Lab } from './lab.ts';
import { readable } from './readable.ts';

/** Tells Allure what a verdict is about, and for a failure everything that shows it. */
export const tellAllure = async (lab: Lab, { event, error }: Ended): Promise<void> => {
  await allure.labels(...labelsOf(event));
  await allure.parameter('seed', String(event.seed), { excluded: true });
  await tellRequirement(event, describe(event));
  if (error instanceof Nonconformance) await attachCase(lab, error, event.counterexample?.path ?? '');
};

/** Tells Allure of checks of one requirement that were left out for one reason. */
export const tellLeftOut = async (events: readonly CheckEnded[]): Promise<void> => {
  const [first] = events;
  if (first === undefined) return;
  const constraints = events.flatMap(({ constraint }) =>
    constraint === undefined ? [] : [`- ${inMarkdown(constraint)}`],
  );
  await allure.labels(...labelsOf(events.length === 1 ? first : { ...first, constraint: undefined }));
  await tellRequirement(first, [describe(first), constraints.join('\n')].join('\n\n'));
};

const labelsOf = ({ requirement, verdict, level, ground, constraint }: CheckEnded): readonly Label[] => [
  { name: 'verdict', value: verdict },
  { name: 'level', value: level },
  { name: 'ground', value: ground },
  { name: 'role', value: requirements.get(requirement)?.role ?? 'endpoint' },
  { name: LabelName.SEVERITY, value: severities[level] },
  ...(constraint === undefined ? [] : [{ name: 'constraint', value: visible(constraint) }]),
];

const severities: Readonly<Record<CheckEnded['level'], Severity>> = {
  MUST: Severity.CRITICAL,
  SHOULD: Severity.NORMAL,
  REPORT: Severity.TRIVIAL,
};

const tellRequirement = async ({ requirement }: CheckEnded, description: string): Promise<void> => {
  const source = requirements.get(requirement)?.source ?? '';
  const link = linkOf(source);
  if (link !== undefined) await allure.link(link, source);
  await allure.description(description);
};

const describe = (event: CheckEnded): string => {
  const requirement = requirements.get(event.requirement);
  if (requirement === undefined) return event.requirement;
  const { counts } = event;
  return [
    `**${requirement.text.nl}**`,
    `*${requirement.text.en}*`,
    `Bron / source: ${requirement.source === '' ? '–' : requirement.source} (${event.ground})`,
    ...(event.reason === undefined
      ? []
      : [`Reden: ${inMarkdown(event.reason.nl)}`, `Reason: ${inMarkdown(event.reason.en)}`]),
    ...(event.verdict === 'failed'
      ? [
          `Oorzaak: ${requirement.cause.nl} ${requirement.remedy.nl}`,
          `Cause: ${requirement.cause.en} ${requirement.remedy.en}`,
        ]
      : []),
    `Gevallen / cases: ${String(counts.cases)}; uitwisselingen / exchanges: ${String(counts.exchanges)}; ` +
      `aangenomen / accepted: ${String(counts.accepted)}; geweigerd / refused: ${String(counts.refused)}`,
  ].join('\n\n');
};

/** What others wrote is no markup of ours. */
const inMarkdown = (text: string): string => visible(text).replace(/[\\`*_[\]<>&!|~]/g, '\\$&');

/** The smallest case that fails: its exchanges, the difference from the valid parent, and how to send it again. */
const attachCase = async (lab: Lab, { shown }: Nonconformance, path: string): Promise<void> => {
  if (path !== '') await allure.parameter('path', path, { excluded: true });
  for (const [index, sent] of shown.one.sent.entries()) {
    const name = `${String(index + 1)} ${sent.purpose}`;
    await attachText(`${name}: request`, wireText(sent.exchange), 'text/plain');
    await attachText(`${name}: response`, answerText(sent.exchange), 'text/plain');
    await attachText(`${name}: curl`, curlLine(lab.config, sent), 'text/plain');
    await attachDifference(lab, name, sent);
  }
};

const attachDifference = async (lab: Lab, name: string, { origin, exchange }: Sent): Promise<void> => {
  if (origin === undefined) return;
  const { contract } = lab;
  const before = readable(contract, origin.parent());
  const after = readable(contract, exchange.request.body);
  const title = `${origin.operator} at ${origin.edited}`;
  await attachText(`${name}: difference`, createTwoFilesPatch('valid parent', title, before, after), 'text/plain');
};

/** Most characters of one attachment. */
const attachmentCap = 64 * 1024;

const attachText = async (name: string, text: string, type: string): Promise<void> => {
  const shown =
    text.length > attachmentCap ? `${text.slice(0, attachmentCap)}\n… ${String(text.length)} characters in all` : text;
  await allure.attachment(visible(name), asText(shown), type);
};

const headersText = (headers: Readonly<Record<string, string>>): string =>
  Object.entries(headers)
    .map(([name, value]) => `${visible(`${name}: ${value}`)}\n`)
    .join('');

const wireText = (exchange: Exchange): string => {
  const { method, url, headers, body } = exchange.request;
  return `${connectionText(exchange)}${method} ${url}\n${headersText(headers)}\n${Buffer.from(body).toString('utf8')}`;
};

const answerText = (exchange: Exchange): string => {
  const response = responseOf(exchange);
  if (response !== undefined) {
    return `HTTP ${String(response.status)}\n${headersText(response.headers)}\n${Buffer.from(response.body).toString('utf8')}`;
  }
  return 'failure' in exchange.outcome ? `no answer: ${exchange.outcome.failure.message}` : '';
};
