import { describe, expect, test } from 'vitest';
import type { Aimed, Event } from '#evidence/event';
import { parseTree } from '#xml/parse';
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

  test('is a page in both languages, in which what was told is escaped', () => {
    const page = coveragePage(coverage);

    expect(page).toContain('a.xsd#U/&lt;&amp;&gt;');
    expect(page).toContain(
      'title="Beschikking heeft nooit &lt;U&gt; / Beschikking never has &lt;U&gt; &amp; &quot;more&quot;"',
    );
    expect(page).toContain('<td class="violated" title="geschonden / violated">2 (1) · 1</td>');
    const [table = ''] = /<table>[^]*<\/table>/.exec(page) ?? [];
    expect(parseTree(Buffer.from(table)).name).toBe('table');
  });
});
