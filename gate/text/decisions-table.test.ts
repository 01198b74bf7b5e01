import { expect, test } from 'vitest';
import { honest } from '../../test/samples/gate.ts';
import { evaluate } from '../decision/evaluate.ts';
import { decisionsCsv, decisionsPage, decisionsText } from './decisions-table.ts';

const passes = evaluate(honest(1));
const unsigned = evaluate({ ...honest(1), integrity: undefined });
const evil = { ...unsigned, vendor: '=1+1;"<b>' };
const all = [
  { name: 'a.zip', decision: passes },
  { name: 'b.zip', decision: evil },
];

test('a table has a line for each package, with what stands in its way first', () => {
  expect(decisionsText(all, 'nl').split('\n')).toEqual([
    'a.zip | Zaaksoft | Zaak 1 | voldoet | BeschikkingAanvraag: voldoet, Melding: voldoet',
    'b.zip | =1+1;"<b> | Zaak 1 | onbeslist | BeschikkingAanvraag: onbeslist, Melding: onbeslist | dit is een map en geen ondertekend pakket',
    '',
  ]);
});

test('a spreadsheet takes nothing of others for a formula, and a page nothing for markup', () => {
  expect(decisionsCsv(all, 'nl').split('\n')[2]).toContain(`b.zip;"'=1+1;""<b>";Zaak 1;onbeslist;`);
  expect(decisionsPage(all, new Map(), 'nl')).toContain('=1+1;&quot;&lt;b&gt;');
});
