import { createHash } from 'node:crypto';
import type { CaseRequest, CorpusCase } from '#evidence/corpus/corpus-case';
import { referenceOf } from '#generators/marks';
import type { CaseActor } from '#harness/case';
import type { Origin } from '#judgement/case';
import { sameNumber } from '#judgement/chance';
import type { Purpose } from '#judgement/purpose';
import { type Lab, sendOnce } from '../lab.ts';
import { loseAnswer } from '../redelivery.ts';
import { type Chances, sendSteadily } from '../steadily.ts';
import { bearing } from './bearing.ts';
import { numbersIn, redated, renumbered } from './rewritten.ts';

/** What cases are sent again with. */
export interface Replaying {
  readonly lab: Lab;
  /** Numbers of earlier runs that left as they were. */
  readonly left: Set<string>;
  readonly chances: Chances;
}

/** A case, and by how many days its dates move. */
export interface Dated {
  readonly one: CorpusCase;
  readonly shift: number;
}

/** The requests of a case as they may leave with a profile, under numbers that stand in for those of the run that found it. */
export const bodiesOf = (lab: Lab, { one, shift }: Dated, numberFor: (number: string) => string) =>
  one.requests.map(({ body }) => written(lab, { body: redated(body, shift), run: one.origin.run }, numberFor));

/**
 * Sends the requests of a case again, in their order: byte for byte at the embedded endpoint, which knows nothing of earlier runs, and
 * elsewhere, or where the bytes went before in this run, under new numbers.
 */
export const sendAgain = async (replaying: Replaying, dated: Dated, actor: CaseActor): Promise<void> => {
  const { lab, left } = replaying;
  const { one } = dated;
  const numbers = new Map<string, string>();
  const unsent = one.requests.filter((request) => !isShared(one, request) || !lab.shared.has(keyOf(dated, request)));
  const own = new Set(unsent.flatMap(({ body }) => numbersIn(body, one.origin.run)));
  const isVerbatim =
    lab.config.mockControl !== undefined &&
    lab.config.runId !== one.origin.run &&
    [...own].every((number) => !left.has(`${one.origin.run} ${number}`));
  for (const number of isVerbatim ? own : []) {
    left.add(`${one.origin.run} ${number}`);
    actor.knows(number);
  }
  const renew = (number: string): string => {
    const next = actor.number();
    numbers.set(number, next);
    return next;
  };
  const bodyOf = (request: CaseRequest, isAgain: boolean): Uint8Array => {
    const run = one.origin.run;
    const body = redated(request.body, dated.shift);
    if (isAgain) for (const number of numbersIn(body, run)) renew(number);
    if (isVerbatim && !isAgain) return bearing(body, lab.client.securityHeaders);
    return written(lab, { body, run }, (number) => numbers.get(number) ?? renew(number));
  };
  for (const request of one.requests) await sendOne({ replaying, dated, actor, bodyOf }, request);
  if (one.observes) await actor.observe();
};

interface Written {
  readonly body: Uint8Array;
  /** The run that made it. */
  readonly run: string;
}

const written = (lab: Lab, { body, run }: Written, numberFor: (number: string) => string): Uint8Array =>
  bearing(
    renumbered(body, run, (number) => referenceOf(lab.config.runId, numberFor(number))),
    lab.client.securityHeaders,
  );

interface Sending {
  readonly replaying: Replaying;
  readonly dated: Dated;
  readonly actor: CaseActor;
  readonly bodyOf: (request: CaseRequest, isAgain: boolean) => Uint8Array;
}

const sendOne = async (sending: Sending, request: CaseRequest): Promise<void> => {
  const { replaying, dated, actor } = sending;
  if (!isShared(dated.one, request)) {
    await send(sending, request, actor);
    return;
  }
  await sendOnce(replaying.lab, actor, { key: keyOf(dated, request), send: () => send(sending, request, actor) });
};

const keyOf = ({ shift }: Dated, { body }: CaseRequest): string =>
  `replayed ${String(shift)} ${createHash('sha256').update(body).digest('hex')}`;

/** A control that stands by itself serves every case that has the same; an attack stands right between two of its own. */
export const isShared = ({ requests }: CorpusCase, { purpose, body }: CaseRequest): boolean =>
  purpose === 'control' &&
  body.length > 0 &&
  requests.every((one) => one.purpose !== 'attack') &&
  requests.filter((one) => one.purpose === 'control').length === 1;

const send = ({ replaying: { lab, chances }, bodyOf }: Sending, request: CaseRequest, actor: CaseActor) => {
  const { purpose, method, contentType, soapAction, chunked, asksFirst } = request;
  const isRepeatable = soapAction === `"${lab.contract.service.alive?.action ?? ''}"`;
  const kept = { method, contentType, soapAction, chunked, asksFirst, isRepeatable };
  if (purpose === 'lost') return actor.exchange(purpose, () => loseAnswer(lab, bodyOf(request, false)));
  const origin = originOf(request);
  let tries = 0;
  const again = () => {
    tries += 1;
    const body = bodyOf(request, tries > 1 && !sameNumber.has(purpose));
    return lab.client.send({ ...kept, body });
  };
  return once.has(purpose)
    ? actor.exchange(purpose, again, origin)
    : sendSteadily(chances, actor, { purpose, origin, send: again });
};

/** What is to break something is sent once, and what comes right behind it. */
const once: ReadonlySet<Purpose> = new Set<Purpose>(['attack', 'afterwards']);

/** The valid message that it was made from is not kept. */
const originOf = ({ constraint, body }: CaseRequest): Origin | undefined =>
  constraint === undefined ? undefined : { constraint, operator: '', edited: '', parent: () => body };
