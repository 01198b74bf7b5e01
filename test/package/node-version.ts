import { execFile } from 'node:child_process';
import { access, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

/** The folder with the `node` command of a version, taken from npm once and kept in `cache`. */
export const nodeFolder = async (version: string, cache: string): Promise<string> => {
  const home = join(cache, `node-${version}`);
  const folder = join(home, 'node_modules', packageName, 'bin');
  if (!(await exists(join(folder, 'node')))) await fetchTo(home, version, cache);
  return folder;
};

/** The version of the Node that started npm, and the folder with its command; nothing where no npm started this. */
export const nodeOfNpm = async (): Promise<{ readonly version: string; readonly folder: string } | undefined> => {
  const command = process.env['npm_node_execpath'];
  if (command === undefined) return undefined;
  const { stdout } = await promisify(execFile)(command, ['--version']);
  return { version: stdout.trim().replace(/^v/, ''), folder: dirname(command) };
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
