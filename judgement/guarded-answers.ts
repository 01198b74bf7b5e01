import { extname } from 'node:path';
import type { Contract } from '#contract/contract';
import type { Exchange } from '#contract/wire/exchange';
import { guarded } from '#xml/guard';
import { GuardFailure } from '#xml/guard-error';
import { type Answer, readAnswer } from './answer.ts';
import type { Case, Sent } from './case.ts';
import type { RequirementId } from './requirements/registry.ts';
import { judgeCase } from './judge.ts';
import { type Looked, lookAt } from './streams/look.ts';
import { isTame } from './tame.ts';
import type { Judgement } from './verdict.ts';

/** Reads and judges what the other side sent, which may be made to keep a parser busy for ever. */
export interface GuardedAnswers {
  readonly read: (exchange: Exchange) => Answer | Promise<Answer>;
  readonly judge: (requirement: RequirementId, one: Case) => Judgement | Promise<Judgement>;
  /** What the judges of streams keep of an exchange. */
  readonly look: (sent: Sent) => Looked | Promise<Looked>;
  readonly close: () => Promise<void>;
}

/** After so many answers in a row that could not be read in time, none that looks like them is tried. */
const patience = 5;

/** Tame answers are read at once; the others in a worker, each within a deadline in milliseconds. */
export const guardedAnswers = (contract: Contract, deadlineMs: number): GuardedAnswers => {
  const guard = guarded(workerModule(), { deadlineMs, setup: contract.directory });
  let lost = 0;
  const asked = async (name: string, ...values: readonly unknown[]): Promise<unknown> => {
    if (lost >= patience) return undefined;
    try {
      const told = await guard.call(name, ...values);
      lost = 0;
      return told;
    } catch (error) {
      if (error instanceof GuardFailure && error.thrown === 'ContractError') throw error;
      lost += 1;
      return undefined;
    }
  };
  return {
    read: async (exchange) => {
      if (isTame(bodyOf(exchange))) return readAnswer(contract, exchange);
      return ((await asked('read', withoutRequest(exchange))) as Answer | undefined) ?? unread(exchange);
    },
    judge: async (requirement, one) => {
      if (one.sent.every(({ exchange }) => isTame(bodyOf(exchange)))) return judgeCase(contract, requirement, one);
      return ((await asked('judge', requirement, copyable(one))) as Judgement | undefined) ?? unjudged;
    },
    look: async (sent) => {
      if (isTame(bodyOf(sent.exchange))) return lookAt(sent, contract);
      return ((await asked('look', copyableSent(sent))) as Looked | undefined) ?? { values: {}, late: true };
    },
    close: guard.close,
  };
};

const bodyOf = ({ outcome }: Exchange): Uint8Array =>
  'response' in outcome ? outcome.response.body : new Uint8Array();

/** What a request holds is not looked at, and need not be copied. */
const withoutRequest = (exchange: Exchange): Exchange => ({
  ...exchange,
  request: { ...exchange.request, body: new Uint8Array() },
});

/** What a violation was made from has a function in it, which no worker can be given. */
const copyable = ({ sent, ...rest }: Case): Case => ({
  ...rest,
  sent: sent.map((one) => ({ ...copyableSent(one), exchange: withoutRequest(one.exchange) })),
});

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

const unjudged: Judgement = {
  kind: 'blocked',
  reason: {
    nl: 'het antwoord is niet binnen enkele seconden te beoordelen',
    en: 'the answer can not be judged within seconds',
  },
  late: true,
};

/** The worker beside this module, TypeScript or JavaScript as this one is. */
const workerModule = (): URL =>
  new URL(`./answer-worker${extname(new URL(import.meta.url).pathname)}`, import.meta.url);
