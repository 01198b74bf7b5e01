import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { orderSchema } from '../samples/order-schema.ts';
import { orderRules } from '../samples/order-rules.ts';
import { inProcess } from './in-process.ts';
import { runHere } from './run-here.ts';
import { fileIn, temporaryFolder, threePas } from './three-pas.ts';

describe('3pas coverage', () => {
  test('of a schema reaches everything, and says what it does not', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'order.xsd'), orderSchema);
    writeFileSync(join(folder, 'rules.sch'), orderRules);
    const args = ['--schema', join(folder, 'order.xsd'), '--schematron', join(folder, 'rules.sch'), '--seed', '1'];

    const json = await threePas(['coverage', ...args, '--json']);
    const text = await inProcess(['coverage', ...args, '--lang', 'nl']);

    const coverage = JSON.parse(json.stdout) as {
      readonly goals: readonly { readonly id: string; readonly hits: number }[];
      readonly untested: readonly unknown[];
    };
    expect(coverage.goals.filter(({ hits }) => hits === 0).map(({ id }) => id)).toEqual(['rules.sch#one']);
    expect(coverage.untested).toMatchObject([{ constraint: 'rules.sch#one' }]);
    expect(text).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/optionele delen .* 4\/4 {2}100 %/) as string,
    });
  });

  test('of a contract counts over all document types', async () => {
    const contract = join(import.meta.dirname, '../contracts/post');

    const { code, stdout } = await inProcess(['coverage', '--contract', contract, '-n', '40', '--seed', '1', '--json']);

    expect(code).toBe(0);
    const { kinds, violations } = JSON.parse(stdout) as {
      readonly kinds: Readonly<Record<string, { readonly reached: number; readonly all: number }>>;
      readonly violations: number;
    };
    expect(violations).toBeGreaterThan(20);
    expect(kinds['part']).toEqual({ reached: kinds['part']?.all, all: kinds['part']?.all });
  });

  test('of a run is in its folder as data and as a page, and folded again from the journal alone', async () => {
    const out = join(temporaryFolder(), 'out');
    const topics = ['--topic', 'delivery,rejection', '--document-type', 'Melding', '--reporter', 'junit'];
    const { stdout } = await runHere(['--runs', '1', '--seed', '1', ...topics, '--out', out]);
    const written = fileIn(out, 'coverage.json');

    rmSync(join(out, 'coverage.json'));
    const again = await inProcess(['coverage', out, '--json']);
    const text = await inProcess(['coverage', out, '--lang', 'en']);

    expect(stdout).toContain(`Coverage: ${join(out, 'coverage.html')}\n`);
    expect(existsSync(join(out, 'coverage.html'))).toBe(true);
    expect(again.stdout).toBe(written);
    const { counts } = JSON.parse(written) as { readonly counts: Readonly<Record<string, number>> };
    expect(counts['violated'] ?? 0).toBeGreaterThan(10);
    expect(text.stdout).toMatch(/^\d+ constraints: \d+ broken/);
  });

  test.each([
    [['none'], 'there is no run folder'],
    [['.'], 'holds no journal.ndjson'],
    [['.', '--schema', 'x.xsd'], 'leave out --schema'],
    [['--schema', 'x.xsd', '--contract', 'y'], 'cannot be used with option'],
  ])('ends with exit code 2 for %j', async (args, said) => {
    const { code, stderr } = await inProcess(['coverage', ...args]);

    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(said) as string });
  });
});
