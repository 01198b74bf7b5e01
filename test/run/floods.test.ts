import type { ChildProcess } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createClient } from '#endpoint/client';
import { badEndpoint } from './bad-endpoints.ts';
import { drips, floods } from './floods.ts';
import { peaksOf } from './peak-memory.ts';
import { credentials, eventsIn, fileIn, profileFor, temporaryFolder, threePas } from './three-pas.ts';

const sizeOf = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .reduce((sum, one) => sum + statSync(join(one.parentPath, one.name)).size, 0);

test.skipIf(process.platform !== 'linux')(
  'whatever an endpoint floods a run with, it stays small, and leaves its reports and the clean-up list',
  async () => {
    const all = Object.values(floods);
    const endpoint = await badEndpoint((socket, before) => {
      all[before % all.length]?.(socket, before);
    });
    const folder = temporaryFolder();
    const out = join(folder, 'out');
    const peaks = new Map<number, number>();
    const onStart = (child: ChildProcess): void => {
      const timer = setInterval(() => {
        for (const [id, peak] of peaksOf(child.pid ?? 0)) peaks.set(id, Math.max(peak, peaks.get(id) ?? 0));
      }, 100);
      child.on('close', () => {
        clearInterval(timer);
      });
    };
    const choice = ['--topic', 'delivery,protocol', '--document-type', 'Melding', '--runs', '5', '--skip-doctor'];
    const args = ['run', '--profile', profileFor(folder, endpoint.url, 1000), ...choice, '--lang', 'en', '--out', out];

    const { code, stdout } = await threePas(args, credentials, { onStart });
    await endpoint.close();

    const [cut] = eventsIn(out).filter((event) => event.type === 'exchange' && event.lacks);
    expect([1, 3]).toContain(code);
    expect(Math.max(...peaks.values())).toBeLessThan(600);
    expect(peaks.size).toBeGreaterThan(1);
    expect(existsSync(join(out, 'allure-report/index.html'))).toBe(true);
    expect(fileIn(out, 'opruimlijst.csv').split('\r\n').length).toBeGreaterThan(2);
    expect(statSync(join(out, 'journal.ndjson')).size).toBeLessThan(2 * 1024 * 1024);
    expect(sizeOf(out) - sizeOf(join(out, 'exchanges'))).toBeLessThan(30 * 1024 * 1024);
    expect(stdout).toMatch(/Not all bytes of \d+ exchanges were kept/);
    expect(fileIn(out, 'run.json')).toContain(cut?.type === 'exchange' ? `"${cut.id}"` : '?');
  },
);

test.each(Object.entries(drips))('%s: no answer, once the time is up at the latest', async (_, behave) => {
  const endpoint = await badEndpoint(behave);
  const client = createClient({ url: endpoint.url, action: 'a', timeouts: { totalMs: 300 } });

  const { outcome } = await client.send({ body: Buffer.from('<a/>') });
  await Promise.all([client.close(), endpoint.close()]);

  const failure = 'failure' in outcome ? outcome.failure : undefined;
  expect(['timeout', 'too-large', 'truncated']).toContain(failure?.kind);
  expect(failure?.received?.body.length ?? 0).toBeLessThanOrEqual(1024 * 1024);
});
