import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { createVitest, type InlineConfig, type Vitest } from 'vitest/node';
import { tellAside } from './tell.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What vitest runs, and where it may write. */
export interface VitestWork {
  /** Path from the root of the suite, without its extension. */
  readonly suite: string;
  /** Folder for what vitest keeps for itself: nothing is written to the checkout or to the home of a user, who may have none. */
  readonly scratch: string;
  readonly options: InlineConfig;
  /** Takes secrets out of what vitest and the processes of its tests say; nothing unless said. */
  readonly scrub?: ((text: string) => string) | undefined;
}

/** Opens vitest on one file of ours; it tells nothing by itself. */
export const openVitest = async ({ suite, scratch, options, scrub = asItIs }: VitestWork): Promise<Vitest> => {
  const file = ['ts', 'js'].map((type) => `${suite}.${type}`).find((path) => existsSync(join(root, path)));
  if (file === undefined) throw new Error(`the suite ${suite} is not there`);
  return withHome(scratch, () =>
    createVitest(
      {
        root,
        config: false,
        watch: false,
        include: [file],
        exclude: [],
        fsModuleCache: false,
        fileParallelism: false,
        isolate: false,
        experimental: { viteModuleRunner: false, nodeLoader: false },
        includeTaskLocation: false,
        ...options,
      },
      { cacheDir: scratch, logLevel: 'silent' },
      { stdout: aside(scrub), stderr: aside(scrub) },
    ),
  );
};

const asItIs = (text: string): string => text;

/** What vitest and the processes of its tests say by themselves, which quotes whatever was thrown, as lines of ours on stderr. */
const aside = (scrub: (text: string) => string): Writable =>
  new Writable({
    decodeStrings: false,
    write: (chunk: Buffer | string, _, done) => {
      tellAside(scrub(chunk.toString()));
      done();
    },
  });

/** Vitest keeps a token in the data folder of its user, by these variables; nothing else is started while they are changed. */
const withHome = async (folder: string, work: () => Promise<Vitest>): Promise<Vitest> => {
  const own = ['XDG_DATA_HOME', 'LOCALAPPDATA', 'HOME'].map((name) => [name, process.env[name]] as const);
  for (const [name] of own) process.env[name] = folder;
  try {
    return await work();
  } finally {
    for (const [name, value] of own) {
      if (value === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = value;
    }
  }
};
