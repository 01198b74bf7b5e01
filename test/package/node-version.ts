import { execFile } from 'node:child_process';
import { access, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** The folder with the `node` command of a version, taken from npm once and kept in `cache`. */
export const nodeFolder = async (version: string, cache: string): Promise<string> => {
  const home = join(cache, `node-${version}`);
  const folder = join(home, 'node_modules', packageName, 'bin');
  if (!(await exists(join(folder, 'node')))) await fetchTo(home, version, cache);
  return folder;
};

const packageName = `node-${process.platform}-${process.arch}`;

/** Moved into place when whole, so that a broken download is not kept. */
const fetchTo = async (home: string, version: string, cache: string): Promise<void> => {
  await mkdir(cache, { recursive: true });
  const fresh = await mkdtemp(join(cache, 'fetching-'));
  const options = ['--prefix', fresh, '--no-save', '--no-audit', '--no-fund', '--ignore-scripts', '--force'];
  await promisify(execFile)('npm', ['install', ...options, `${packageName}@${version}`]);
  await rm(home, { recursive: true, force: true });
  await rename(fresh, home);
};

const exists = async (path: string): Promise<boolean> => {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
};
