import { expect, test } from 'vitest';
import { actionOf } from './action-of.ts';

const operation = (name: string) => ({
  name,
  action: `urn:${name}`,
  request: { namespace: 'urn:x', name },
  response: { namespace: 'urn:x', name: `${name}Response` },
  ground: 'assumed' as const,
  source: '',
});
const service = { deliver: operation('Meld'), deliverOf: { Besluit: operation('MeldBesluit') } };
const around = (request: string): string =>
  `<s:Envelope xmlns:s="urn:s"><s:Body wsu:id='a>b'>${request}</s:Body></s:Envelope>`;

test.each([
  ['<Meld/>', 'urn:Meld'],
  ['<x:MeldBesluit xmlns:x="urn:x">', 'urn:MeldBesluit'],
  ['\n<!-- <Meld/> --><?pi?> <MeldBesluit>', 'urn:MeldBesluit'],
  ['<Anders><MeldBesluit/></Anders>', 'urn:Meld'],
  ['', 'urn:Meld'],
])('the action of a message is that of its request: %s', (request, action) => {
  expect(actionOf(service, Buffer.from(around(request)))).toBe(action);
  expect(actionOf(service, Buffer.from(around(request), 'utf16le'))).toBe(action);
});

test('of two requests with one local name the namespace tells which is meant', () => {
  const other = { ...operation('MeldAnders'), action: 'urn:other', request: { namespace: 'urn:y', name: 'Meld' } };
  const both = { deliver: operation('Meld'), deliverOf: { Ander: other } };
  const action = (request: string): string => actionOf(both, Buffer.from(around(request)));

  expect(action('<Meld xmlns="urn:y"/>')).toBe('urn:other');
  expect(action("<y:Meld a='>' xmlns:y='urn:y'>")).toBe('urn:other');
  expect(action('<x:Meld xmlns:y="urn:y" xmlns:x="urn:x">')).toBe('urn:Meld');
  expect(action('<Meld/>')).toBe('urn:Meld');
});
