import { expect, test } from 'vitest';
import { parseTree } from '#xml/parse';
import { aCheck, aRun, anExchange } from '../test/samples/run.ts';
import { bookkeeping } from './bookkeeping.ts';
import { cleanUpList } from './clean-up-list.ts';
import { junitXml } from './junit.ts';
import { foldRun } from './run-result.ts';
import { summarize } from './summary.ts';
import { resultTable } from './table.ts';

const deviation = {
  expected: { nl: 'aangenomen', en: 'accepted' },
  actual: { nl: 'Fout \u0000 <b>', en: 'Fault \u0000 <b>' },
};
const failed = aCheck({ verdict: 'failed', deviation, documentType: 'Melding', constraint: 'a.xsd#T/maxLength' });

test('JUnit counts verdicts and stays well-formed whatever the other side said', () => {
  const verdicts = ['blocked', 'untested', 'left-out', 'not-applicable'] as const;
  const advisory = { ...failed, level: 'SHOULD' } as const;
  const xml = junitXml(aRun([aCheck(), failed, advisory, ...verdicts.map((verdict) => aCheck({ verdict }))]), {
    strict: 'must',
    language: 'nl',
  });

  const root = parseTree(Buffer.from(xml));

  expect(Object.fromEntries(root.attributes.map(({ name, value }) => [name, value]))).toMatchObject({
    tests: '6',
    failures: '1',
    errors: '2',
    skipped: '1',
  });
  expect(xml).toContain('<properties><property name="warnings" value="1"/></properties>');
  expect(xml).toContain('<system-out>waarschuwing (SHOULD): verwacht aangenomen, gekregen Fout');
});

test('a failure that does not bind has a mark and a count of its own', () => {
  const advisory = (['SHOULD', 'REPORT'] as const).map((level) =>
    aCheck({ ...failed, level, documentType: level, deviation: failed.deviation }),
  );
  const options = { complete: false, report: undefined, out: '/r', table: true } as const;

  const text = summarize(aRun([aCheck(), ...advisory, ...advisory]), { ...options, language: 'en', strict: 'must' });
  const strictly = summarize(aRun([aCheck(), ...advisory]), { ...options, language: 'nl', strict: 'should' });

  expect(text).toContain('SHOULD   △ 0/2');
  expect(text).toContain('REPORT   ○ 0/2');
  expect(text).toContain('5 checks: 1 passed, 2 warnings, 2 remarks; ');
  expect(strictly).toContain('SHOULD   ✗ 0/1');
  expect(strictly).toContain('3 controles: 1 voldoet, 1 voldoet niet, 1 opmerking; ');
});

test('the table shows the worst verdict of each cell and how many passed', () => {
  const words = { general: 'general', notApplicable: 'n/a', notTested: 'not tested', strict: 'must' } as const;
  const open = (['passed', 'untested', 'left-out', 'not-applicable'] as const).map((verdict) =>
    aCheck({ verdict, documentType: 'Aanvraag' }),
  );
  expect(resultTable([aCheck(), failed, aCheck({ documentType: undefined }), ...open], words).join('\n'))
    .toMatchInlineSnapshot(`
    "          delivery
    Melding   ✗ 1/2
    general   ✓ 1/1
    Aanvraag  ? 1/1 · 1 n/a · 2 not tested"
  `);
});

test.each([
  ['nl', 'eerste echte kennisgeving', 'gmb-JJJJ-N --seen-by NAAM --seen-at MOMENT --run "/een map"'],
  ['en', 'first real notice', 'gmb-YYYY-N --seen-by NAME --seen-at MOMENT --run "/een map"'],
] as const)('a summary of phase 4 that passes says in %s what its proof is', (language, proof, command) => {
  const options = {
    language,
    strict: 'must',
    complete: false,
    report: undefined,
    out: '/een map',
    table: false,
  } as const;
  const run = aRun([aCheck()]);
  const inPhase = (phase: number, checks = run.checks) =>
    summarize({ ...run, started: { ...run.started, phase }, checks }, options);

  expect(inPhase(4)).toContain(proof);
  expect(inPhase(4)).toContain(`3pas attest --publication ${command}`);
  expect(inPhase(3)).not.toContain('3pas attest');
  expect(inPhase(4, [failed])).not.toContain('3pas attest');
});

test('a summary names the requirement, what was expected and what came, and how to repeat the run', () => {
  const options = {
    language: 'nl',
    strict: 'must',
    complete: false,
    report: '/r/index.html',
    out: '/r',
    table: false,
  } as const;

  const text = summarize(aRun([aCheck(), failed]), options);

  expect(text).toContain('voldoet niet: delivery.accepts-valid Melding a.xsd#T/maxLength');
  expect(text).toContain('verwacht: aangenomen');
  expect(text).toContain('3pas run --profile mock-poc --seed 1 --runs 1 --run-id rtest');
  expect(text).toContain('VOLDOET NIET: 1 van de 2 controles wijst een afwijking aan');
});

test('what the plan told adds up with what came of it, also where something turned out not to apply', () => {
  const run = aRun([aCheck(), aCheck({ verdict: 'left-out' }), aCheck({ verdict: 'not-applicable' })]);
  const options = {
    language: 'en',
    strict: 'must',
    complete: false,
    report: undefined,
    out: '/r',
    table: false,
  } as const;

  const text = summarize(run, options);

  expect(text).toContain('Not tested: 1 of 3 checks');
  expect(text).toContain('2 checks: 1 passed, 1 not tested; 1 turned out not to apply; 1 exchange');
});

test('a summary tells why checks were left out on the way', () => {
  const reason = { nl: 'geen poging schond x op zichzelf', en: 'no attempt broke x by itself' };
  const options = {
    language: 'nl',
    strict: 'must',
    complete: false,
    report: undefined,
    out: '/r',
    table: false,
  } as const;

  const text = summarize(aRun([aCheck(), aCheck({ check: 'a', verdict: 'left-out', reason })]), options);

  expect(text).toMatch(/^Deels getoetst: 1 controle, in orde; 1 niet getoetst: geen poging schond x op zichzelf$/m);
  expect(text).toContain('Niet getoetst: 1 van de 2 controles\n  1: geen poging schond x op zichzelf\n');
});

test('a summary shows what was sent in place of what is valid', () => {
  const counterexample = { case: 1, seed: 1, path: '', changed: '<postcode>4401 BT</postcode>', differences: [] };
  const options = {
    language: 'nl',
    strict: 'must',
    complete: false,
    report: undefined,
    out: '/r',
    table: false,
  } as const;

  expect(summarize(aRun([{ ...failed, counterexample }]), options)).toContain(
    'verstuurd: <postcode>4401 BT</postcode>',
  );
});

test('a summary tells what binds first, and what was blocked for one reason once', () => {
  const blocked = aCheck({ verdict: 'blocked', reason: { nl: 'geen antwoord', en: 'no answer' } });
  const checks = [
    aCheck({ check: 'a', verdict: 'failed', level: 'SHOULD', deviation }),
    ...['b', 'c', 'd'].map((check) => ({ ...blocked, check })),
    { ...failed, check: 'e' },
  ];

  const text = summarize(aRun(checks), {
    language: 'en',
    strict: 'must',
    complete: false,
    report: undefined,
    out: '/r',
    table: false,
  });

  expect(text.split('\n').filter((line) => /^(failed|blocked|warning)/.test(line))).toEqual([
    'failed: delivery.accepts-valid Melding a.xsd#T/maxLength',
    'blocked: delivery.accepts-valid Melding and 2 others',
    'warning: delivery.accepts-valid Melding',
  ]);
});

test.each([
  ['nl', ['Van 7 uitwisselingen zijn niet alle bytes bewaard (', 'GEEN OORDEEL: niet alle'], 'VOLDOET'],
  ['en', ['Not all bytes of 7 exchanges were kept (', 'NO VERDICT: not all'], 'PASSED'],
] as const)('a summary tells in %s what is lacking, and no pass where reports are', (language, told, pass) => {
  const options = { language, strict: 'must', complete: false, report: undefined, out: '/r', table: false } as const;
  const run = { ...aRun([aCheck()]), lacking: { exchanges: 7, ids: ['2-1', '2-2', '2-3', '2-4', '2-5', '2-6'] } };

  const text = summarize(run, { ...options, outcome: 'unwritten' });

  expect(summarize(aRun([aCheck()]), options)).toContain(pass);
  for (const one of told) expect(text).toContain(one);
  expect(text).toContain('2-1, 2-2, 2-3, 2-4, 2-5, …; ');
  expect(text).not.toContain(pass);
});

test('of imported traffic the tool that kept it is told to lack bytes, and no bound of ours', () => {
  const { started } = aRun([aCheck()]);
  const recording = { ...started, type: 'recording-started', recording: 'r', recordedBy: 'system' } as const;
  const told = bookkeeping({ ...aRun([aCheck()]), recording, lacking: { exchanges: 1, ids: ['1-1'] } }, 'en');

  expect(told).toContain('The tool that kept 1 exchange did not keep all bytes: 1-1; see run.json.');
});

test('the clean-up list has each dossier once, one that a refusal names too, and defuses what a spreadsheet would compute', () => {
  const made = [
    ['D1', 'accepted'],
    ['D1', 'accepted'],
    ['D2', 'fault'],
    ['=1+1', 'accepted'],
  ].map(([dossierNumber, answer]) => anExchange({ dossierNumber, answer: answer ?? '' }));

  const rows = cleanUpList(foldRun([aRun([]).started, ...made]))
    .trim()
    .split('\r\n');

  expect(rows.map((row) => row.split(';')[0])).toEqual(['dossiernummer', 'D1', 'D2', "'=1+1"]);
  expect(rows.map((row) => row.split(';').slice(4).join())).toEqual([
    ...['referentienummer,gemaakt', ',ja', ',ja', ',ja'],
  ]);
});
