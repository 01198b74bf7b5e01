import { expect, test } from 'vitest';
import { honest } from '../../test/samples/gate.ts';
import { evaluate } from '../decision/evaluate.ts';
import { decisionsCsv, decisionsPage, decisionsText } from './decisions-table.ts';

const passes = evaluate(honest(1));
const unsigned = evaluate({ ...honest(1), integrity: undefined });
const evil = { ...unsigned, vendor: '=1+1;"<b>' };
const wide = { ...unsigned, vendor: ' ＝1+1', product: 'Zaak\nc.zip | voldoet\u202e' };
const all = [
  { name: 'a.zip', decided: passes },
  { name: 'b.zip', decided: evil },
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

test('a name neither begins a row of its own nor hides what stands around it', () => {
  const [own = '', ...rest] = decisionsText([{ name: 'd.zip', decided: wide }], 'nl').split('\n');
  expect([rest, own.includes(String.raw`Zaak\nc.zip | voldoet\u202e`)]).toEqual([[''], true]);
  expect(decisionsCsv([{ name: 'd.zip', decided: wide }], 'nl')).toContain("d.zip;' ＝1+1;");
});

test('a package that nothing can be decided on has a row that says why', () => {
  const decided = { nl: 'niet te beoordelen: geen pakket', en: "can't be judged: no package" };
  expect(decisionsText([{ name: 'f.zip', decided }, ...all], 'nl').split('\n')[0]).toBe(
    'f.zip | onbeslist | niet te beoordelen: geen pakket',
  );
});
