import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import { judgeCase } from '#judgement/judge';
import { recordedCases } from '#evidence/recorded-cases';
import { checksIn, temporaryFolder, threePas } from './three-pas.ts';

test('every verdict of a run is the same when its recorded bytes are judged again', async () => {
  const out = join(temporaryFolder(), 'out');
  const contract = readContract(resolve(import.meta.dirname, '../../contract/2020-01'));

  await threePas(['run', '--runs', '2', '--document-type', 'Melding', '--reporter', 'junit', '--out', out]);

  const cases = recordedCases(contract, out);
  const judged = checksIn(out).filter(({ verdict }) => verdict === 'passed' || verdict === 'failed');
  const again = judged.map(({ check, requirement, verdict }) => {
    const kinds = (cases.get(check) ?? []).map((one) => judgeCase(contract, requirement, one).kind);
    const conforming = kinds.includes('conforms') && !kinds.includes('deviates') && !kinds.includes('blocked');
    const expected = verdict === 'passed' ? conforming : kinds.includes('deviates');
    return kinds.length > 0 && expected ? [] : [check];
  });
  expect(judged.length).toBeGreaterThan(100);
  expect(again.flat()).toEqual([]);
});
