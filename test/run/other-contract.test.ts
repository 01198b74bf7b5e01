import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import { checksIn, eventsIn, exchangesIn, problemsIn, temporaryFolder, threePas } from './three-pas.ts';

const folder = resolve(import.meta.dirname, '../contracts/bouwmelding');

test('a contract in which nothing is called alike runs through generator, mock, client and suite', async () => {
  const out = join(temporaryFolder(), 'out');

  const { code } = await threePas(['run', '--contract', folder, '--runs', '25', '--seed', '1', '--out', out]);

  expect(problemsIn(out)).toEqual([]);
  expect({ code, planned: eventsIn(out)[0] }).toMatchObject({ code: 0, planned: { checks: checksIn(out).length } });
  expect(checksIn(out).filter(({ verdict }) => verdict === 'passed').length).toBeGreaterThan(80);
  for (const { name } of readContract(folder).documentTypes) {
    const own = exchangesIn(out).filter(({ documentType }) => documentType === name);
    const count = (answer: string) => own.filter((one) => one.answer === answer).length;
    expect({ name, accepted: count('accepted') > 20, refused: count('fault') > 20 }).toEqual({
      name,
      accepted: true,
      refused: true,
    });
  }
});
