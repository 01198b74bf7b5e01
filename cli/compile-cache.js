import { lstatSync, mkdirSync, realpathSync } from 'node:fs';
import { enableCompileCache, getCompileCacheDir } from 'node:module';
import { dirname, isAbsolute, join } from 'node:path';

/** Has this process, and those that it starts, keep code compiled where nobody else can put any; nowhere if there is no such place. */
export const keepCompiled = () => {
  const folder = process.env.NODE_COMPILE_CACHE || ownFolder();
  if (folder === undefined) return;
  enableCompileCache(folder);
  if (getCompileCacheDir() !== undefined) process.env.NODE_COMPILE_CACHE = folder;
};

/** Undefined too where the system does not say whose a folder is. */
const ownFolder = () => {
  if (process.getuid === undefined) return undefined;
  try {
    const { XDG_CACHE_HOME: cache, HOME: home } = process.env;
    const folder = isAbsolute(cache ?? '')
      ? makeIn(cache, '3pas-conformance')
      : makeIn(home, '.cache', '3pas-conformance');
    return isOurs(folder) ? folder : undefined;
  } catch {
    return undefined;
  }
};

/** Makes a folder below one that is there, by its real path; throws where none is named, or others could put another one in its place. */
const makeIn = (given, name, ...below) => {
  if (!isAbsolute(given)) throw new Error('no folder is named');
  const parent = realpathSync(given);
  if (![parent, ...above(parent)].every(isSafe)) throw new Error(`others can change ${parent}`);
  const folder = join(parent, name);
  mkdirSync(folder, { mode: 0o700, recursive: true });
  return below.length === 0 ? folder : makeIn(folder, ...below);
};

const above = (folder) => (dirname(folder) === folder ? [] : [dirname(folder), ...above(dirname(folder))]);

/** In a folder with the sticky bit only the owner of something moves it. */
const isSafe = (folder) => {
  const { uid, mode } = lstatSync(folder);
  return [0, process.getuid()].includes(uid) && ((mode & 0o022) === 0 || (mode & 0o1000) !== 0);
};

/** A folder, no link to one, with mode 0700. */
const isOurs = (folder) => {
  const { uid, mode } = lstatSync(folder);
  return uid === process.getuid() && (mode & 0o170_777) === 0o040_700;
};
