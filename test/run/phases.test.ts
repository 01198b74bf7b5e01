import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checksIn, eventsIn, exchangesIn, problemsIn, temporaryFolder, threePas } from './three-pas.ts';

const smoke = ['run', '--runs', '1', '--seed', '20261123', '--reporter', 'table,junit'];

describe('a run over TLS against the embedded endpoint', () => {
  test.each([
    ['mock-tst-koop', 2, ['connection', 'tls', 'certificate', 'delivery', 'rejection', 'protocol', 'variants']],
    ['mock-tst-pkio', 3, ['connection', 'tls', 'certificate', 'delivery', 'rejection', 'protocol', 'variants']],
    ['mock-productie', 4, ['connection', 'tls', 'certificate']],
  ] as const)('of %s passes from one command, phase %i', async (profile, phase, topics) => {
    const out = join(temporaryFolder(), 'out');

    const { code, stdout } = await threePas([...smoke, '--profile', profile, '--out', out]);

    expect(problemsIn(out)).toEqual([]);
    expect({ code, begun: eventsIn(out)[0] }).toMatchObject({
      code: 0,
      begun: { phase, checks: checksIn(out).length },
    });
    for (const topic of topics) expect(stdout).toContain(topic);
    const passed = checksIn(out).filter(({ verdict }) => verdict === 'passed');
    expect(new Set(passed.map(({ requirement }) => requirement.split('.')[0]))).toEqual(
      new Set(phase === 4 ? topics : [...topics, 'redelivery', 'robustness']),
    );
    expect(exchangesIn(out).filter(({ url }) => !url.startsWith('https:'))).toEqual([]);
    const delivered = readFileSync(join(out, 'opruimlijst.csv'), 'utf8').trim().split('\n').length - 1;
    expect(delivered > 0).toBe(phase !== 4);
  });
});
