import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { WireFailure, WireTls } from '#contract/wire/exchange';
import { readContract } from '#contract/reader';
import { sentWith } from '../../test/samples/sent.ts';
import type { Answer } from '../answer.ts';
import type { Sent } from '../case.ts';
import { caseJudge } from '../judge.ts';
import type { RequirementId } from '../requirements/registry.ts';
import type { Purpose } from '../purpose.ts';

const contract = readContract(resolve(import.meta.dirname, '../../contract/2020-01'));

const fault = { code: 'Client', codeNamespace: '', text: '', hasDetail: true, detail: undefined, parts: [] };
const none = (kind: WireFailure['kind'], code: string, received?: WireFailure['received']): Answer => ({
  kind: 'none',
  failure: { kind, code, message: '', received },
});
const half = (status: number) => ({ status, headers: {}, body: new Uint8Array() });

const answers = {
  accepted: { kind: 'accepted', http: 200, dossierNumber: 'D1', status: 'prepared' },
  alive: { kind: 'alive', http: 200 },
  '200 without a dossier number': { kind: 'unexpected', http: 200, reason: { nl: '', en: '' } },
  'a Fault': { kind: 'fault', http: 500, fault, dossierNumber: '' },
  'a Fault with a dossier number': { kind: 'fault', http: 500, fault, dossierNumber: 'D1' },
  'HTTP 401': { kind: 'http-error', http: 401 },
  'HTTP 403': { kind: 'http-error', http: 403 },
  'HTTP 413': { kind: 'http-error', http: 413 },
  'HTTP 429': { kind: 'http-error', http: 429 },
  'HTTP 503': { kind: 'http-error', http: 503 },
  'an alert': none('tls', 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION'),
  'a version of ours that is not there': none('tls', 'ERR_SSL_NO_PROTOCOLS_AVAILABLE'),
  'a server certificate that does not fit': none('tls', 'CERT_HAS_EXPIRED'),
  'a reset': none('reset', 'ECONNRESET'),
  'a connection that breaks off before the head': none('truncated', 'UND_ERR_SOCKET'),
  'half an answer of 200': none('truncated', 'UND_ERR_SOCKET', half(200)),
  'a time-out': none('timeout', 'UND_ERR_CONNECT_TIMEOUT'),
  'nobody there': none('refused', 'ECONNREFUSED'),
  'a proxy that hangs up': none('proxy', 'PROXY_ECONNRESET'),
} as const satisfies Record<string, Answer>;
type Name = keyof typeof answers;

const sent = (purpose: Purpose, answer: Answer, tls?: WireTls): Sent =>
  sentWith(purpose, answer, tls === undefined ? {} : { tls });

/** What becomes of each answer, grouped by verdict. */
const tableOf = (judge: (name: Name) => string): Readonly<Record<string, readonly Name[]>> =>
  Object.fromEntries(Map.groupBy(Object.keys(answers) as Name[], judge));

const judged = (requirement: RequirementId, ...all: readonly Sent[]): string =>
  caseJudge(contract)(requirement, { sent: all, kept: undefined }).kind;

const good = sent('control', answers.accepted);

describe('a delivery with a wrong certificate', () => {
  const keptOut = (name: Name, before = good, after = good): string =>
    judged('tls.refuses-expired', before, sent('wrong-certificate', answers[name]), after);

  test('is kept out in any way, between two that are let in', () => {
    expect(tableOf((name) => keptOut(name))).toEqual({
      deviates: ['accepted', 'alive', '200 without a dossier number', 'a Fault with a dossier number'],
      conforms: [
        'a Fault',
        'HTTP 401',
        'HTTP 403',
        'HTTP 413',
        'an alert',
        'a reset',
        'a connection that breaks off before the head',
      ],
      blocked: [
        'HTTP 429',
        'HTTP 503',
        'a version of ours that is not there',
        'a server certificate that does not fit',
        'half an answer of 200',
        'a time-out',
        'nobody there',
        'a proxy that hangs up',
      ],
    } satisfies Record<string, readonly Name[]>);
  });

  test.each([
    ['before', (control: Sent) => keptOut('a reset', control)],
    ['after', (control: Sent) => keptOut('a reset', good, control)],
  ])('proves nothing where the good one %s it is not let in', (_, judge) => {
    expect(tableOf((name) => judge(sent('control', answers[name])))).toEqual({
      conforms: ['accepted'],
      blocked: Object.keys(answers).filter((name) => name !== 'accepted'),
    });
  });
});

describe('a large body', () => {
  const large = (name: Name, control = good): string =>
    judged('tls.takes-large-bodies', control, sent('valid', answers[name]), good);

  test('has to be accepted, and a connection that breaks off is no acceptance', () => {
    expect(tableOf((name) => large(name))).toEqual({
      conforms: ['accepted'],
      deviates: [
        'alive',
        '200 without a dossier number',
        'a Fault',
        'a Fault with a dossier number',
        'HTTP 401',
        'HTTP 403',
        'HTTP 413',
        'an alert',
        'a reset',
        'a connection that breaks off before the head',
      ],
      blocked: [
        'HTTP 429',
        'HTTP 503',
        'a version of ours that is not there',
        'a server certificate that does not fit',
        'half an answer of 200',
        'a time-out',
        'nobody there',
        'a proxy that hangs up',
      ],
    } satisfies Record<string, readonly Name[]>);
  });

  test('that is cut off proves nothing where a small one is too', () => {
    expect(large('a reset', sent('control', answers['a reset']))).toBe('blocked');
  });
});

const over = (version: string): WireTls => ({ version, cipher: 'TLS_AES_128_GCM_SHA256', resumed: false });
const reached = sent('reachable', answers.alive);
const unreached = sent('reachable', answers['a time-out']);

describe('a connection over one version', () => {
  const pinned = (name: Name, usual = reached, version = 'TLSv1.2'): string =>
    judged('tls.accepts-tls-1-2', usual, sent('pinned', answers[name], over(version)));

  test('has to bring any answer', () => {
    expect(tableOf((name) => pinned(name))).toEqual({
      conforms: Object.keys(answers).filter((name) => answers[name as Name].kind !== 'none'),
      deviates: ['an alert', 'a reset', 'a connection that breaks off before the head'],
      blocked: [
        'a version of ours that is not there',
        'a server certificate that does not fit',
        'half an answer of 200',
        'a time-out',
        'nobody there',
        'a proxy that hangs up',
      ],
    });
  });

  test('that does not come about proves nothing where the usual one does not either', () => {
    expect(pinned('an alert', unreached)).toBe('blocked');
  });

  test('that turns out to be another version proves nothing', () => {
    expect(pinned('alive', reached, 'TLSv1.3')).toBe('blocked');
  });
});

describe('a connection over an old version', () => {
  const old = (name: Name, usual = reached): string =>
    judged('tls.refuses-older-versions', usual, sent('older', answers[name], over('TLSv1.1')));

  test('must bring no answer, whatever it is', () => {
    expect(tableOf((name) => old(name))).toEqual({
      deviates: Object.keys(answers).filter((name) => answers[name as Name].kind !== 'none'),
      conforms: ['an alert', 'a reset', 'a connection that breaks off before the head'],
      blocked: [
        'a version of ours that is not there',
        'a server certificate that does not fit',
        'half an answer of 200',
        'a time-out',
        'nobody there',
        'a proxy that hangs up',
      ],
    });
  });

  test('that does not come about proves nothing where the usual one does not either', () => {
    expect(old('an alert', unreached)).toBe('blocked');
  });
});

describe('the certificate of the server', () => {
  test('fails only for what is said of it', () => {
    const shown = (name: Name): string => judged('tls.shows-fitting-certificate', sent('alive', answers[name]));

    expect(tableOf(shown)).toEqual({
      conforms: Object.keys(answers).filter((name) => answers[name as Name].kind !== 'none'),
      deviates: ['a server certificate that does not fit'],
      blocked: Object.keys(answers).filter(
        (name) => answers[name as Name].kind === 'none' && name !== 'a server certificate that does not fit',
      ),
    });
  });

  test.each([
    ['CERT_NOT_YET_VALID', 'deviates'],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'deviates'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'deviates'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'deviates'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'deviates'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'deviates'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'blocked'],
    ['ERR_SSL_TLSV1_ALERT_UNKNOWN_CA', 'blocked'],
  ])('with %s %s', (code, verdict) => {
    expect(judged('tls.shows-fitting-certificate', sent('alive', none('tls', code)))).toBe(verdict);
  });
});

describe('a certificate of each issuer', () => {
  const letIn = (name: Name, usual = reached): string =>
    judged('tls.accepts-g4-certificate', usual, sent('valid', answers[name]));

  test('has to be let in', () => {
    expect(tableOf((name) => letIn(name))).toEqual({
      conforms: ['accepted'],
      deviates: [
        'alive',
        '200 without a dossier number',
        'a Fault',
        'a Fault with a dossier number',
        'HTTP 403',
        'HTTP 413',
        'an alert',
        'a reset',
        'a connection that breaks off before the head',
      ],
      blocked: [
        'HTTP 401',
        'HTTP 429',
        'HTTP 503',
        'a version of ours that is not there',
        'a server certificate that does not fit',
        'half an answer of 200',
        'a time-out',
        'nobody there',
        'a proxy that hangs up',
      ],
    } satisfies Record<string, readonly Name[]>);
  });

  test('that is refused proves nothing where nothing answers at all', () => {
    expect(letIn('an alert', unreached)).toBe('blocked');
  });
});
