import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';

interface Violation {
  readonly rule: { readonly name: string };
  readonly from: string;
}
interface Cruise {
  readonly summary: { readonly violations: readonly Violation[]; readonly ruleSetUsed: RuleSet };
}
interface RuleSet {
  readonly forbidden: readonly { readonly name: string; readonly comment: string }[];
}

const project = resolve(import.meta.dirname, '..');
const rooms = [
  'xml',
  'documents',
  'contract',
  'judgement',
  'generators',
  'endpoint',
  'profiles',
  'evidence',
  'bundle',
  'harness',
  'suites',
  'defects',
  'pages',
  'reporters',
  'gate',
  'nights',
  'cli',
];

/** What the design allows, written out a second time and by edges, so that the table of the rules is checked too. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  xml: [],
  documents: ['xml'],
  contract: ['xml'],
  judgement: ['xml', 'contract'],
  generators: ['xml', 'documents', 'contract', 'judgement'],
  endpoint: ['xml', 'contract'],
  profiles: ['xml', 'contract'],
  evidence: ['xml', 'contract', 'judgement'],
  bundle: ['contract', 'judgement', 'evidence'],
  harness: ['contract', 'judgement', 'evidence'],
  suites: ['xml', 'documents', 'contract', 'judgement', 'generators', 'endpoint', 'profiles', 'evidence', 'harness'],
  defects: ['contract', 'judgement', 'generators', 'endpoint', 'evidence', 'harness', 'suites'],
  pages: ['contract'],
  reporters: ['xml', 'contract', 'judgement', 'evidence', 'pages'],
  gate: ['xml', 'contract', 'judgement', 'evidence', 'bundle', 'harness', 'pages', 'reporters'],
  nights: ['xml', 'contract', 'judgement', 'evidence', 'pages', 'reporters'],
  cli: rooms.filter((room) => room !== 'cli'),
};

/** A part of a room that may import more than the room. */
const allowedOfPart = {
  'harness/client': ['xml', 'contract', 'judgement', 'generators', 'endpoint', 'profiles', 'harness'],
};

/** The same for the sub-rooms of a room. */
const allowedIn: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  contract: {
    texts: [],
    wire: [],
    folder: ['texts'],
    grounds: ['texts', 'folder'],
    xpath: ['texts', 'folder'],
    description: ['texts', 'folder', 'grounds', 'xpath'],
    rules: ['texts', 'folder', 'grounds', 'xpath', 'roles'],
    wsdl: ['texts', 'folder'],
    schemas: ['texts', 'folder', 'grounds', 'description', 'wsdl'],
    'schema-texts': ['texts', 'schemas'],
    roles: ['texts', 'folder', 'grounds', 'xpath', 'description'],
    examples: ['texts', 'folder', 'grounds', 'description', 'roles'],
    diff: [],
    view: ['texts', 'folder', 'description', 'wsdl'],
    narrowing: ['texts', 'folder', 'grounds', 'description', 'rules', 'schemas', 'roles'],
    lists: ['texts', 'folder', 'description'],
    init: ['view', 'texts', 'folder', 'grounds', 'description', 'rules', 'wsdl', 'schemas', 'roles'],
  },
};

const cruise = async (files: Readonly<Record<string, string>>): Promise<Cruise> => {
  const tree = await mkdtemp(join(tmpdir(), 'layers-'));
  try {
    for (const name of ['package.json', 'tsconfig.json', '.dependency-cruiser.js'])
      await cp(join(project, name), join(tree, name));
    await symlink(join(project, 'node_modules'), join(tree, 'node_modules'));
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(tree, path)), { recursive: true });
      await writeFile(join(tree, path), text);
    }
    return await report(tree);
  } finally {
    await rm(tree, { recursive: true });
  }
};

const report = async (tree: string): Promise<Cruise> => {
  const program = join(project, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const options = ['--config', '.dependency-cruiser.js', '--output-type', 'json', '--no-progress', '.'];
  const run = promisify(execFile)(process.execPath, [program, ...options], { cwd: tree, maxBuffer: 1e8 });
  const { stdout } = await run.catch((error: unknown) => error as { stdout: string });
  return JSON.parse(stdout) as Cruise;
};

/** A tree in which every room has a module that each crossing below can import. */
const roomsWithCode = Object.fromEntries(
  rooms.map((room) => [`${room}/thing.ts`, `export const thing = '${room}';\n`]),
);
const crossing = (to: string): string => `import { thing } from '#${to}/thing';\nexport const seen = thing;\n`;
const every = rooms.flatMap((from) => rooms.filter((to) => to !== from).map((to) => [from, to] as const));
const partSteps = Object.entries(allowedOfPart).flatMap(([part, may]) =>
  rooms.map((to) => ({ part, to, may: may.includes(to) })),
);
const isAllowed = ([from, to]: readonly [string, string]): boolean => allowed[from]?.includes(to) ?? false;

interface Step {
  readonly room: string;
  readonly from: string;
  readonly to: string;
  readonly may: boolean;
}
const steps: readonly Step[] = Object.entries(allowedIn).flatMap(([room, parts]) =>
  Object.entries(parts).flatMap(([from, may]) =>
    Object.keys(parts)
      .filter((to) => to !== from)
      .map((to) => ({ room, from, to, may: may.includes(to) })),
  ),
);
const fileOf = ({ room, from, to }: Step): string => `${room}/${from}/uses-${to}.ts`;
const sideways = (to: string): string => `import { thing } from '../${to}/thing.ts';\nexport const seen = thing;\n`;
const subRooms = Object.entries(allowedIn).flatMap(([room, parts]) =>
  Object.keys(parts).map((part) => [room, part] as const),
);

const breaches: Readonly<Record<string, { readonly files: Readonly<Record<string, string>>; readonly from: string }>> =
  {
    'mock-never-reaches-judgement': {
      files: {
        'endpoint/mock/server.ts': "import { route } from '../route.ts';\nexport const served = route;\n",
        'endpoint/route.ts': "import { thing } from '#judgement/thing';\nexport const route = thing;\n",
      },
      from: 'endpoint/mock/server.ts',
    },
    'server-knows-nothing-of-the-mock': {
      files: {
        'endpoint/server/serve.ts': "import { way } from '../way.ts';\nexport const served = way;\n",
        'endpoint/way.ts': "import { answer } from './mock/answer.ts';\nexport const way = answer;\n",
        'endpoint/mock/answer.ts': "export const answer = 'answer';\n",
      },
      from: 'endpoint/server/serve.ts',
    },
    'certificates-are-judged-apart-from-their-making': {
      files: {
        'endpoint/mock/certificate/step.ts': "import { way } from '../../way.ts';\nexport const step = way;\n",
        'endpoint/way.ts': "import { key } from './pki/key.ts';\nexport const way = key;\n",
        'endpoint/pki/key.ts': "export const key = 'key';\n",
      },
      from: 'endpoint/mock/certificate/step.ts',
    },
    'unit-tests-take-samples-only': {
      files: { 'xml/rigged.test.ts': "import { rig } from '../test/rig.ts';\nexport const rigged = rig;\n" },
      from: 'xml/rigged.test.ts',
    },
    'crossings-are-visible': {
      files: { 'contract/peek.ts': "import { thing } from '../xml/thing.ts';\nexport const seen = thing;\n" },
      from: 'contract/peek.ts',
    },
    'rooms-only': {
      files: { 'utils/shared.ts': "import { thing } from '#xml/thing';\nexport const shared = thing;\n" },
      from: 'utils/shared.ts',
    },
    'no-import-of-a-test': {
      files: {
        'xml/reused.ts': "import { sample } from './reused.test.ts';\nexport const reused = sample;\n",
        'xml/reused.test.ts': "export const sample = 'sample';\n",
      },
      from: 'xml/reused.ts',
    },
    'no-development-package': {
      files: { 'xml/format.ts': "import { format } from 'oxfmt';\nexport const pretty = format;\n" },
      from: 'xml/format.ts',
    },
    'no-unlisted-package': {
      files: { 'xml/colour.ts': "import picomatch from 'picomatch';\nexport const match = picomatch;\n" },
      from: 'xml/colour.ts',
    },
    'nothing-unresolved': {
      files: { 'xml/lost.ts': "import { thing } from '#xml/nowhere';\nexport const lost = thing;\n" },
      from: 'xml/lost.ts',
    },
    'no-cycle': {
      files: {
        'xml/hen.ts': "import { egg } from './egg.ts';\nexport const hen = (): string => egg;\n",
        'xml/egg.ts': "import type { hen } from './hen.ts';\nexport const egg: ReturnType<typeof hen> = 'egg';\n",
      },
      from: 'xml/egg.ts',
    },
    'no-orphan': { files: { 'xml/alone.ts': 'export const alone = 1;\n' }, from: 'xml/alone.ts' },
  };

describe('the layers', () => {
  let found: Cruise;
  const brokenBy = (from: string): string[] =>
    found.summary.violations.filter((one) => one.from === from).map((one) => one.rule.name);

  beforeAll(async () => {
    found = await cruise({
      ...roomsWithCode,
      ...Object.fromEntries(every.map(([from, to]) => [`${from}/uses-${to}.ts`, crossing(to)])),
      ...Object.fromEntries(
        rooms.map((room) => [
          `${room}/uses-test.ts`,
          "import { rig } from '../test/rig.ts';\nexport const used = rig;\n",
        ]),
      ),
      ...Object.fromEntries(
        subRooms.map(([room, part]) => [`${room}/${part}/thing.ts`, `export const thing = '${part}';\n`]),
      ),
      ...Object.fromEntries(partSteps.map(({ part, to }) => [`${part}/uses-${to}.ts`, crossing(to)])),
      'harness/uses-its-client.ts': "import { seen } from './client/uses-xml.ts';\nexport const used = seen;\n",
      ...Object.fromEntries(steps.map((step) => [fileOf(step), sideways(step.to)])),
      ...Object.fromEntries(
        subRooms.map(([room, part]) => [
          `${room}/${part}/climbs.ts`,
          "import { thing } from '../thing.ts';\nexport const seen = thing;\n",
        ]),
      ),
      'test/rig.ts': "import { thing } from '#cli/thing';\nexport const rig = thing;\n",
      'test/samples/word.ts': "import { thing } from '#xml/thing';\nexport const word = thing;\n",
      'xml/sampled.test.ts': "import { word } from '../test/samples/word.ts';\nexport const sampled = word;\n",
      ...Object.fromEntries(Object.values(breaches).flatMap((breach) => Object.entries(breach.files))),
    });
  }, 60_000);

  test.each(every.filter(isAllowed))('%s may import %s', (from, to) => {
    expect(brokenBy(`${from}/uses-${to}.ts`)).toEqual([]);
  });

  test.each(every.filter((one) => !isAllowed(one)))('%s may not import %s', (from, to) => {
    expect(brokenBy(`${from}/uses-${to}.ts`)).toContain(`${from}-touches-only-what-is-below`);
  });

  test.each(partSteps)('$part may import $to: $may', ({ part, to, may }) => {
    const broken = brokenBy(`${part}/uses-${to}.ts`).filter((rule) => rule !== 'crossings-are-visible');
    expect(broken).toEqual(may ? [] : [`${part.replace('/', '-')}-touches-only-what-is-below`]);
  });

  test('a room may not import its part that may import more', () => {
    expect(brokenBy('harness/uses-its-client.ts')).toContain('harness-touches-only-what-is-below');
  });

  test.each(steps.filter((one) => one.may))('$room/$from may import $to', (step) => {
    expect(brokenBy(fileOf(step))).toEqual([]);
  });

  test.each(steps.filter((one) => !one.may))('$room/$from may not import $to', (step) => {
    expect(brokenBy(fileOf(step))).toContain(`${step.room}-${step.from}-touches-only-what-is-below`);
  });

  test.each(subRooms)('%s/%s may not import what joins the sub-rooms', (room, part) => {
    expect(brokenBy(`${room}/${part}/climbs.ts`)).toContain(`${room}-${part}-touches-only-what-is-below`);
  });

  test.each(rooms)('%s may not import test', (room) => {
    expect(brokenBy(`${room}/uses-test.ts`)).toEqual(['no-room-runs-a-test']);
  });

  test('a unit test may take a sample of test', () => {
    expect(brokenBy('xml/sampled.test.ts')).toEqual([]);
  });

  test.each(Object.entries(breaches))('%s bites', (rule, { from }) => {
    expect(brokenBy(from)).toContain(rule);
  });

  test('every rule is shown to bite', () => {
    const shown = [
      ...rooms.map((room) => `${room}-touches-only-what-is-below`),
      ...subRooms.map(([room, part]) => `${room}-${part}-touches-only-what-is-below`),
      ...Object.keys(allowedOfPart).map((part) => `${part.replace('/', '-')}-touches-only-what-is-below`),
      'no-room-runs-a-test',
      ...Object.keys(breaches),
    ];

    expect(found.summary.ruleSetUsed.forbidden.map((rule) => rule.name).sort()).toEqual(shown.sort());
  });

  test('every rule says why', () => {
    expect(found.summary.ruleSetUsed.forbidden.filter((rule) => rule.comment.length < 20)).toEqual([]);
  });
});
