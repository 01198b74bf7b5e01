import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Contract } from '#contract/contract';
import type { Exchange, InboundFate } from '#contract/wire/exchange';
import type { Answer, Fault } from '#judgement/answer';
import type { Case, Sent } from '#judgement/case';
import type { behaviour } from '#judgement/requirements/behaviour';
import { sentWith } from '../sent.ts';
import type { JudgedCases } from './judged-cases.ts';

/** A moment of a sender: from when it delivered, in milliseconds, and what it got. */
interface Step {
  readonly at: number;
  readonly body?: Uint8Array;
  readonly sender?: string;
  readonly answer?: Answer;
  /** `unknown` where the receiver was killed. */
  readonly fate?: InboundFate | 'unknown';
  readonly took?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

const accepted: Answer = { kind: 'accepted', http: 200, dossierNumber: '1', status: 'published' };
const http = (status: number): Answer => ({ kind: 'http-error', http: status });
const fault = (code: string): Answer => {
  const said: Fault = { code, codeNamespace: '', text: '', hasDetail: false, detail: undefined, parts: [] };
  return { kind: 'fault', http: 500, fault: said, dossierNumber: '' };
};

/** Cases of what a vendor's system does over a row of deliveries. */
export const behaviourCases = (contract: Contract): Readonly<Record<keyof typeof behaviour, JudgedCases>> => {
  const example = readFileSync(join(contract.directory, 'examples/Melding.xml'), 'utf8');
  const titled = (title: string): Uint8Array =>
    Buffer.from(example.replace(/(<([\w.-]+:)?Titel>)[^<]*/, `$1${title}`), 'utf8');
  const other = titled('Een andere melding');
  const step = ({ at, body = Buffer.from(example), answer = accepted, fate = 'answered', ...rest }: Step): Sent => {
    const { sender = 'a', took = 100, headers = {} } = rest;
    const request: Exchange['request'] = { method: 'POST', url: 'https://localhost/', headers: {}, body };
    const status = 'http' in answer ? answer.http : 0;
    return sentWith('received', answer, {
      request,
      outcome: { response: { status, headers, body: new Uint8Array() } },
      startedAt: at,
      durationMs: took,
      inbound: {
        ...{ connection: 1, peer: '127.0.0.1', target: '/', httpVersion: '1.1', rawHeaders: [], isCut: false },
        ...{
          bodyBytes: body.length,
          note: { sender },
          ...(fate === 'unknown' ? {} : { end: { fate, reason: '', durationMs: took } }),
        },
      },
    });
  };
  const row = (...steps: readonly Step[]): Case => ({ sent: steps.map(step), kept: undefined });
  const once = row({ at: 0 }, { at: 5000, body: other });
  const none = row();
  const alive: Case = { sent: [sentWith('received', { kind: 'alive', http: 200 })], kept: undefined };
  const failed = { at: 0, answer: http(503) } as const;
  const refused = { at: 0, answer: fault('Client') } as const;
  const lost = { at: 0, fate: 'answer-withheld' } as const;
  const asked = { at: 0, answer: http(503), headers: { 'retry-after': '5' } } as const;
  const out = (at: number): Step => ({ at, answer: http(401) });
  const known = { at: 9000, answer: fault('Client') } as const;
  return {
    'behaviour.sends-accepted-once': {
      conforms: [once, row({ at: 0 }, { at: 5000, sender: 'b' }), row(lost, { at: 5000 })],
      deviates: [row({ at: 0 }, { at: 5000 }), row({ at: 0 }, { at: 100, answer: fault('Client') })],
      undecided: [none, alive, row(refused), row(failed)],
    },
    'behaviour.waits-for-answer': {
      conforms: [once, row({ at: 0 }, { at: 100 }), row({ at: 0, took: 9000 }, { at: 50, body: other })],
      deviates: [row({ at: 0, took: 9000 }, { at: 3000 })],
      undecided: [none, alive, row(out(0))],
    },
    'behaviour.uses-unique-references': {
      conforms: [row({ at: 0 }), row({ at: 0 }, { at: 5000 }), row({ at: 0 }, { at: 5000, body: other, sender: 'b' })],
      deviates: [row({ at: 0 }, { at: 5000, body: other })],
      undecided: [none, alive, row(refused)],
    },
    'behaviour.sends-again-after-error': {
      conforms: [row(failed, { at: 5000 }), row(failed, { at: 5000, answer: http(500) }, { at: 9000 })],
      deviates: [
        row(failed),
        row({ at: 0, answer: fault('Server') }, { at: 5000, body: other }),
        row(failed, { at: 9000, sender: 'b' }),
      ],
      undecided: [none, once, row(refused)],
    },
    'behaviour.sends-again-after-lost-answer': {
      conforms: [row(lost, { at: 5000 }), row(lost, known)],
      deviates: [row(lost), row(lost, { at: 5000, body: other })],
      undecided: [none, once, row(failed), row({ at: 0, fate: 'unknown' })],
    },
    'behaviour.mends-after-refusal': {
      conforms: [row(refused, { at: 5000, body: other })],
      deviates: [row(refused), row(refused, { at: 5000, answer: fault('Client') })],
      undecided: [none, once, row({ at: 0 }, known), row(lost, known)],
    },
    'behaviour.sends-refused-once': {
      conforms: [row(refused), row(refused, { at: 5000, body: other })],
      deviates: [row(refused, { at: 5000, answer: fault('Client') })],
      undecided: [none, once, row({ at: 0 }, known)],
    },
    'behaviour.waits-after-retry-after': {
      conforms: [row(asked, { at: 5100 }), row(asked, { at: 6000, answer: fault('Client') })],
      deviates: [row(asked, { at: 2000 })],
      undecided: [none, row(asked), row(failed, { at: 200 }), row(asked, { at: 200, body: other })],
    },
    'behaviour.spaces-retries': {
      conforms: [row(failed, { at: 2000 })],
      deviates: [row(failed, { at: 200 })],
      undecided: [none, once, row(failed), row(refused, { at: 200 })],
    },
    'behaviour.waits-for-slow-answer': {
      conforms: [row({ at: 0, took: 12_000 }), row({ at: 0, took: 15_000, fate: 'answer-not-taken' })],
      deviates: [row({ at: 0, took: 2000, fate: 'answer-not-taken' })],
      undecided: [none, once],
    },
    'behaviour.stops-after-refused-credentials': {
      conforms: [row(out(0), out(1), out(2)), row(out(0), out(1), out(2), { at: 3 }, out(4))],
      deviates: [row(out(0), out(1), out(2), out(3))],
      undecided: [none, once],
    },
  };
};
