import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CommandOptions, command, type Ended } from './command.ts';

/** A run, and where it wrote. */
export interface RunEnded extends Ended {
  readonly out: string;
}

/** The password that the runs below connect with. */
export const password = 'Wachtwoord <Zonnebloem> + "42"/ü';

/** Runs a small part of phase 1 at an endpoint on loopback, with permission for everything. */
export const runAt = async (
  folder: string,
  url: string,
  { args = [], ...options }: CommandOptions & { readonly args?: readonly string[] } = {},
): Promise<RunEnded> => {
  const own = mkdtempSync(join(folder, 'run-'));
  const profile = join(own, 'profiel.yaml');
  writeFileSync(
    profile,
    `profile: aanval
title: aanval
phase: 1
endpoint: { url: '${url}' }
credentials: { username: { env: NAAM }, password: { env: WOORD } }
limits: { requestsPerSecond: 1000, requests: 100000, accepted: 100000, timeoutMs: 3000 }
bevoegdGezag: [{ soort: gemeente, naam: Woerden }]
toestemming:
  door: niemand
  datum: '2026-11-01'
  tot: '2027-10-31'
  omvang: [violations, variants, attacks, wrong-credentials, bopa]
`,
  );
  const out = join(own, 'uit');
  const usual = [
    'run',
    '--profile',
    profile,
    '--runs',
    '1',
    '--seed',
    '1',
    '--out',
    out,
    '--reporter',
    'table,junit,allure',
  ];
  const more = { NAAM: 'zonnebloem-aansluiting', WOORD: password, ...options.more };
  const ended = await command([...usual, '--document-type', 'Melding', ...args], { ...options, more });
  return { ...ended, out };
};
