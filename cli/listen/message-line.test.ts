import { expect, test } from 'vitest';
import type { JudgedExchange } from '#harness/judge-recording';
import { anExchange } from '../../test/samples/run.ts';
import { messageLine } from './message-line.ts';

const expected = { nl: 'x', en: 'x' };
const accepted = { kind: 'accepted', http: 200, dossierNumber: 'DRP-1', status: 'published' } as const;
const line = (change: Partial<JudgedExchange>, language: 'nl' | 'en' = 'en'): string =>
  messageLine(
    { event: anExchange(), answer: accepted, deviations: new Map(), seen: undefined, ...change },
    (id) => (id === 'request.quotes-action' ? 'MUST' : 'REPORT'),
    language,
  ).replace(/^\d\d:\d\d:\d\d {2}/, '');

test('a message takes one line, in either language, whatever others wrote in it', () => {
  const fault = {
    ...{ code: 'Client', codeNamespace: '', text: 'a\nb\u001b[31m', hasDetail: true, parts: [] },
    detail: { code: 'dubbel', text: '', element: '' },
  };

  expect(line({})).toBe('–  Melding  accepted DRP-1  in order\n');
  expect(line({}, 'nl')).toBe('–  Melding  aangenomen DRP-1  in orde\n');
  expect(line({ answer: { kind: 'fault', http: 500, fault, dossierNumber: '' } })).toMatch(
    /^– {2}Melding {2}refused: dubbel "a\S*b\\u001b\[31m" {2}in order\n$/,
  );
});

test('a message that could not be judged is not told to be in order', () => {
  const unjudged = { nl: 'het bericht is niet heel bewaard', en: 'the message was not kept whole' };

  expect(line({ unjudged })).toBe('–  Melding  accepted DRP-1  not judged: the message was not kept whole\n');
  expect(line({ unjudged }, 'nl')).toContain('niet beoordeeld: het bericht is niet heel bewaard');
});

test('what binds most is told first', () => {
  const deviation = { expected, actual: expected };
  const deviations = new Map([
    ['certificate.chain-signed', deviation],
    ['request.quotes-action', deviation],
  ] as const);

  expect(line({ deviations })).toContain('2 findings: ✗ request.quotes-action, ○ certificate.chain-signed');
});

test('what came to nothing says why, without the file names of OpenSSL', () => {
  const reason =
    '40:error:0A:SSL routines:ssl3_read_bytes:tlsv1 alert unknown ca:../rec_layer_s3.c:9:SSL alert number 48';
  const event = {
    ...anExchange({ documentType: undefined, method: '' }),
    end: { fate: 'handshake-failed', reason, durationMs: 1 } as const,
  };

  const unjudged = { nl: 'er kwam geen bericht binnen', en: 'no message came in' };

  expect(line({ event, unjudged, answer: { kind: 'none', failure: { kind: 'tls', code: '', message: '' } } })).toBe(
    '–  TLS  no answer (the TLS handshake failed: tlsv1 alert unknown ca; the client does not trust the certificate of this endpoint, import the root)  not judged: no message came in\n',
  );
});

test('what went on tells whose answer it is, and warns of a delivery that is not marked as a test', () => {
  const inbound = {
    connection: 1,
    peer: '',
    target: '/',
    httpVersion: '1.1',
    rawHeaders: [],
    bodyBytes: 1,
    isCut: false,
  };
  const event = anExchange({ inbound: { ...inbound, note: { forwarded: { fate: 'lost', unmarked: true } } } });

  expect(line({ event }, 'nl')).toContain(
    '[het antwoord van het endpoint is verloren; misschien is er een dossier, zie opruimlijst.csv] [let op: de titel',
  );
});

test('an answer that is compressed without being asked for is told', () => {
  const headers = { responseHeaders: { 'content-encoding': 'gzip' } };

  expect(line({ event: anExchange({ ...headers, requestHeaders: { 'accept-encoding': 'identity' } }) })).toContain(
    '[mind: the answer is compressed (gzip), which Accept-Encoding does not ask for]',
  );
  expect(line({ event: anExchange({ ...headers, requestHeaders: { 'accept-encoding': 'gzip' } }) })).not.toContain(
    'gzip',
  );
});

test('what nobody known sent tells whose findings they are not yet known to be, and which username came without its password', () => {
  const deviations = new Map([['request.quotes-action', { expected, actual: expected }]] as const);
  const inbound = {
    connection: 1,
    peer: '',
    target: '/',
    httpVersion: '1.1',
    rawHeaders: [],
    bodyBytes: 1,
    isCut: false,
  };
  const event = anExchange({ inbound: { ...inbound, note: { claims: 'zaaksysteem' } } });

  expect(line({ deviations, isUndecided: true })).toContain(
    '1 finding (whose is not known yet; does not count once a known sender comes): ✗ request.quotes-action',
  );
  expect(line({ event })).toContain('[username zaaksysteem with another password than --password-env gives]');
});
