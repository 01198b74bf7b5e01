import type { Contract } from '#contract/contract';
import { allErrors } from '#contract/error-cases';
import type { Ground } from '#contract/grounds/ground';
import { quoted } from '#contract/texts/quoted';
import type { Exchange } from '#contract/wire/exchange';
import { streamFold } from '#evidence/stream-fold';
import { type Answer, refusalIn, refusals } from '#judgement/answer';
import type { Sent } from '#judgement/case';
import type { Finding } from '#judgement/finding';
import type { GuardedAnswers } from '#judgement/guarded-answers';
import { describeAnswer } from '#judgement/judges/describe';
import { type RequirementId, requirements } from '#judgement/requirements/registry';
import type { StreamRequirement } from '#judgement/streams/registry';
import type { FileFinding } from '../../check/judged-file.ts';
import type { Asked } from '../../check/operation-of.ts';
import { placeless } from './placeless.ts';
import type { PactExchange } from './read-pact.ts';

/** What is known of the request that an answer is to. */
export interface AskedBy {
  readonly operation: Asked;
  readonly body: Uint8Array;
  readonly documentType: string | undefined;
  /** Whether something is wrong with it; undefined where that could not be judged. */
  readonly isValid: boolean | undefined;
}

/** What was found in an answer, and whether it refuses its request. */
export interface AnswerJudged {
  readonly findings: readonly FileFinding[];
  readonly isRefusal: boolean;
}

/** What answers are judged with. */
export interface JudgingAnswers {
  readonly contract: Contract;
  readonly answers: GuardedAnswers;
  readonly today: string;
}

/** Judges the answer that an interaction expects: whether an endpoint by the contract can give it to this request. */
export const answerFindings = async (
  one: PactExchange,
  asked: AskedBy,
  judging: JudgingAnswers,
): Promise<AnswerJudged> => {
  const { response } = one;
  // Without a body Pact looks at the status alone.
  if (response.body.kind === 'absent')
    return { findings: own(statusFindings(response.status)), isRefusal: response.status >= 400 };
  const exchange = exchangeOf(one, asked);
  const answer = await judging.answers.read(exchange);
  const sent: Sent = { purpose: purposeOf(asked), exchange, answer };
  const byOwn = [...formFindings(answer, response), ...fitFindings(judging.contract, answer, asked)];
  const isRefusal = refusals.has(answer.kind);
  return { findings: [...own(byOwn), ...(await ofStreams(sent, asked, judging))], isRefusal };
};

const own = (findings: readonly Finding[]): readonly FileFinding[] =>
  findings.map((finding) => placeless(finding, document));

const document = '!response';

const purposeOf = ({ operation, isValid }: AskedBy): Sent['purpose'] => {
  if (operation === 'alive') return 'alive';
  return isValid === false ? 'violation' : 'valid';
};

const exchangeOf = ({ request, response }: PactExchange, { body }: AskedBy): Exchange => ({
  request: { method: 'POST', url: request.path, headers: lowered(request.headers), body },
  outcome: {
    response: {
      status: response.status,
      headers: lowered(response.headers),
      body: response.body.kind === 'bytes' ? response.body.bytes : new Uint8Array(),
    },
  },
  startedAt: 0,
  durationMs: 0,
});

const lowered = (headers: PactExchange['request']['headers']): Readonly<Record<string, string>> =>
  Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value]));

/** Statuses that say something of access, of HTTP or of load, beside those of an answer in SOAP (RFC 9110). */
const statuses: ReadonlySet<number> = new Set([
  ...[200, 500],
  ...[400, 401, 403, 404, 405, 408, 411, 413, 414, 415, 417, 429, 431, 502, 503, 504],
]);

const statusFindings = (status: number): readonly Finding[] =>
  statuses.has(status)
    ? []
    : [
        found('answer#status', 'public', {
          nl: `HTTP ${String(status)} geeft het endpoint niet: een antwoord in SOAP komt met 200 of, bij een Fault, met 500.`,
          en: `The endpoint does not give HTTP ${String(status)}: an answer in SOAP comes with 200 or, for a Fault, with 500.`,
        }),
      ];

const formFindings = (answer: Answer, { status, headers }: PactExchange['response']): readonly Finding[] => {
  if (!statuses.has(status)) return statusFindings(status);
  if (answer.kind !== 'unexpected') return answer.kind === 'http-error' ? [] : typeFindings(lowered(headers));
  return [
    found('answer#body', 'public', {
      nl: `Dit antwoord geeft het endpoint niet: ${unended(answer.reason.nl)}.`,
      en: `The endpoint does not give this answer: ${unended(answer.reason.en)}.`,
    }),
  ];
};

/** Some reasons are sentences by themselves. */
const unended = (text: string): string => text.replace(/\.$/, '');

const soapMediaType = /^text\/xml\s*(?:;\s*charset="?utf-(?:8|16)"?\s*)?(?:;|$)/i;

/** Without a charset Pact takes any. */
const typeFindings = ({ 'content-type': type }: Readonly<Record<string, string>>): readonly Finding[] =>
  type === undefined || soapMediaType.test(type)
    ? []
    : [
        found('answer#content-type', 'public', {
          nl: `Content-Type is ${quoted(type)}; een antwoord in SOAP 1.1 komt als text/xml, in UTF-8 of UTF-16.`,
          en: `Content-Type is ${quoted(type)}; an answer in SOAP 1.1 comes as text/xml, in UTF-8 or UTF-16.`,
        }),
      ];

/** Whether an answer goes with its request. */
const fitFindings = (contract: Contract, answer: Answer, asked: AskedBy): readonly Finding[] => {
  const said = describeAnswer(answer);
  const isOther =
    (asked.operation === 'alive' && (answer.kind === 'accepted' || answer.kind === 'refused')) ||
    (asked.operation === 'delivery' && answer.kind === 'alive');
  if (isOther)
    return [
      found('answer#operation', 'public', {
        nl: `Het antwoord is van een andere operatie dan het verzoek: ${said.nl}.`,
        en: `The answer is of another operation than the request: ${said.en}.`,
      }),
    ];
  if (asked.isValid === false && answer.kind === 'accepted')
    return [
      found('answer#accepted', 'public', {
        nl: `Het verzoek voldoet niet, en het pact verwacht dat het endpoint het aanneemt: ${said.nl}. Verbeter het verzoek, of verwacht een weigering.`,
        en: `The request does not conform, and the pact expects that the endpoint accepts it: ${said.en}. Correct the request, or expect a refusal.`,
      }),
    ];
  return codeFindings(contract, answer, asked);
};

const codeFindings = (contract: Contract, answer: Answer, { isValid }: AskedBy): readonly Finding[] => {
  const known = allErrors(contract);
  const code = refusalIn(answer)?.code ?? '';
  if (code === '') return [];
  const cases = known.filter(([, one]) => one.code === code);
  const [ground = 'assumed'] = known.map(([, one]): Ground => one.ground);
  if (cases.length === 0) {
    const all = [...new Set(known.map(([, one]) => one.code))].join(', ');
    return [
      found('answer#code', ground, {
        nl: `De foutcode ${quoted(code)} staat niet in het contract; dat kent ${all}.`,
        en: `The code ${quoted(code)} is not in the contract, which has ${all}.`,
      }),
    ];
  }
  const isOfMessage = cases.every(([name]) => !['duplicate', 'credentials', 'size', 'internal'].includes(name));
  if (isValid !== true || !isOfMessage) return [];
  return [
    found('answer#refused', ground, {
      nl: `Het verzoek is geldig, en het pact verwacht dat het geweigerd wordt met ${quoted(code)}. Breek in het verzoek waar die weigering over gaat.`,
      en: `The request is valid, and the pact expects that it is refused with ${quoted(code)}. Break in the request what that refusal is about.`,
    }),
  ];
};

const found = (constraint: string, ground: Ground, text: Finding['text']): Finding => ({
  ...{ constraint, severity: 'error', ground, path: '/', line: 0 },
  text,
});

/** What one answer by itself can break. */
const ofOneAnswer = [
  ...(['connection.says-it-is-alive', 'connection.answers-is-alive-by-schema'] as const),
  ...(['delivery.answers-by-schema', 'delivery.status-follows-medium'] as const),
  ...(['protocol.answers-success-with-2xx', 'protocol.answers-success-with-200'] as const),
  ...(['protocol.answers-fault-with-500', 'protocol.answers-errors-with-a-fault'] as const),
  ...(['protocol.faults-in-place-of-response', 'protocol.builds-faults-by-the-book'] as const),
  ...(['protocol.uses-known-fault-codes', 'protocol.explains-faults-in-words'] as const),
  ...(['protocol.blames-violations-on-the-client', 'protocol.builds-envelopes-by-the-book'] as const),
] satisfies readonly StreamRequirement[];

const ofStreams = async (
  sent: Sent,
  { documentType }: AskedBy,
  { answers, today }: JudgingAnswers,
): Promise<readonly FileFinding[]> => {
  const stream = streamFold();
  const looked = await answers.look(sent, { kind: 'run', phase: 1, today });
  stream.add({ exchange: 'pact', documentType, looked, lacks: false });
  const { answer } = sent;
  const isOwn = answer.kind !== 'none' && statuses.has(answer.http);
  return ofOneAnswer.flatMap((requirement) => {
    const { judgement } = stream.judge(requirement, undefined);
    // What the status or the form of the answer says already is not told again.
    if (judgement.kind !== 'deviates' || !isOwn || (answer.kind === 'unexpected' && isOfForm(requirement))) return [];
    return [brokenBy(requirement, judgement.deviation)];
  });
};

const isOfForm = (requirement: RequirementId): boolean => requirement === 'delivery.answers-by-schema';

const brokenBy = (
  requirement: RequirementId,
  { expected, actual }: { readonly expected: Finding['text']; readonly actual: Finding['text'] },
): FileFinding => {
  const about = requirements.get(requirement);
  const finding: Finding = {
    ...{ constraint: `answer#${requirement}`, path: '/', line: 0 },
    severity: about?.strength === 'MUST' || ofContract.has(requirement) ? 'error' : 'warning',
    ground: about?.ground ?? 'assumed',
    text: {
      nl: `Dit antwoord geeft het endpoint niet: verwacht is ${expected.nl}, en in het pact staat ${unended(alone(actual.nl))}.`,
      en: `The endpoint does not give this answer: ${expected.en} is expected, and the pact has ${unended(alone(actual.en))}.`,
    },
  };
  return placeless(finding, document);
};

/** What a run only warns of, and an endpoint by this contract never answers. */
const ofContract: ReadonlySet<RequirementId> = new Set<RequirementId>([
  ...(['connection.answers-is-alive-by-schema', 'delivery.answers-by-schema'] as const),
  'protocol.answers-success-with-200',
]);

/** Judges of a whole run say of how many exchanges it is so. */
const alone = (text: string): string => text.replace(/ \(1 (?:van|of) 1\)$/, '');
