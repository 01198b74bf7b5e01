import { afterAll, describe, expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import { createOracle } from '#judgement/oracle';

/** A Friday, the last day of a year, a holiday, and a year that no decree table has. */
const days = ['2024-06-07', '2025-12-31', '2026-05-14', '2031-03-01'];

describe.each(['contract/2020-01', 'test/contracts/bouwmelding', 'test/contracts/post', 'test/contracts/dossier'])(
  'the examples of %s',
  (folder) => {
    const contract = readContract(folder);
    const oracle = createOracle(contract);
    afterAll(() => {
      oracle.dispose();
    });

    test.each(contract.documentTypes.flatMap(({ name, example }) => days.map((today) => ({ name, example, today }))))(
      'hold one valid $name without a finding on $today',
      ({ example, today }) => {
        const bytes = contract.files.get(example) ?? new Uint8Array();

        expect(oracle.judge(bytes, { today, oin: undefined, mandates: undefined })).toEqual({
          verdict: 'valid',
          operation: 'deliver',
          findings: [],
        });
      },
    );

    test.each(contract.documentTypes)('mark $name as a test without legal force', ({ example }) => {
      const text = new TextDecoder().decode(contract.files.get(example));

      expect(text).toContain('[TEST 3PAS]');
      expect(text).toMatch(/3PASTEST-voorbeeld-\d{12}/);
    });
  },
);
