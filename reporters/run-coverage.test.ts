import { describe, expect, test } from 'vitest';
import type { Aimed, Event } from '#evidence/event';
import { aRun, anExchange as exchange } from '../test/samples/run.ts';
import { coveragePage } from './coverage-page.ts';
import { coverageOfRun } from './run-coverage.ts';
import { foldRun } from './run-result.ts';

const aim: Aimed = {
  type: 'aimed',
  constraints: ['a.xsd#T/maxLength', 'a.xsd#U/<&>'],
  documentTypes: ['Melding', 'Beschikking'],
  never: [
    {
      constraint: 'a.xsd#U/<&>',
      documentType: 'Beschikking',
      verdict: 'not-applicable',
      reason: { nl: 'Beschikking heeft nooit <U>', en: 'Beschikking never has <U> & "more"' },
    },
  ],
};

const violation = exchange({ purpose: 'violation', constraint: 'a.xsd#T/maxLength', answer: 'fault' });
const { started } = aRun([]);
const runOf = (...events: readonly Event[]) => foldRun([started, ...events]);
const coverage = coverageOfRun(
  runOf(exchange({}), exchange({ answer: 'fault' }), violation, { ...violation, answer: 'accepted' }),
  aim,
);
const cellOf = (...events: readonly Event[]) =>
  coverageOfRun(runOf(...events), aim).constraints[0]?.documentTypes['Melding'];

describe('the coverage of a run', () => {
  test('counts violations, those refused, and accepted valid deliveries by document type', () => {
    expect(coverage.constraints[0]?.documentTypes).toEqual({
      Melding: { state: 'violated', violations: 2, refused: 1, valid: 1, reason: undefined },
      Beschikking: { state: 'missed', violations: 0, refused: 0, valid: 0, reason: undefined },
    });
    expect(coverage.counts).toEqual({ all: 2, violated: 1, valid: 2, never: 0 });
  });

  test('counts what is only warned of as broken, though it is accepted', () => {
    const warned = exchange({ purpose: 'warning', constraint: 'a.xsd#T/maxLength' });

    expect(cellOf(warned)).toEqual({ state: 'violated', violations: 1, refused: 0, valid: 0, reason: undefined });
  });

  test('counts a delivery that several cases share once', () => {
    const shared = { type: 'shared', check: 'c', case: 2, exchange: '1-1' } as const;

    expect(cellOf(exchange({}), shared, shared)).toMatchObject({ valid: 1 });
  });

  test('says why a constraint can not be broken', () => {
    expect(coverage.constraints[1]?.documentTypes['Beschikking']).toMatchObject({
      state: 'not-applicable',
      reason: { nl: 'Beschikking heeft nooit <U>' },
    });
  });

  test('keeps to the document types that were asked for', () => {
    const one = coverageOfRun({ ...runOf(violation), started: { ...started, documentTypes: ['Beschikking'] } }, aim);

    expect(one.documentTypes).toEqual(['Beschikking']);
    expect(one.counts).toEqual({ all: 2, violated: 0, valid: 0, never: 1 });
  });

  test.each([
    { language: 'nl', missed: 'gemist', never: 'n.v.t.', reason: 'Beschikking heeft nooit &lt;U&gt;' },
    {
      language: 'en',
      missed: 'missed',
      never: 'n/a',
      reason: 'Beschikking never has &lt;U&gt; &amp; &quot;more&quot;',
    },
  ] as const)('is a page in $language, in which what was told is escaped', ({ language, ...texts }) => {
    const page = coveragePage(coverage, language);
    const link = '<a class="utrecht-link utrecht-link--html-a" href="#reason-1">[1]</a>';

    expect(page).toContain(`<html lang="${language}">`);
    expect(page).toContain('a.<wbr>xsd#<wbr>U/<wbr>&lt;&amp;&gt;</th>');
    expect(page).toContain('<td>2\u00a0(1)\u00a0·\u00a01</td>');
    expect(page).toContain(`<td><span class="quiet">${texts.missed}</span></td>`);
    expect(page).toContain(`<span class="quiet">${texts.never}</span> ${link}`);
    expect(page).toContain(`<li id="reason-1">${texts.reason}</li>`);
    expect(page).toContain('data-states="violated missed"');
  });

  test('marks on its page what was missed in every document type', () => {
    const page = coveragePage(coverageOfRun(runOf(), aim), 'en');

    expect(page.match(/<td><span class="utrecht-badge-status [\w-]+">missed<\/span><\/td>/g)).toHaveLength(3);
  });
});
