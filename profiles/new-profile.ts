import type { Bilingual } from '#contract/texts/bilingual';
import { stringify } from 'yaml';
import { profileKeys, scopeTexts } from './keys.ts';
import { type Profile, profileScopes } from './profile.ts';

/** What a new profile is made of. */
export interface NewProfile {
  readonly name: string;
  readonly phase: Profile['phase'];
  /** In place of an environment variable that holds it. */
  readonly url: string | undefined;
  /** From the folder of the profile. */
  readonly contract: string | undefined;
  readonly language: keyof Bilingual;
}

/** A key with its lines; one that is off is written as a comment, to be turned on. */
interface Section {
  readonly key: string;
  readonly lines: readonly string[];
  readonly isOff?: boolean;
}

/** A profile in YAML, each key with what it holds; those that few need are there as comments. */
export const newProfileText = (asked: NewProfile): string =>
  sectionsOf(asked)
    .map(({ key, lines, isOff = false }) => {
      const text = profileKeys[key]?.about[asked.language] ?? '';
      return [...commented(text), ...lines.map((line) => (isOff ? `# ${line}` : line))].join('\n');
    })
    .join('\n\n')
    .concat('\n');

/** The environment variables that a new profile reads and can't do without. */
export const variablesOf = (asked: NewProfile): readonly string[] => {
  const named = sectionsOf(asked)
    .filter(({ isOff }) => isOff !== true)
    .flatMap(({ lines }) => lines)
    .filter((line) => !line.includes('optional: true'));
  return named.flatMap((line) => /\{ env: (\w+)/.exec(line)?.[1] ?? []);
};

const sectionsOf = (asked: NewProfile): readonly Section[] => {
  const { phase } = asked;
  const connection = [...about(asked), endpoint(asked), ...identity(asked)];
  const network = [...where(asked), ...(asked.contract === undefined ? [] : [contract(asked.contract)])];
  return phase === 4 ? [...connection, ...network] : [...connection, ...network, ...deliveries(asked)];
};

const about = ({ name, phase }: NewProfile): readonly Section[] => [
  { key: 'profile', lines: [`profile: ${name}`] },
  { key: 'title', lines: [yamlLine('title', titles(name)[phase])] },
  { key: 'phase', lines: [`phase: ${String(phase)}`] },
];

const titles = (name: string): Readonly<Record<Profile['phase'], string>> => ({
  1: `Fase 1, PoC-endpoint (${name}) / phase 1, PoC endpoint (${name})`,
  2: `Fase 2, TST-Aansluit met een certificaat van KOOP (${name}) / phase 2, TST-Aansluit with a certificate of KOOP (${name})`,
  3: `Fase 3, TST-Aansluit met een PKIoverheid-certificaat (${name}) / phase 3, TST-Aansluit with a PKIoverheid certificate (${name})`,
  4: `Fase 4, productie (${name}) / phase 4, production (${name})`,
});

const endpoint = (asked: NewProfile): Section => {
  const url = asked.url === undefined ? `  url: { env: ${variable(asked, 'URL')} }` : `  ${yamlLine('url', asked.url)}`;
  return { key: 'endpoint', lines: ['endpoint:', url] };
};

const identity = (asked: NewProfile): readonly Section[] =>
  asked.phase === 1 ? [username(asked)] : [certificate(asked)];

const username = (asked: NewProfile): Section => ({
  key: 'credentials',
  lines: [
    'credentials:',
    '  carrier: basic',
    `  username: { env: ${variable(asked, 'GEBRUIKERSNAAM')} }`,
    `  password: { env: ${variable(asked, 'WACHTWOORD')}, optional: true }`,
  ],
});

const certificate = (asked: NewProfile): Section => ({
  key: 'certificate',
  lines: [
    'certificate:',
    `  file: { env: ${variable(asked, 'CERTIFICAAT')} }`,
    `  key: { env: ${variable(asked, 'SLEUTEL')}, optional: true }`,
    `  chain: { env: ${variable(asked, 'KETEN')}, optional: true }`,
    `  password: { env: ${variable(asked, 'CERTIFICAAT_WACHTWOORD')}, optional: true }`,
  ],
});

const where = (asked: NewProfile): readonly Section[] => [
  ...(asked.phase === 4
    ? []
    : [{ key: 'testHosts', lines: ['testHosts:', `  - { env: ${variable(asked, 'TESTHOSTS')}, optional: true }`] }]),
  {
    key: 'proxy',
    isOff: true,
    lines: [
      `proxy: { url: 'http://proxy.example:3128', username: { env: PROXY_NAAM }, password: { env: PROXY_WACHTWOORD } }`,
    ],
  },
  { key: 'serverRoots', lines: ['serverRoots:', `  - { env: ${variable(asked, 'ROOTS')}, optional: true }`] },
  { key: 'limits', lines: limits[asked.phase === 4 ? 'alive' : 'deliveries'] },
];

const limits = {
  alive: ['limits:', '  requestsPerSecond: 1', '  requests: 20'],
  deliveries: ['limits:', '  requestsPerSecond: 2', '  requests: 500', '  accepted: 100'],
};

const contract = (folder: string): Section => ({ key: 'contract', lines: [yamlLine('contract', folder)] });

const deliveries = (asked: NewProfile): readonly Section[] => [
  { key: 'bevoegdGezag', lines: [`bevoegdGezag: { env: ${variable(asked, 'BEVOEGD_GEZAG')} }`] },
  { key: 'media', lines: ['media: []'] },
  ...(asked.phase === 1 ? [] : [mandates, wrongCertificates]),
  {
    key: 'toestemming',
    isOff: true,
    lines: [
      'toestemming:',
      '  door: functioneel beheer KOOP',
      '  datum: 2026-11-01',
      '  tot: 2026-12-31',
      '  omvang:',
      ...profileScopes.map((scope) => `    - ${scope} # ${scopeTexts[scope][asked.language]}`),
    ],
  },
];

const mandates: Section = {
  key: 'machtigingen',
  isOff: true,
  lines: ['machtigingen:', `  - oin: '00000001002220647000'`, '    bevoegdGezag: [{ soort: gemeente, naam: Utrecht }]'],
};

const wrongCertificates: Section = {
  key: 'wrongCertificates',
  isOff: true,
  lines: ['wrongCertificates:', '  expired: { file: verlopen.p12, password: { env: VERLOPEN_WACHTWOORD } }'],
};

/** An environment variable of the profile's own. */
const variable = ({ name }: NewProfile, what: string): string =>
  `${name.toUpperCase().replace(/[^A-Z0-9]+/g, '_')}_${what}`;

const yamlLine = (key: string, value: string): string => stringify({ [key]: value }, { lineWidth: 0 }).trimEnd();

const widest = 110;

/** Text as comments of at most so many columns. */
const commented = (text: string): readonly string[] =>
  text.split(' ').reduce<readonly string[]>((lines, word) => {
    const last = lines.at(-1);
    return last === undefined || last.length + word.length + 1 > widest
      ? [...lines, `# ${word}`]
      : [...lines.slice(0, -1), `${last} ${word}`];
  }, []);
