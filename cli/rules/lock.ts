import { existsSync, realpathSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Whether Node can keep a process from the network too: its permission model does from version 25 on. */
export const canLock = (flags: { has: (flag: string) => boolean } = process.allowedNodeEnvironmentFlags): boolean =>
  flags.has('--permission') && flags.has('--allow-net');

/** What Node is started with, so that a process reads a contract folder and us, and does nothing else outside itself. */
export const lockFlags = (folder: string): readonly string[] => [
  '--permission',
  // Opens files by itself, past the permission model.
  '--no-experimental-sqlite',
  ...[realpathSync(folder), ...ourselves()].map((path) => `--allow-fs-read=${path}`),
];

/** The rooms, not what else may stand beside them: the folder of a checkout holds output and profiles of its owner. */
const ourselves = (): readonly string[] => {
  const root = realpathSync(fileURLToPath(new URL('../..', import.meta.url)));
  const own = [
    'package.json',
    'cli',
    'contract',
    'documents',
    'endpoint',
    'evidence',
    'gate',
    'generators',
    'harness',
    'judgement',
    'profiles',
    'reporters',
    'xml',
  ];
  return [...own.map((name) => join(root, name)), ...modulesAbove(root)];
};

/** The folders that Node looks for packages in, from a folder upwards. */
const modulesAbove = (folder: string): readonly string[] => {
  const here = folder.endsWith(`${sep}node_modules`) ? folder : join(folder, 'node_modules');
  const found = existsSync(here) ? [realpathSync(here)] : [];
  return dirname(folder) === folder ? found : [...found, ...modulesAbove(dirname(folder))];
};
