import { isBuiltin, registerHooks } from 'node:module';
import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { sep } from 'node:path';
import { loadJts } from '#endpoint/mock/judgement/jts';

/**
 * Shuts what Node's permission model leaves open to code that runs after it: signals to other processes, and modules that do
 * more than reckon or read. Whatever is imported from here on stands in the folder or is one of those few, so what we load late
 * ourselves is loaded first.
 */
export const lockIn = (folder: string): void => {
  loadJts();
  const root = realpathSync(folder) + sep;
  registerHooks({
    resolve: (specifier, context, next) => {
      const found = next(specifier, context);
      if (isHarmless(found.url, root)) return found;
      throw new Error(`"${specifier}" can't be imported here, where only the folder and ${harmless.join(', ')} can be`);
    },
  });
  for (const name of powers) Reflect.deleteProperty(process, name);
};

const harmless = [
  'assert',
  'buffer',
  'crypto',
  'events',
  'fs',
  'path',
  'stream',
  'string_decoder',
  'timers',
  'url',
  'util',
  'zlib',
];

const isHarmless = (url: string, root: string): boolean => {
  if (isBuiltin(url)) return harmless.includes(url.replace(/^node:/, '').replace(/\/.*/, ''));
  return url.startsWith('file:') && realpathSync(fileURLToPath(url)).startsWith(root);
};

/** Functions of the process that reach past it, or past the hooks. */
const powers = [
  ...['kill', '_kill', '_debugProcess', '_debugEnd', 'execve', 'dlopen'],
  ...['binding', '_linkedBinding', 'getBuiltinModule'],
];
