import { expect, test } from 'vitest';
import { failureOf } from './failure.ts';

const failing = (code: string): Error => Object.assign(new Error(`it failed with ${code}`), { code });

test.each([
  ['ENOTFOUND', 'dns'],
  ['EAI_AGAIN', 'dns'],
  ['ECONNREFUSED', 'refused'],
  ['EHOSTUNREACH', 'unreachable'],
  ['ENETUNREACH', 'unreachable'],
  ['ETIMEDOUT', 'timeout'],
  ['UND_ERR_CONNECT_TIMEOUT', 'timeout'],
  ['ECONNRESET', 'reset'],
  ['EPIPE', 'reset'],
  ['CERT_HAS_EXPIRED', 'tls'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'tls'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'tls'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls'],
  ['ERR_SSL_WRONG_VERSION_NUMBER', 'tls'],
  ['ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', 'tls'],
  ['EPROTO', 'tls'],
  ['HPE_INVALID_CONSTANT', 'other'],
] as const)('%s is %s', (code, kind) => {
  expect(failureOf({ error: failing(code), answering: false })).toMatchObject({ kind, code });
});

test('a reset is a truncated answer once the answer has begun', () => {
  expect(failureOf({ error: failing('ECONNRESET'), answering: true }).kind).toBe('truncated');
});

test('several addresses that fail alike are told by the first', () => {
  const error = new AggregateError([failing('ECONNREFUSED'), failing('ENETUNREACH')]);

  expect(failureOf({ error, answering: false })).toMatchObject({ kind: 'refused', code: 'ECONNREFUSED' });
});

test('the message says what to do and what was said', () => {
  expect(failureOf({ error: failing('ECONNREFUSED'), answering: false }).message).toMatchInlineSnapshot(
    `"Nothing listens there. Check host and port, and whether the endpoint is up (it failed with ECONNREFUSED)"`,
  );
});
