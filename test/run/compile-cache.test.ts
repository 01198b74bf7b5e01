import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder, threePas } from './three-pas.ts';

/** Folders above it that others can change would decide, whatever a test is about. */
const cacheFolder = (): string => {
  const folder = join(process.env['TMPDIR'] ?? '', `cache-${String((folders += 1))}`);
  mkdirSync(folder, { mode: 0o700 });
  return folder;
};
let folders = 0;

/** What a command leaves below a folder that is to hold what can be made again. */
const leftIn = async (folder: string, environment: Readonly<Record<string, string>> = {}) => {
  const { code, stderr } = await threePas(['profiles'], {
    XDG_CACHE_HOME: folder,
    NODE_COMPILE_CACHE: '',
    ...environment,
  });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return existsSync(folder) ? readdirSync(folder, { recursive: true }) : [];
};

describe('compiled code is kept', () => {
  test('in a folder for its owner only', async () => {
    const folder = cacheFolder();

    expect((await leftIn(folder)).length).toBeGreaterThan(50);
    expect(lstatSync(join(folder, '3pas-conformance')).mode & 0o777).toBe(0o700);
  });

  test('below the home of a user without one for what can be made again', async () => {
    const home = cacheFolder();

    await leftIn('', { HOME: home });

    expect(readdirSync(join(home, '.cache/3pas-conformance'))).toHaveLength(1);
  });

  test('nowhere where Node is told to keep none', async () => {
    expect(await leftIn(cacheFolder(), { NODE_DISABLE_COMPILE_CACHE: '1' })).toEqual(['3pas-conformance']);
  });
});

describe('compiled code is kept nowhere, and nothing is said of it, where it could be put by others', () => {
  test('in a folder that others may write to', async () => {
    const folder = cacheFolder();
    chmodSync(folder, 0o770);

    expect(await leftIn(folder)).toEqual([]);
  });

  test('below one', async () => {
    const above = cacheFolder();
    mkdirSync(join(above, 'below'), { mode: 0o700 });
    chmodSync(above, 0o707);

    expect(await leftIn(join(above, 'below'))).toEqual([]);
  });

  test('through a link that leads to one', async () => {
    const open = cacheFolder();
    chmodSync(open, 0o770);
    const link = join(cacheFolder(), 'link');
    symlinkSync(open, link);

    expect(await leftIn(link)).toEqual([]);
  });

  test('where another folder stands in its place: a link, or one with another mode', async () => {
    const [linked, open] = [cacheFolder(), cacheFolder()];
    symlinkSync(temporaryFolder(), join(linked, '3pas-conformance'));
    mkdirSync(join(open, '3pas-conformance'));
    chmodSync(join(open, '3pas-conformance'), 0o750);

    expect(await leftIn(linked)).toEqual(['3pas-conformance']);
    expect(await leftIn(open)).toEqual(['3pas-conformance']);
  });

  test.skipIf(process.getuid?.() !== 0)('in the folder of another user, as root', async () => {
    const folder = cacheFolder();
    chownSync(folder, 12345, 12345);

    expect(await leftIn(folder)).toEqual([]);
  });

  test('where there is no such folder', async () => {
    expect(await leftIn('/proc/none', { HOME: '/nothing' })).toEqual([]);
  });

  test('where no folder is named, not even where the command is given', async () => {
    const cwd = cacheFolder();

    const { code } = await threePas(['profiles'], { XDG_CACHE_HOME: '', NODE_COMPILE_CACHE: '', HOME: '' }, { cwd });

    expect(code).toBe(0);
    expect(readdirSync(cwd)).toEqual([]);
  });
});
