import * as allure from 'allure-js-commons';
import { type Label, LabelName, Severity } from 'allure-js-commons';
import type { KeptBytes } from '#contract/wire/kept-bytes';
import { asText, visible } from '#contract/texts/visible';
import type { Counterexample } from '#evidence/counterexample';
import type { CheckEnded, ExchangeRecorded } from '#evidence/event';
import type { BytesOf } from '#evidence/open-exchanges';
import { withKinds } from '#judgement/internals/without-internals';
import { requirements } from '#judgement/requirements/registry';
import { linkOf } from '#judgement/requirements/source-link';
import { connectionText } from './connection-text.ts';
import { remedyOf } from '../remedy.ts';
import type { Counted } from '../tally.ts';
import { curlLine } from './curl.ts';

/** The label that tells when a check began and how many milliseconds it took; both go into the times of the result. */
export const timesLabel = 'times';

/** The label that tells how a check counts. */
export const verdictLabel = 'verdict';

/** Characters that attachments take whole, all together; a mutable count, since a report has one. */
export interface Room {
  left: number;
}

/** What shows a failure: the exchanges of its smallest case, and the bytes of what was kept. */
export interface Shown {
  readonly counted: Counted;
  /** When the check began, milliseconds since the epoch; undefined where it sent nothing. */
  readonly startedAt: number | undefined;
  readonly exchanges: readonly ExchangeRecorded[];
  readonly bytesOf: BytesOf;
  /** What attachments may still take. */
  readonly room: Room;
  /** What every exchange went through. */
  readonly proxy: string | undefined;
  /** The command that sends a failure again. */
  readonly again: string | undefined;
  /** The address of the endpoint. */
  readonly target: string;
}

/** Tells Allure what a verdict is about, for a failure everything that shows it, and for a pass one example. */
export const tellCheck = async (event: CheckEnded, shown: Shown): Promise<void> => {
  await allure.labels(...labelsOf(event, shown.counted), timesOf(event, shown.startedAt));
  await allure.parameter('seed', String(event.seed), { excluded: true });
  await tellRequirement(event, describe(event, shown));
  if (event.counterexample !== undefined) await attachCase(event.counterexample, shown);
  else if (event.verdict === 'passed') await attachExample(shown);
};

const timesOf = ({ durationMs }: CheckEnded, startedAt: number | undefined): Label => ({
  name: timesLabel,
  value: `${String(startedAt ?? '')} ${String(durationMs)}`,
});

const labelsOf = ({ requirement, level, ground, constraint }: CheckEnded, counted: Counted): readonly Label[] => [
  { name: 'requirement', value: requirement },
  { name: verdictLabel, value: counted },
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

const describe = (event: CheckEnded, { target }: Shown): string => {
  const requirement = requirements.get(event.requirement);
  if (requirement === undefined) return event.requirement;
  const { counts } = event;
  const remedy = remedyOf(event.requirement, { target });
  return [
    `**${requirement.text.nl}**`,
    `*${requirement.text.en}*`,
    `Bron / source: ${requirement.source === '' ? '–' : requirement.source} (${event.ground})`,
    ...(event.reason === undefined
      ? []
      : [`Reden: ${inMarkdown(event.reason.nl)}`, `Reason: ${inMarkdown(event.reason.en)}`]),
    ...(event.verdict === 'failed'
      ? [`Oorzaak: ${requirement.cause.nl} ${remedy?.nl ?? ''}`, `Cause: ${requirement.cause.en} ${remedy?.en ?? ''}`]
      : []),
    `Gevallen / cases: ${String(counts.cases)}; uitwisselingen / exchanges: ${String(counts.exchanges)}; ` +
      `aangenomen / accepted: ${String(counts.accepted)}; geweigerd / refused: ${String(counts.refused)}`,
    ...(counts.lacking === undefined
      ? []
      : [`Niet geheel bewaard / not all bytes kept: ${String(counts.lacking)} (\`lacks\`, journal.ndjson)`]),
  ].join('\n\n');
};

/** What others wrote is no markup of ours. */
const inMarkdown = (text: string): string => visible(text).replace(/[\\`*_[\]<>&!|~]/g, '\\$&');

/** The smallest case that fails: its exchanges, the difference from the valid parent, and how to send it again. */
const attachCase = async (
  { path, differences }: Counterexample,
  { exchanges, bytesOf, proxy, room, again }: Shown,
): Promise<void> => {
  if (path !== '') await allure.parameter('path', visible(path), { excluded: true });
  if (again !== undefined) await attachText(room, 'opnieuw sturen / send again', again);
  for (const [index, exchange] of exchanges.entries()) {
    const name = `${String(index + 1)} ${exchange.purpose}`;
    await attachText(room, `${name}: request`, wireText(exchange, bytesOf));
    await attachText(room, `${name}: response`, answerText(exchange, bytesOf));
    await attachText(room, `${name}: curl`, isLost(exchange.request, bytesOf) ? lostText : curlLine(exchange, proxy));
    const patch = differences.find((one) => one.exchange === exchange.id)?.patch;
    if (patch !== undefined) await attachText(room, `${name}: difference`, textOf(patch, bytesOf));
  }
};

/** One exchange of a check that passed, in one text: the last of its first case is what the check is about. */
const attachExample = async ({ exchanges, bytesOf, room }: Shown): Promise<void> => {
  const example = exchanges.at(-1);
  if (example === undefined) return;
  const texts = [wireText(example, bytesOf), answerText(example, bytesOf)].map((text) =>
    clipped(withoutFiles(text), exampleCap),
  );
  await attachText(room, `voorbeeld / example: ${example.purpose}`, texts.join('\n\n'));
};

/** What nobody reads and nothing compresses: an example has the beginning of a file in base64. */
const withoutFiles = (text: string): string =>
  text.replace(/([A-Za-z0-9+/]{60})([A-Za-z0-9+/]{140,}={0,2})/g, (_, start: string, rest: string) => {
    const count = String(start.length + rest.length);
    return `${start}… (${count} tekens base64 / characters of base64)`;
  });

/** Most characters of each half of an example. */
const exampleCap = 3000;

const clipped = (text: string, cap: number): string =>
  text.length > cap ? `${text.slice(0, cap)}\n… ${String(text.length)} characters in all` : text;

/** Most characters of one attachment: while there is room, and after. */
const attachmentCap = { first: 64 * 1024, later: 1000 };

const attachText = async (room: Room, name: string, text: string): Promise<void> => {
  const cap = room.left > 0 ? attachmentCap.first : attachmentCap.later;
  const shown = clipped(text, cap);
  room.left -= shown.length;
  await allure.attachment(visible(name), asText(shown), 'text/plain');
};

const headersText = (headers: Readonly<Record<string, string>>): string =>
  Object.entries(headers)
    .map(([name, value]) => `${visible(`${name}: ${value}`)}\n`)
    .join('');

const wireText = (
  { method, url, requestHeaders, request, tls, identity }: ExchangeRecorded,
  bytesOf: BytesOf,
): string => {
  const connection = isLost(identity, bytesOf) ? `${lostText}\n` : connectionText(tls, textOf(identity, bytesOf));
  return `${connection}${visible(`${method} ${url}`)}\n${headersText(requestHeaders)}\n${textOf(request, bytesOf)}`;
};

const answerText = ({ status, responseHeaders, response, failure }: ExchangeRecorded, bytesOf: BytesOf): string => {
  const end = failure === undefined ? '' : `no answer: ${failure.message}`;
  if (status === undefined) return end;
  // What an answer discloses is told in confidence.
  return withKinds(`HTTP ${String(status)}\n${headersText(responseHeaders)}\n${textOf(response, bytesOf)}${end}`, 'en');
};

const isLost = (kept: KeptBytes | undefined, bytesOf: BytesOf): boolean =>
  kept !== undefined && bytesOf(kept) === undefined;

const lostText =
  'De bewaarde bytes ontbreken of zijn beschadigd (map exchanges). / The bytes that were kept are gone or damaged (folder exchanges).';

const textOf = (kept: KeptBytes | undefined, bytesOf: BytesOf): string =>
  kept === undefined ? '' : (bytesOf(kept)?.toString('utf8') ?? lostText);
