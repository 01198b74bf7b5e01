import type { Contract } from '#contract/contract';
import type { Finding, JudgementContext, Opinion } from '#judgement/finding';
import { type RequirementId, requirements } from '#judgement/requirements/registry';
import { soapFinding } from '#judgement/soap-findings';
import { hintOf } from '#judgement/streams/hint-of';
import type { Hint } from '#judgement/streams/hint';
import { messageRequirementOf } from '#judgement/streams/message-findings';
import { uncoded } from '#contract/wire/codings';
import { withoutEchoes } from '#judgement/streams/without-echoes';
import { levelOf } from '#contract/grounds/ground';
import { type AsMessage, asMessage } from './as-message.ts';
import { headFindings } from './head-findings.ts';
import { messageIn } from './http-text.ts';
import type { Input } from './inputs.ts';
import type { FileKind } from './kind.ts';
import { actionsOf, operationOf } from './operation-of.ts';
import { sourceText } from './source-text.ts';
import { subjectsOf } from './subjects.ts';
import { placed, type Placed } from './placed.ts';

/** One thing that is wrong with a file, with its place and the requirement that it breaks. */
export interface FileFinding extends Finding, Placed {
  readonly line: number;
  readonly column: number;
  readonly requirement: RequirementId | undefined;
  /** Whether it makes the file invalid. */
  readonly isError: boolean;
  /** Why it is so and what to do, as far as more is known than the finding says. */
  readonly hint: Hint | undefined;
}

/** What came of a file. */
export interface JudgedFile {
  readonly name: string;
  readonly kind: FileKind;
  readonly findings: readonly FileFinding[];
  /** Rules that it was not judged by, and why. */
  readonly unseen?: readonly Unseen[] | undefined;
}

/** A rule that nothing in a file decides: its constraint, and why. */
export type Unseen = Pick<Finding, 'constraint' | 'text'>;

/** How files are judged. */
export interface Judging {
  readonly contract: Contract;
  readonly judge: (message: Uint8Array, context: JudgementContext) => Promise<Opinion>;
  readonly context: JudgementContext;
  readonly phase: number | undefined;
}

/** Judges a file as the message that carries it; undefined where the contract has no place for it. */
export const judgeFile = async (
  { name, bytes, kind }: Input & { readonly kind: FileKind },
  judging: Judging,
): Promise<JudgedFile | undefined> => {
  if (kind === 'http') return withHead({ name, bytes }, judging);
  const file = asMessage(judging.contract, kind, bytes);
  if (file === undefined) return undefined;
  const { all, unseen } =
    kind === 'mime' ? { all: [soapFinding('inline')], unseen: [] } : await findingsOf(file, judging);
  const findings = all.slice(0, mostFindings);
  const places = placed(file, findings, (finding) => subjectsOf(finding, judging.contract));
  return {
    name,
    kind,
    findings: findings
      .flatMap((finding) => detailed(finding, places.get(finding), { ...judging, findings }))
      .toSorted(inOrder),
    ...(unseen.length === 0 ? {} : { unseen }),
  };
};

/** A message behind its HTTP head, which is judged as well; what a multipart message holds is no matter then. */
const withHead = async ({ name, bytes }: Input, judging: Judging): Promise<JudgedFile | undefined> => {
  const http = messageIn(bytes);
  const { body } = uncoded(http.headers, http.body);
  const kind = http.headers.some(([, value]) => /^multipart\//i.test(value)) ? 'mime' : 'envelope';
  const inner = await judgeFile({ name, bytes: body, kind }, judging);
  const headText = Buffer.from(bytes.subarray(0, bytes.length - http.body.length)).toString('latin1');
  const head = headText.split(/\r?\n/);
  const whole = `${headText}${sourceText(body).text}`;
  const actions = actionsOf(judging.contract, operationOf(judging.contract, body), body);
  const found = headFindings(http, actions).flatMap((finding) => {
    // The line of Authorization is a secret.
    const source = finding.constraint === 'http#authorization' ? undefined : head[finding.line - 1];
    const place = {
      document: '',
      whole,
      line: finding.line,
      column: finding.column ?? 0,
      source,
      length: source?.length ?? 0,
    };
    return detailed(finding, place, { ...judging, findings: [] });
  });
  const told = new Set(found.map(({ requirement }) => requirement));
  const others = (inner?.findings ?? []).filter(({ requirement }) => !told.has(requirement));
  const moved = others.map((one) =>
    one.document === '' && one.line > 0 ? { ...one, whole, line: one.line + head.length - 1 } : one,
  );
  return { name, kind: 'http', findings: [...found, ...moved].toSorted(inOrder), unseen: inner?.unseen };
};

/** More of one file are not told. */
const mostFindings = 200;

interface Found {
  readonly all: readonly Finding[];
  readonly unseen: readonly Unseen[];
}

const findingsOf = async (file: AsMessage, { contract, judge, context }: Judging): Promise<Found> => {
  const opinion = await judge(file.message, context);
  if (opinion.verdict === 'unjudgeable') return { all: [unjudgeable(opinion.late === true)], unseen: [] };
  const recoded = file.isRecoded === true ? [soapFinding('encoding', '/', { line: 1, column: 1 })] : [];
  const all = [...recoded, ...opinion.findings, ...(opinion.remarks ?? [])];
  const own = withoutEchoes(withFiles(all, contract), contract).filter((finding) => isOfFile(file, finding, contract));
  const unseen = (opinion.unseen ?? []).filter((finding) => isOfFile(file, finding, contract));
  return {
    all: file.holder === undefined ? own : own.map(({ follows: _ours, ...finding }) => finding),
    unseen: [...new Map(unseen.map(({ constraint, text }) => [constraint, { constraint, text }])).values()],
  };
};

const unjudgeable = (isLate: boolean): Finding => ({
  constraint: 'check#unjudgeable',
  severity: 'error',
  ground: 'assumed',
  path: '/',
  line: 0,
  text: isLate
    ? {
        nl: 'Dit bestand is niet binnen de tijd te beoordelen. Maak het kleiner of eenvoudiger.',
        en: 'This file can not be judged in time. Make it smaller or simpler.',
      }
    : {
        nl: 'Dit bestand is niet te beoordelen: het gaat over de grenzen van de XML-lezer. Maak het kleiner of minder diep.',
        en: 'This file can not be judged: it is past the limits of the XML reader. Make it smaller or less deep.',
      },
});

/** What a rule says of files in general is left out where they are told one by one; the names in a zip go with the rule about them. */
const withFiles = (all: readonly Finding[], contract: Contract): readonly Finding[] => {
  const files = new Map(all.flatMap((one) => (/^content#files?$/.test(one.constraint) ? [[one.path, one.text]] : [])));
  const told = all.flatMap(({ constraint, path }) => (/^content#(?!utf-8|file$)/.test(constraint) ? [path] : []));
  const isTold = ({ path }: Finding): boolean => told.some((one) => one === path || one.startsWith(`${path}!`));
  const named = new Set<string>();
  const joined = all.map((finding) => {
    const text = files.get(finding.path);
    if (text === undefined || messageRequirementOf(finding, contract) !== 'message.content-holds-the-right-files')
      return finding;
    named.add(finding.path);
    return { ...finding, text: { nl: `${finding.text.nl} ${text.nl}`, en: `${finding.text.en} ${text.en}` } };
  });
  return joined.filter((finding) => {
    if (finding.constraint === 'content#file') return false;
    if (finding.constraint === 'content#files') return !named.has(finding.path);
    return messageRequirementOf(finding, contract) !== undefined || !isTold(finding);
  });
};

/** Of content alone nothing is told that the message around it is about. */
const isOfFile = ({ holder }: AsMessage, { path, constraint }: Finding, { schemas }: Contract): boolean => {
  if (holder === undefined || path.startsWith(`${holder}!`)) return true;
  return path === holder && (constraint.startsWith('content#') || constraint.startsWith(`${schemas.rules}#`));
};

interface Among extends Judging {
  readonly findings: readonly Finding[];
}

const detailed = (
  finding: Finding,
  place: Placed | undefined,
  { contract, phase, findings }: Among,
): readonly FileFinding[] => {
  const requirement = requirementOf(finding, contract);
  const phases: readonly number[] = (requirement && requirements.get(requirement)?.phases) ?? [];
  if (place === undefined || (phase !== undefined && requirement !== undefined && !phases.includes(phase))) return [];
  const hint = hintOf(finding, requirement, contract);
  return [{ ...finding, ...place, requirement, hint, isError: isError(finding, findings) }];
};

const requirementOf = (finding: Finding, contract: Contract): RequirementId | undefined => {
  if (/^(?:check|http)#/.test(finding.constraint)) return ofHead[finding.constraint];
  return messageRequirementOf(finding, contract);
};

const ofHead: Readonly<Record<string, RequirementId>> = {
  'http#content-type': 'message.is-sent-as-text-xml',
  'http#content-encoding': 'message.is-sent-as-text-xml',
  'http#soapaction': 'request.quotes-action',
  'http#action': 'request.names-its-operation',
  'http#charset': 'message.is-unicode',
  'http#multipart': 'message.carries-content-inline',
  'http#soap-1-2': 'message.is-soap-envelope',
};

/** A list that was only seen in publications decides nothing, nor does what follows from a value outside it. */
const isError = (finding: Finding, all: readonly Finding[]): boolean => {
  const { severity, about, ground, follows } = finding;
  if (severity !== 'error' || (about === 'list' && levelOf(ground) !== 'MUST')) return false;
  const cause = all.find((one) => one !== finding && one.constraint === follows);
  return cause === undefined || isError(cause, []);
};

const inOrder = (one: FileFinding, other: FileFinding): number =>
  one.document.localeCompare(other.document, 'en') || one.line - other.line || one.column - other.column;
