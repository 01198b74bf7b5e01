import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { recordedBody } from './recorded-body.ts';

const message = '<e:Envelope><e:Header/><e:Body><a>Geheim</a></e:Body></e:Envelope>';
const json = { 'content-type': 'application/json' };
const form = { 'content-type': 'application/x-www-form-urlencoded' };

test.each([
  ['gzip', gzipSync(message), { 'content-encoding': 'gzip' }],
  ['UTF-32', Buffer.from([...message].flatMap((one) => [0, 0, 0, one.charCodeAt(0)])), {}],
  ['JSON', Buffer.from('{"password":"Geheim"}'), json],
  ['JSON that is called XML', Buffer.from(' [{"password":"Geheim"}]'), { 'content-type': 'text/xml' }],
  ['a form', Buffer.from('user=jan&password=Geheim'), form],
])('of %s no more is recorded than its beginning, size and digest', (_, body, headers) => {
  const kept = Buffer.from(recordedBody({ body, headers })).toString('latin1');

  expect(kept).toMatch(new RegExp(`^[^]{1,4}\\*\\*\\* ${String(body.length)} bytes, sha256:[\\da-f]{64}$`));
});

test.each([
  ['a message', message, {}],
  ['one that is called JSON', message, json],
  ['a text', 'Geheim', { 'content-type': 'text/plain' }],
])('%s is recorded as it is', (_, text, headers) => {
  const body = Buffer.from(text);

  expect(recordedBody({ body, headers })).toBe(body);
});
