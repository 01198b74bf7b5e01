import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Attack, Topic } from './attempt.ts';
import { bugIn, command } from './command.ts';
import { type Elsewhere, openElsewhere } from './elsewhere.ts';

/** How a profile and its surroundings are changed from one by which deliveries may leave. */
interface Slip {
  readonly name: string;
  readonly url?: string;
  /** What DROP_PRODUCTIE_URL holds. */
  readonly production?: string;
  readonly lines?: readonly string[];
  readonly variables?: Readonly<Record<string, string>>;
  /** What may end so; 2 unless said. */
  readonly ends?: readonly number[];
  /** Nothing is delivered, however it ends. */
  readonly silent?: true;
  readonly quick?: true;
}

const marked = 'https://eto.drop.example/3pas';
const real = 'https://drop.example/3pas';

const typos = [
  'htps://drop.example/',
  'https:/drop.example/',
  'https:drop.example',
  'https//drop.example/',
  'https;//drop.example/',
  'https://',
  'https:// drop.example/',
  'http://drop.example/',
  'ftp://drop.example/',
  '//drop.example/',
  'drop.example',
  'drop.example/3pas',
  'www drop.example',
  '"https://drop.example/"',
  "'https://drop.example/'",
  '\u201chttps://drop.example/\u201d',
  '<https://drop.example/>',
  '[https://drop.example/](https://drop.example/)',
  'https://drop.example/,https://drop2.example/',
  'https://drop.example/;https://drop2.example/',
  'https://drop.example/|https://drop2.example/',
  'https://drop.example,drop2.example/',
  'https://drop.example/ en drop2.example',
  'https://drop.example/ # productie',
  'URL=https://drop.example/',
  'https://jan:geheim@drop.example/',
  'https://drop.example:99999/',
  'https://drop.example:https/',
  'https://\u200bdrop.example/x\u200b https:',
  '\ufeffhttps:/drop.example/',
  'https://drop..example/',
  'https://drop_example\\3pas,x/',
  'https://*.drop.example/',
  'https://${DROP_HOST}/',
  '%DROP_URL%',
  'null',
  'undefined',
  '-',
  'nog onbekend',
  ' ',
  '',
];

const others = [
  real,
  'https://drop.overheid.nl/3pas',
  'https://DROP.Overheid.NL./3pas',
  'https://koopwrp.nl/',
  'https://latest.drop.example/',
  'https://contest.example/',
  'https://etos.kwaad.example/',
  'https://192.0.2.7/',
  'https://[2001:db8::7]/',
  'https://3221225991/',
  'https://0xC0000207/',
  'https://drop.example/eto/test',
  'https://drop.example/?eto',
  'https://drop.example#eto',
  'https://eto@drop.example/',
];

const slips: readonly Slip[] = [
  ...typos.map((production, index): Slip => ({
    name: `DROP_PRODUCTIE_URL holds ${JSON.stringify(production)}`,
    production,
    ...(index < 2 ? { quick: true } : {}),
  })),
  ...others.map((url): Slip => ({ name: `the endpoint is ${url}`, url })),
  { name: 'the endpoint is what DROP_PRODUCTIE_URL names', production: marked },
  { name: 'the endpoint is the second that DROP_PRODUCTIE_URL names', production: `${real} ${marked}` },
  { name: 'the endpoint is production by another port', url: 'https://eto.drop.example:8443/', production: marked },
  { name: 'six requests a second', lines: ['limits: { requestsPerSecond: 6 }'] },
  { name: 'a million requests a second', lines: ['limits: { requestsPerSecond: 1000000 }'] },
  { name: '5,001 requests', lines: ['limits: { requests: 5001 }'] },
  { name: '501 accepted dossiers', lines: ['limits: { accepted: 501 }'] },
  {
    name: 'a permission of two years',
    lines: ["toestemming: { door: x, datum: '2026-01-01', tot: '2027-12-31', omvang: [violations] }"],
  },
  {
    name: 'a permission that has lapsed',
    lines: ["toestemming: { door: x, datum: '2025-01-01', tot: '2025-12-31', omvang: [violations] }"],
    ends: [3],
  },
  { name: 'an authority that is empty', lines: ['bevoegdGezag: { env: LEEG }'], variables: { LEEG: '' } },
  { name: 'a proxy that is empty', lines: ['proxy: { url: { env: LEEG } }'], variables: { LEEG: ' ' } },
  { name: 'credentials in the open', url: 'http://eto.drop.example/3pas' },
  { name: 'no authority at all', lines: ['bevoegdGezag: []'], ends: [0, 2, 3], silent: true },
];

const profileOf = ({ url = marked, lines = [] }: Slip): string => {
  const own = new Set(lines.map((line) => line.split(':')[0]));
  const usual = [
    'limits: { requestsPerSecond: 5, requests: 40, accepted: 20, timeoutMs: 3000 }',
    'bevoegdGezag: [{ soort: gemeente, naam: Woerden }]',
  ].filter((line) => !own.has(line.split(':')[0]));
  return [
    'profile: p',
    'title: t',
    'phase: 1',
    `endpoint: { url: '${url}' }`,
    'credentials: { username: { env: NAAM } }',
    'serverRoots: [root.pem]',
    ...usual,
    ...lines,
    '',
  ].join('\n');
};

const commands: Readonly<Record<string, (profile: string, out: string) => readonly string[]>> = {
  run: (profile, out) => [
    'run',
    '--profile',
    profile,
    '--runs',
    '1',
    '--document-type',
    'Melding',
    '--topic',
    'connection,delivery',
    '--out',
    out,
    '--reporter',
    'table',
    '--skip-doctor',
  ],
  'doctor --deliver': (profile) => ['doctor', '--profile', profile, '--deliver'],
};

const tried = async (
  folder: string,
  elsewhere: Elsewhere,
  { slip, which }: { readonly slip: Slip; readonly which: string },
) => {
  const own = mkdtempSync(join(folder, 'vergissing-'));
  const profile = join(own, 'profiel.yaml');
  writeFileSync(profile, profileOf(slip));
  writeFileSync(join(own, 'root.pem'), elsewhere.root);
  const more = {
    NAAM: 'proefaansluiting',
    HTTPS_PROXY: elsewhere.proxy,
    ...(slip.production === undefined ? {} : { DROP_PRODUCTIE_URL: slip.production }),
    ...slip.variables,
  };
  const ended = await command(commands[which]?.(profile, join(own, 'uit')) ?? [], { more, patience: 60_000 });
  return { ended, arrived: elsewhere.arrived() };
};

const slipAttack = (
  folder: string,
  elsewhere: Elsewhere,
  { slip, which }: { readonly slip: Slip; readonly which: string },
): Attack => ({
  name: `${which}: ${slip.name}`,
  quick: slip.quick,
  act: async () => {
    const { ended, arrived } = await tried(folder, elsewhere, { slip, which });
    const { ends = [2], silent } = slip;
    if ((ends.includes(2) || silent === true) && arrived.length > 0)
      return `${String(arrived.length)} deliveries arrived`;
    // The doctor gives no verdict, and warns.
    const right = which === 'run' ? ends : [...ends, ...ends.filter((code) => code === 3).map(() => 0)];
    if (!right.includes(ended.code ?? -1))
      return `exit code ${String(ended.code)}: ${(ended.stdout + ended.stderr).slice(-300)}`;
    if (
      ends.includes(3) &&
      silent === undefined &&
      !/toestemming|permission/i.test((ended.stderr + ended.stdout).slice(0, which === 'run' ? 600 : undefined))
    )
      return `the first lines do not say why: ${ended.stdout.slice(0, 300)}`;
    return bugIn(ended);
  },
});

/** By no slip of a person does a delivery reach production, and manners hold. */
export const productionSlips: Topic = {
  topic: 'slips that lead to production',
  isSliced: true,
  open: async (folder) => {
    const elsewhere = await openElsewhere([
      'drop.example',
      '*.drop.example',
      '*.example',
      '*.overheid.nl',
      'koopwrp.nl',
      'kwaad.example',
    ]);
    for (const which of Object.keys(commands)) {
      const { ended, arrived } = await tried(folder, elsewhere, { slip: { name: 'none' }, which });
      if (arrived.length === 0)
        throw new Error(
          `${which}: without a slip nothing arrives, so the attacks prove nothing: ${ended.stdout}${ended.stderr}`,
        );
    }
    return {
      attacks: Object.keys(commands).flatMap((which) =>
        slips.map((slip) => slipAttack(folder, elsewhere, { slip, which })),
      ),
      close: elsewhere.close,
    };
  },
};
