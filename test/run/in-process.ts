import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { main } from '#cli/main';
import type { Finished } from './three-pas.ts';

/** What the processes that a command starts have compiled, where commands in processes of their own keep it too. */
const compiled = join(process.env['XDG_CACHE_HOME'] ?? tmpdir(), '3pas-conformance');

/**
 * Runs a command of `3pas` in this process, with arguments and environment variables; one at a time. It costs a fiftieth of a
 * process of its own.
 */
export const inProcess = async (
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Finished> => {
  const said = { stdout: '', stderr: '' };
  const before = { ...process.env };
  const ears = (['stdout', 'stderr'] as const).map((stream) =>
    vi.spyOn(process[stream], 'write').mockImplementation((chunk) => {
      said[stream] += chunk.toString();
      return true;
    }),
  );
  Object.assign(process.env, { LANG: 'C', NODE_COMPILE_CACHE: compiled, ...environment });
  try {
    return { code: await main(args), ...said };
  } finally {
    for (const ear of ears) ear.mockRestore();
    for (const name of Object.keys(process.env)) Reflect.deleteProperty(process.env, name);
    Object.assign(process.env, before);
  }
};
