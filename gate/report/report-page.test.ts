import { expect, test } from 'vitest';
import { aCheck, aRun } from '../../test/samples/run.ts';
import type { GateFacts } from '../facts/gate-facts.ts';
import { reportPage } from './report-page.ts';
import type { Reported } from './reported.ts';

const facts: GateFacts = {
  ...{ kind: 'recording', recordedBy: 'receiver', name: 'proef', suite: '0.1.0', phase: 1, hosts: [], via: undefined },
  contract: { id: '2020-01', digest: 'ab'.repeat(32), confirmed: false },
  ...{ first: Date.parse('2026-11-30T09:00:00Z'), last: Date.parse('2026-11-30T10:00:00Z') },
  ...{ isRealClock: true, isEnded: true, isRedacted: false, isFiltered: false, resumed: [] },
  system: { vendor: 'Voorbeeld B.V.', product: 'Systeem', version: '1', documentTypes: ['Melding', 'Ander'] },
  certificates: [],
  whole: [
    { requirement: 'message.keeps-public-rules', documentType: undefined, verdict: 'failed', actual: undefined },
    {
      requirement: 'behaviour.sends-again-after-lost-answer',
      documentType: undefined,
      verdict: 'untested',
      actual: undefined,
    },
  ],
  types: [
    {
      ...{ documentType: 'Melding', received: 3, accepted: 2, isUnprovable: false },
      verdicts: { 'message.keeps-public-schema': 'passed', 'message.uses-listed-values': 'failed' },
    },
    { documentType: undefined, received: 1, accepted: 0, isUnprovable: false, verdicts: {} },
  ],
  acceptedThere: [],
  toShow: [{ documentType: 'Ander', kind: 'delivery', name: undefined, isDone: false }],
  ...{ damaged: 0, gaps: [], unfounded: [], unprovable: 0 },
};

const reported: Reported = {
  facts,
  result: aRun([aCheck({ verdict: 'failed' }), aCheck({ verdict: 'passed' })]),
  contract: {
    ...{ id: '2020-01', digest: 'ab'.repeat(32), confirmed: false, takenFrom: undefined },
    documentTypes: [{ name: 'Melding', label: 'Melding bouwactiviteit', ground: 'public' }],
  },
  system: facts.system,
  journal: 'cd'.repeat(32),
  at: '2026-11-30T11:00:00Z',
};

const textOf = (html: string): string =>
  html
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<wbr>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');

test('a report says first what was judged, and what its contract is worth', () => {
  const text = textOf(reportPage(reported, 'nl'));

  expect(text).toContain('Beoordeeld: het systeem van Voorbeeld B.V. Voorlopig: het koppelvlak is een reconstructie');
  expect(text).toContain('In orde: 1 controle. Niet in orde: 1. Niet beslist: 0.');
});

test('each document type that was declared or seen has a row, also what is of none', () => {
  const text = textOf(reportPage(reported, 'nl'));

  expect(text).toMatch(/Melding bouwactiviteit 3 2 0 .*1 niet in orde 1 in orde/);
  expect(text).toMatch(/Ander 0 0 0/);
  expect(text).toContain('zonder herkenbaar documenttype 1 0 0');
  expect(text).toContain('Opgegeven in vendor.yaml, en niet gezien: Ander delivery.');
});

test('what is about an endpoint says that it says nothing about a vendor, in both languages', () => {
  const ofRun = { ...reported, facts: { ...facts, kind: 'run' as const, recordedBy: undefined, hosts: ['eto.test'] } };

  expect(textOf(reportPage(ofRun, 'nl'))).toContain('Beoordeeld: het endpoint; dit zegt niets over een leverancier');
  expect(textOf(reportPage(ofRun, 'en'))).toContain('Judged: the endpoint; this says nothing about a vendor');
});

test('a confirmed contract, and one that was taken over, are told as that', () => {
  const of = (contract: Partial<Reported['contract']>): string =>
    textOf(reportPage({ ...reported, contract: { ...reported.contract, ...contract } }, 'nl'));

  expect(of({ confirmed: true })).toContain('is door KOOP bevestigd');
  expect(of({ takenFrom: 'Handleiding 3PAS v2.5' })).toContain('Overgenomen uit Handleiding 3PAS v2.5');
});

test('a page runs no script, and escapes what others wrote', () => {
  const html = reportPage(
    { ...reported, system: { vendor: '<script>alert(1)</script>', product: '', version: '', documentTypes: [] } },
    'nl',
  );

  expect(html).not.toContain('<script');
  expect(html).toContain("default-src 'none'");
});
