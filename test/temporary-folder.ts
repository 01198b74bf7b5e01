import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What tests leave in the folders for temporary files and for what can be made again goes with them. */
export const setup = (): (() => void) => {
  const folder = mkdtempSync(join(tmpdir(), '3pas-tests-'));
  process.env['TMPDIR'] = folder;
  process.env['XDG_CACHE_HOME'] = folder;
  return () => {
    rmSync(folder, { recursive: true, force: true });
  };
};
