import { expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import type { Pair } from './pair.ts';
import { sortTraffic } from './sort-traffic.ts';
import { besideTexts, nothingToJudge } from './traffic-text.ts';

const contract = readContract('contract/2020-01');
const { action, request } = contract.service.deliver;

const eto = 'https://eto.example/DossierService.svc';
const envelope = (body: string, more = ''): string =>
  `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"${more}><s:Body>${body}</s:Body></s:Envelope>`;
const ours = envelope(`<d:${request.name} xmlns:d="${request.namespace}"/>`);
const foreign = envelope(`<Login xmlns="urn:zaak"><d:Dossier xmlns:d="${request.namespace}"/></Login>`);

interface Sent {
  readonly text: string | Uint8Array;
  readonly url?: string;
  readonly action?: string;
  readonly status?: number;
}

const pair = ({ text, url = eto, action: said, status = 200 }: Sent): Pair => ({
  ...{ from: 'a', method: 'POST', url, body: Buffer.from(text), isCut: false, damaged: [], startedAt: 0 },
  headers: said === undefined ? [] : [['SOAPAction', said]],
  response: { status, headers: {}, body: new Uint8Array() },
  durationMs: 0,
});

const sorted = (...all: readonly Sent[]) =>
  sortTraffic(
    [{ pairs: all.map((one) => ({ startedAt: 0, load: () => pair(one) })), others: 0 }],
    contract,
    () => undefined,
  );

const right: Sent = { text: ours, action: `"${action}"` };

test.each<[string, Sent]>([
  ['has its namespace and another name', { text: envelope(`<x:Voeg xmlns:x='${request.namespace}'/>`), url: '' }],
  ['has its namespace from the envelope', { text: envelope('<x:Voeg/>', ` xmlns:x="${request.namespace}"`), url: '' }],
  [
    'has the name of its operation in another',
    { text: envelope(`<${request.name} xmlns="http://tempuri.org/"/>`), url: '' },
  ],
  ['names its action', { text: foreign, action, url: '' }],
  ['is in UTF-16', { text: Buffer.from(`\uFEFF${ours}`, 'utf16le'), url: '' }],
  ['was refused at its address, whatever it asks for', { text: foreign, status: 500, url: `${eto}?a=1` }],
  ['can not be read, at its address', { text: '<s:Envelope', url: eto }],
])('what %s is for the service of the contract', (_, one) => {
  const { ours: found, elsewhere } = sorted(right, one);

  expect([found.length, elsewhere.size]).toEqual([2, 0]);
});

test.each<[string, Sent]>([
  ['a service of its own that is handed a dossier', { text: foreign, url: 'https://zaak.example/ws?token=geheim' }],
  ['a service behind one address with that of the contract', { text: foreign, action: '"urn:y"' }],
  ['a service elsewhere that refused it', { text: foreign, url: 'https://zaak.example/ws', status: 500 }],
])('what goes to %s is counted by its address', (_, one) => {
  const { ours: found, elsewhere } = sorted(right, one);

  expect(found.length).toBe(1);
  expect([...elsewhere.values()]).toEqual([1]);
  expect([...elsewhere.keys()].join()).toMatch(/^(?:zaak\.example\/ws|eto\.example\/DossierService\.svc)$/);
});

test('what goes elsewhere is told with its address, and so it is where there is nothing else', () => {
  const { ours: found, ...beside } = sorted({ text: foreign, url: 'https://zaak.example/ws' });

  expect(found).toEqual([]);
  expect(besideTexts(beside).map(({ en }) => en)).toEqual([
    '1 passed over: SOAP for another service than that of the contract (zaak.example/ws: 1)',
  ]);
  expect(nothingToJudge(['a.har'], beside).nl).toMatch(
    /^in a\.har staat geen verzoek aan de dienst .*zaak\.example\/ws: 1/,
  );
});

test('where nothing says whom requests are for, they are judged', () => {
  expect(sorted({ text: '<s:Envelope', action: '""' }).ours.length).toBe(1);
});
