import type { Contract } from '#contract/contract';
import type { Bilingual } from '#contract/texts/bilingual';
import { charsetConflictText, charsetText, codingText, mediaTypeText } from '#contract/texts/media-type-text';
import { visible } from '#contract/texts/visible';
import type { InboundFate } from '#contract/wire/exchange';
import type { Sent } from '../case.ts';
import type { Finding, Opinion } from '../finding.ts';
import { message, type MessageRequirement } from '../requirements/message.ts';
import { type Judgement, conforms, deviates, notApplicable, untested } from '../verdict.ts';
import { eachExchange } from './each-exchange.ts';
import { messageRequirementOf } from './message-findings.ts';
import type { AnyStreamJudge, Around } from './stream-judge.ts';
import { withoutEchoes } from './without-echoes.ts';

/** How far a message must be in order before a requirement asks anything of it. */
type Stage = 'bytes' | 'envelope' | 'request' | 'delivery' | 'content';

const stages: Readonly<Partial<Record<MessageRequirement, Stage>>> = {
  'message.is-unicode': 'bytes',
  'message.is-well-formed': 'bytes',
  'message.has-no-dtd': 'bytes',
  'message.has-no-processing-instructions': 'envelope',
  'message.is-soap-envelope': 'envelope',
  'message.orders-its-envelope': 'envelope',
  'message.holds-one-request': 'envelope',
  'message.has-no-soap-attributes': 'envelope',
  'message.writes-must-understand-as-digit': 'envelope',
  'message.asks-for-known-operation': 'request',
  'message.keeps-public-schema': 'request',
  'message.content-is-well-formed': 'content',
  'message.content-is-in-its-encoding': 'content',
  'message.content-is-utf-8': 'content',
  'message.content-holds-the-right-files': 'content',
  'message.content-keeps-public-schema': 'content',
  'message.content-agrees-with-metadata': 'content',
};

/** The judges of what each message of a recording shows by itself. */
export const messageJudges = Object.fromEntries(
  (Object.keys(message) as MessageRequirement[]).map((id) => [
    id,
    eachExchange((sent, around) => judge(id, sent, around)),
  ]),
) as Readonly<Record<MessageRequirement, AnyStreamJudge>>;

const judge = (id: MessageRequirement, sent: Sent, around: Around): Judgement => {
  const { method, body } = sent.exchange.request;
  if (method !== 'POST' || body.length === 0) return noMessage;
  const { inbound } = sent.exchange;
  if (unfinished.has(inbound?.end?.fate)) return notCome;
  if (inbound?.isCut === true) return cutOff;
  const byType = ofCoding(id, sent) ?? ofMediaType(id, sent) ?? ofCharset(id, sent);
  if (byType !== undefined) return byType;
  const opinion = around.opinionOf(sent);
  return opinion.verdict === 'unjudgeable' ? unjudgeable(opinion.reason) : ofOpinion(id, opinion, { sent, around });
};

/** What came of a message to a server of ours that did not get the whole of it. */
const unfinished: ReadonlySet<InboundFate | undefined> = new Set([
  'request-broken-off',
  'request-too-slow',
  'request-too-large',
]);

/** A message in a content coding is no text, so that nothing else can be said of it; one that was taken out of it was sent in it. */
const ofCoding = (id: MessageRequirement, { exchange }: Sent): Judgement | undefined => {
  const isNamed = id === 'message.is-sent-as-text-xml';
  const text = codingText(exchange.request.headers['content-encoding']);
  if (text !== undefined) return isNamed ? deviates(message[id].text, text) : otherwiseNamed;
  const sent = exchange.inbound?.rawHeaders.find(([name]) => name.toLowerCase() === 'content-encoding')?.[1];
  const undone = isNamed ? codingText(sent) : undefined;
  return undone && deviates(message[id].text, undone);
};

/** What the media type alone decides; a message with attachments is no XML as a whole. */
const ofMediaType = (id: MessageRequirement, { exchange }: Sent): Judgement | undefined => {
  const said = exchange.request.headers['content-type'];
  const [type = ''] = (said ?? '').toLowerCase().split(';', 1);
  const wrong = deviates(message[id].text, withValue(mediaTypeText(type), said ?? ''));
  const named = /^multipart\/|^application\/xop\+xml/.test(type)
    ? 'message.carries-content-inline'
    : type.startsWith('application/soap+xml')
      ? 'message.is-soap-envelope'
      : undefined;
  if (id === 'message.is-sent-as-text-xml') {
    if (named !== undefined || isOfFile(exchange)) return otherwiseNamed;
    return type.trim() === 'text/xml' ? conforms : wrong;
  }
  if (named === id) return wrong;
  return named === 'message.carries-content-inline' ? otherwiseNamed : undefined;
};

/** A message whose charset is none that it may have is not read by its bytes. */
const ofCharset = (id: MessageRequirement, { exchange }: Sent): Judgement | undefined => {
  if (id !== 'message.is-unicode') return undefined;
  const { headers, body } = exchange.request;
  const type = headers['content-type'] ?? '';
  const text = charsetText(type) ?? charsetConflictText(type, body);
  return text && deviates(message[id].text, text);
};

/** Messages in files have no headers at all. */
const isOfFile = ({ request }: Sent['exchange']): boolean => Object.keys(request.headers).length === 0;

const withValue = ({ nl, en }: Bilingual, value: string): Bilingual =>
  value === '' ? { nl, en } : { nl: `${nl} [${visible(value)}]`, en: `${en} [${visible(value)}]` };

/** A finding, and the requirement that it breaks. */
interface Broken {
  readonly finding: Finding;
  readonly requirement: MessageRequirement | undefined;
}

/** Found once for all requirements. */
const known = new WeakMap<Opinion, readonly Broken[]>();

/** What is wrong with a message, each mistake once. */
const brokenBy = (opinion: Exclude<Opinion, { verdict: 'unjudgeable' }>, contract: Contract): readonly Broken[] => {
  const all =
    known.get(opinion) ??
    withoutEchoes([...opinion.findings, ...(opinion.remarks ?? [])], contract).map((finding) => ({
      finding,
      requirement: messageRequirementOf(finding, contract),
    }));
  known.set(opinion, all);
  return all;
};

interface Within {
  readonly sent: Sent;
  readonly around: Around;
}

const ofOpinion = (
  id: MessageRequirement,
  opinion: Exclude<Opinion, { verdict: 'unjudgeable' }>,
  { sent, around }: Within,
): Judgement => {
  const all = brokenBy(opinion, around.contract);
  const own = all.filter(({ requirement }) => requirement === id);
  const [first] = own;
  if (first !== undefined) return deviates(message[id].text, told(first.finding, own.length));
  if (opinion.isUnread === true) return otherwiseNamed;
  if (id === 'message.sends-password-as-text' && !mentionsToken(sent)) return noToken;
  const broken = new Set(all.map(({ requirement }) => requirement));
  const stage = stages[id] ?? 'delivery';
  if (!isReached(stage, opinion, broken)) return notReached;
  const unseen = opinion.unseen?.find((one) => messageRequirementOf(one, around.contract) === id);
  if (unseen !== undefined) return untested(unseen.text);
  return ofContent.has(stage) && opinion.findings.some(({ hides }) => hides === true) ? partlySeen : conforms;
};

/** Stages at which what a message holds is asked for, and a part that was not looked at may be wrong. */
const ofContent: ReadonlySet<Stage> = new Set(['request', 'delivery', 'content']);

const isReached = (
  stage: Stage,
  { operation }: { readonly operation?: 'deliver' | 'alive' | undefined },
  broken: ReadonlySet<MessageRequirement | undefined>,
): boolean => {
  const has = (...ids: readonly MessageRequirement[]): boolean => ids.some((one) => broken.has(one));
  switch (stage) {
    case 'bytes':
      return !has('message.is-unicode', 'message.is-well-formed', 'message.has-no-dtd');
    case 'envelope':
      return isReached('bytes', { operation }, broken) && !has('message.is-soap-envelope');
    case 'request':
      return operation !== undefined;
    case 'delivery':
      return operation === 'deliver';
    case 'content':
      return operation === 'deliver' && !has('message.content-can-be-unpacked');
  }
};

const told = ({ path, line, text }: Finding, count: number): Bilingual => {
  const place = path === '/' ? '' : ` ${path}`;
  const [nl, en] = line === 0 ? ['', ''] : [`regel ${String(line)}`, `line ${String(line)}`];
  const more =
    count === 1 ? { nl: '', en: '' } : { nl: ` (en nog ${String(count - 1)})`, en: ` (and ${String(count - 1)} more)` };
  return {
    nl: `${`${nl}${place}`.trim()}: ${text.nl}${more.nl}`.replace(/^: /, ''),
    en: `${`${en}${place}`.trim()}: ${text.en}${more.en}`.replace(/^: /, ''),
  };
};

const mentionsToken = ({ exchange }: Sent): boolean => Buffer.from(exchange.request.body).includes('UsernameToken');

const noMessage = notApplicable({ nl: 'dit verzoek heeft geen bericht', en: 'this request has no message' });
const noToken = notApplicable({ nl: 'dit bericht heeft geen UsernameToken', en: 'this message has no UsernameToken' });
const otherwiseNamed = notApplicable({
  nl: 'een andere eis noemt wat hier aan de hand is',
  en: 'another requirement names what is the matter here',
});
const notReached = notApplicable({
  nl: 'het bericht is daarvoor niet ver genoeg in orde',
  en: 'the message is not far enough in order for that',
});
const partlySeen = untested({
  nl: 'van een bericht is een deel niet te zien, doordat de elementen niet die van het schema zijn; herstel die eerst',
  en: 'a part of a message can not be looked at, since its elements are not those of the schema; mend those first',
});
const notCome = notApplicable({
  nl: 'het bericht is niet heel binnengekomen',
  en: 'the message did not come in whole',
});
const cutOff = untested({ nl: 'het bericht is niet heel bewaard', en: 'the message was not kept whole' });

const unjudgeable = ({ nl, en }: Bilingual): Judgement =>
  untested({ nl: `het bericht is niet te beoordelen: ${nl}`, en: `the message can not be judged: ${en}` });
