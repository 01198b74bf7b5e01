import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { closeSync, openSync, writeSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Pool } from 'undici';
import { readContract } from '#contract/reader';
import { leanProcess } from '#endpoint/lean-process';
import { temporaryFolder } from '../../run/three-pas.ts';
import { bareWork } from './bare-work.ts';
import { type Recorded, recordedIn } from './recorded.ts';

const lanes = 4;

/**
 * Sends the deliveries of a run again with bare work on both sides, over four lanes that are kept, and returns how many and
 * in how many seconds: each is validated here and there, and its bytes and those of the answer are digested and compressed into one file.
 */
export const floorOf = async (folder: string): Promise<{ readonly sent: number; readonly seconds: number }> => {
  const work = bareWork(readContract(resolve(import.meta.dirname, '../../../contract/2020-01')));
  const recorded = recordedIn(folder);
  const server = fork(join(import.meta.dirname, 'server.ts'), [folder], leanProcess);
  const [port] = (await once(server, 'message')) as [number];
  const pool = new Pool(`http://127.0.0.1:${String(port)}`, { connections: lanes });
  const pack = openSync(join(temporaryFolder(), 'pack'), 'w');
  const keep = (bytes: Uint8Array): void => {
    createHash('sha256').update(bytes).digest();
    writeSync(pack, gzipSync(bytes, { level: 1 }));
  };
  const send = async ({ request }: Recorded, number: number): Promise<void> => {
    work(request);
    const headers = { 'content-type': 'text/xml; charset=utf-8', 'x-number': String(number) };
    const { body } = await pool.request({ method: 'POST', path: '/', headers, body: request });
    const answer = new Uint8Array(await body.arrayBuffer());
    keep(request);
    keep(answer);
  };
  const started = performance.now();
  const waiting = recorded.entries();
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      for (const [number, one] of waiting) await send(one, number);
    }),
  );
  const seconds = (performance.now() - started) / 1000;
  closeSync(pack);
  await pool.close();
  server.disconnect();
  return { sent: recorded.length, seconds };
};
