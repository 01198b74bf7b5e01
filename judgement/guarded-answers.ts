import { extname } from 'node:path';
import type { Contract } from '#contract/contract';
import type { Exchange } from '#contract/wire/exchange';
import { guarded } from '#xml/guard';
import { type Answer, readAnswer } from './answer.ts';
import { askedOpinions } from './asked-opinions.ts';
import type { Case, Sent } from './case.ts';
import type { Opinion } from './finding.ts';
import type { RequirementId } from './requirements/registry.ts';
import { caseJudge } from './judge.ts';
import type { OpinionOf } from './request-opinion.ts';
import { type Looked, type StreamOf, lookAt, unlooked } from './streams/look.ts';
import { isTame } from './tame.ts';
import { unpackedAnswer } from './unpacked-answer.ts';
import type { Judgement } from './verdict.ts';

/** Reads and judges what the other side sent, which may be made to keep a parser busy for ever. Requests are parsed only for a judge that asks for an opinion. */
export interface GuardedAnswers {
  readonly read: (exchange: Exchange) => Answer | Promise<Answer>;
  readonly judge: (requirement: RequirementId, one: Case) => Judgement | Promise<Judgement>;
  /** What the judges of such a stream keep of an exchange. */
  readonly look: (sent: Sent, stream: StreamOf) => Looked | Promise<Looked>;
  /** Whether something took too long since it was opened: after some such in a row less is tried. */
  readonly hasLate: () => boolean;
  readonly close: () => Promise<void>;
}

/** After so many answers in a row that could not be read in time, none that looks like them is tried. */
const patience = 5;

/**
 * Tame answers are read at once; the others in a worker, each within a deadline in milliseconds. On a busy machine a worker gets
 * `patienceMs` until it has used so much CPU; no more than the deadline unless said.
 */
export const guardedAnswers = (contract: Contract, deadlineMs: number, patienceMs = deadlineMs): GuardedAnswers => {
  const guard = guarded(workerModule(), { deadlineMs, patienceMs, setup: contract });
  const opinions = askedOpinions(contract, { deadlineMs, patienceMs });
  let lost = 0;
  let hasLate = false;
  const noted = <Said extends object>(said: Said): Said => {
    hasLate ||= 'late' in said;
    return said;
  };
  const asked = async (name: string, ...values: readonly unknown[]): Promise<unknown> => {
    if (lost >= patience) return undefined;
    try {
      const told = await guard.call(name, ...values);
      lost = 0;
      return told;
    } catch {
      lost += 1;
      return undefined;
    }
  };
  return {
    read: async (came) => {
      const exchange = unpackedAnswer(came);
      if (isTame(bodyOf(exchange))) return readAnswer(contract, exchange);
      return noted(((await asked('read', withoutRequest(exchange))) as Answer | undefined) ?? unread(exchange));
    },
    judge: async (requirement, { sent, ...rest }) => {
      const one = { ...rest, sent: sent.map(unpackedSent) };
      if (!one.sent.every(({ exchange }) => isTame(bodyOf(exchange))))
        return noted(((await asked('judge', requirement, copyable(one))) as Judgement | undefined) ?? unjudged.answer);
      const judge = (opinionOf: OpinionOf) => caseJudge(contract, opinionOf)(requirement, one);
      return noted((await opinions.supply(judge)) ?? unjudged.request);
    },
    look: async (came, stream) => {
      const sent = unpackedSent(came);
      const look = (opinionOf: OpinionOf): Looked => lookAt(sent, { ...stream, contract, opinionOf });
      if (!isTame(bodyOf(sent.exchange)))
        return noted(
          ((await asked('look', copyableSent(sent), stream)) as Looked | undefined) ?? unlooked(contract, sent, stream),
        );
      const looked = await opinions.supply(look);
      if (looked !== undefined) return looked;
      // What a recording shows of a request without reading its message stands whatever became of that.
      return noted({
        ...(stream.kind === 'run' ? unlooked(contract, sent, stream) : look(() => noOpinion)),
        late: true,
      });
    },
    hasLate: () => hasLate,
    close: async () => {
      await Promise.all([guard.close(), opinions.close()]);
    },
  };
};

const bodyOf = ({ outcome }: Exchange): Uint8Array =>
  'response' in outcome ? outcome.response.body : new Uint8Array();

const unpackedSent = (sent: Sent): Sent => {
  const exchange = unpackedAnswer(sent.exchange);
  return exchange === sent.exchange ? sent : { ...sent, exchange };
};

/** Who reads an answer needs no copy of the request. */
const withoutRequest = (exchange: Exchange): Exchange => ({
  ...exchange,
  request: { ...exchange.request, body: new Uint8Array() },
});

/** What a violation was made from has a function in it, which no worker can be given. */
const copyable = ({ sent, ...rest }: Case): Case => ({ ...rest, sent: sent.map(copyableSent) });

const copyableSent = ({ origin: _origin, ...one }: Sent): Sent => one;

const unread = ({ outcome }: Exchange): Answer => {
  const http = 'response' in outcome ? outcome.response.status : 0;
  if (http >= 400) return { kind: 'http-error', http, late: true };
  return {
    kind: 'unexpected',
    http,
    late: true,
    reason: {
      nl: 'XML die niet binnen enkele seconden te lezen is, zoals entiteiten die eindeloos uitdijen',
      en: 'XML that can not be read within seconds, such as entities that expand without end',
    },
  };
};

const noOpinion: Opinion = {
  verdict: 'unjudgeable',
  reason: { nl: 'dat kon niet binnen enkele seconden', en: 'that could not be done within seconds' },
  late: true,
};

const unjudged: Readonly<Record<'answer' | 'request', Judgement>> = {
  answer: {
    kind: 'blocked',
    reason: {
      nl: 'het antwoord is niet binnen enkele seconden te beoordelen',
      en: 'the answer can not be judged within seconds',
    },
    late: true,
  },
  request: {
    kind: 'untested',
    reason: {
      nl: 'het verzoek is niet binnen enkele seconden te beoordelen',
      en: 'the request can not be judged within seconds',
    },
    late: true,
  },
};

/** The worker beside this module, TypeScript or JavaScript as this one is. */
const workerModule = (): URL =>
  new URL(`./answer-worker${extname(new URL(import.meta.url).pathname)}`, import.meta.url);
