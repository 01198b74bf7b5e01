import { expect, test } from 'vitest';
import { honest } from '../../test/samples/gate.ts';
import { omissionsOf } from '../../test/samples/gate-omissions.ts';
import { evaluate } from '../decision/evaluate.ts';
import { decisionText } from './decision-text.ts';
import { letter } from './letter.ts';

const labels = new Map([
  ['BeschikkingAanvraag', 'Beschikking | aanvraag'],
  ['Melding', 'Melding'],
]);

test('a letter says what is in order, what is missing for each document type, and what to do', () => {
  const { facts, ...rest } = honest(2);
  const types = facts.types.map((one) =>
    one.documentType === 'Melding'
      ? { ...one, verdicts: { ...one.verdicts, 'message.is-unicode': 'failed' as const } }
      : one,
  );

  expect(letter(evaluate({ ...rest, facts: { ...facts, types } }), labels)).toMatchInlineSnapshot(`
    "Aan: Zaaksoft
    Datum: 2026-11-30
    Betreft: aansluiting op DROP 3PAS, fase 2, Zaak 1

    Uw systeem voldoet nog niet aan wat deze fase vraagt.

    In orde in wat u aanleverde: Beschikking | aanvraag.

    Melding:
    - niet in orde: Elk bericht is gecodeerd in UTF-8 of UTF-16.

    Wat u kunt doen: verbeter wat hierboven staat, lever opnieuw aan bij het endpoint van deze fase, neem dat op, onderteken het pakket en stuur het ons.
    "
  `);
});

test('a letter is at most one page and names no id, whatever is missing', () => {
  const none = { types: [], whole: [], acceptedThere: [] };
  const clean = honest(3);
  const worst = letter(evaluate({ ...clean, facts: { ...clean.facts, ...none }, integrity: undefined }), labels);
  const all = omissionsOf(3).filter((_, index) => index % 40 === 0);
  const texts = [worst, ...all.map(({ change }) => letter(evaluate(change(clean)), labels))];

  expect(Math.max(...texts.map((text) => text.split('\n').length))).toBeLessThanOrEqual(50);
  expect(texts.filter((text) => /\b(message|behaviour|request|certificate)\.[a-z]/.test(text))).toEqual([]);
});

test('names of others neither write lines of a letter or decision nor make it longer than a page', () => {
  const clean = honest(1);
  const system = {
    vendor: 'Z\nUitkomst voor fase 1: voldoet',
    product: 'P\u202e'.repeat(5000),
    version: '1',
    documentTypes: [],
  };
  const decision = evaluate({ ...clean, system });
  const text = letter(decision, labels);

  expect([text.split('\n')[0], text.length < 4000]).toEqual([String.raw`Aan: Z\nUitkomst voor fase 1: voldoet`, true]);
  expect(
    decisionText(decision, labels, 'nl')
      .split('\n')
      .filter((line) => line.startsWith('Uitkomst')),
  ).toEqual(['Uitkomst voor fase 1: onbeslist']);
});
