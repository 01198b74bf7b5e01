import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findProfile, profileNames } from './find.ts';
import { readProfile } from './reader.ts';

const eto = {
  DROP_ETO_POC_URL: 'https://eto.example/poc',
  DROP_ETO_POC_GEBRUIKERSNAAM: 'jan',
  DROP_ETO_POC_BEVOEGD_GEZAG: 'gemeente=Woerden; provincie=Utrecht',
};

/** Of the other profiles, each as its name asks for. */
const others = {
  DROP_ETO_TST_URL: 'https://eto.example/tst',
  DROP_ETO_TST_BEVOEGD_GEZAG: 'gemeente=Woerden',
  DROP_ETO_KOOP_CERTIFICAAT: 'koop.pem',
  DROP_PKIO_CERTIFICAAT: 'pkio.pem',
  DROP_PRODUCTIE_URL: 'https://drop.example/',
};

const written = (text: string): string => {
  const file = join(mkdtempSync(join(tmpdir(), 'profiel-')), 'p.yaml');
  writeFileSync(file, text);
  return file;
};

const own = (more: string): string =>
  written(`profile: p\ntitle: t\nphase: 1\nendpoint: { url: 'http://127.0.0.1:1/' }\n${more}`);

describe('the profiles that come with the suite', () => {
  test('are read, each under its own name', () => {
    expect(profileNames().map((name) => readProfile(findProfile(name), { ...eto, ...others }).name)).toEqual(
      profileNames(),
    );
  });

  test('keep their manners at the ETO, and none at the mock', () => {
    expect(readProfile(findProfile('eto-poc'), eto)).toMatchObject({
      limits: { requestsPerSecond: 2, requests: 500, accepted: 100 },
      authorities: [
        { kind: 'gemeente', name: 'Woerden' },
        { kind: 'provincie', name: 'Utrecht' },
      ],
      media: [],
      permission: undefined,
    });
    expect(readProfile(findProfile('mock-poc'), {}).limits.requests).toBeUndefined();
  });
});

describe('a profile of another endpoint', () => {
  test('delivers for nobody and asks for no medium unless it says so', () => {
    expect(readProfile(own(''), {})).toMatchObject({ authorities: [], media: [], limits: { requestsPerSecond: 2 } });
  });

  test.each([
    ['credentials: { username: jan }', ':5: credentials.username stands in the profile itself'],
    ['limits: { requests: -1 }', 'limits.requests must be a whole number above 0'],
    ['bevoegdGezag: { env: WIE }', 'not set in the environment: WIE'],
    ['toestemming: { door: x, datum: gisteren, tot: 2026-01-01, omvang: [] }', 'must be a date, YYYY-MM-DD'],
    [
      'toestemming: { door: x, datum: 2026-13-45, tot: 2027-01-01, omvang: [] }',
      'toestemming.datum must be a date, YYYY-MM-DD',
    ],
    [
      'toestemming: { door: x, datum: 2026-01-01, tot: 2026-02-30, omvang: [] }',
      'toestemming.tot must be a date, YYYY-MM-DD',
    ],
    [
      'toestemming: { door: x, datum: 2026-01-02, tot: 2026-01-01, omvang: [] }',
      'toestemming ends (tot) before it begins (datum)',
    ],
    ['limits: { timeoutMs: 99999999999 }', 'limits.timeoutMs must be at most 600000'],
    ['limits: { connections: 1000 }', 'limits.connections must be at most 64'],
    [
      "credentials: { headers: { username: 'x y', password: p }, username: { env: NAAM } }",
      'must be the name of a header',
    ],
    [
      'credentials: { headers: { username: Content-Length, password: p }, username: { env: NAAM } }',
      'must not be a header that HTTP itself uses',
    ],
    ['credentials: { username: { env: LEEG } }', 'not set in the environment: LEEG'],
    ['contrat: x', 'unknown key "contrat", did you mean "contract"?'],
  ])('is refused for %s', (more, said) => {
    expect(() => readProfile(own(more), { LEEG: ' \n' })).toThrow(said);
  });

  test.each([1, 2, 3])('is refused in phase %i at production, by name and by what the environment says', (phase) => {
    const at = (url: string): string =>
      written(
        `profile: p\ntitle: t\nphase: ${String(phase)}\nendpoint: { url: '${url}' }\n${phase === 1 ? '' : 'certificate: { file: c.pem }\n'}`,
      );
    const said = /:4: endpoint\.url ".*" is taken for production: a profile of phase \d delivers/;

    expect(() => readProfile(at('https://drop.overheid.nl/'), {})).toThrow(said);
    expect(() => readProfile(at('https://x.example/'), { DROP_PRODUCTIE_URL: 'https://X.example:8443/y' })).toThrow(
      said,
    );
    expect(readProfile(at('https://eto.example/'), { DROP_PRODUCTIE_URL: 'https://x.example/' }).phase).toBe(phase);
  });

  test('is refused where nobody can tell what production is', () => {
    expect(() => readProfile(own(''), { DROP_PRODUCTIE_URL: 'vraag het KOOP' })).toThrow(
      ':4: DROP_PRODUCTIE_URL is set, and is no address',
    );
  });

  test('of phase 4 has no credentials', () => {
    const file = written(
      "profile: p\ntitle: t\nphase: 4\nendpoint: { url: 'HTTPS://127.0.0.1:1/' }\ncertificate: { file: c.pem }\ncredentials: { username: { env: NAAM } }\n",
    );

    expect(() => readProfile(file, { NAAM: 'jan' })).toThrow(':6: phase 4 connects with a certificate');
  });

  test('names bodies in a variable with spaces and a last separator', () => {
    const environment = { WIE: ' gemeente = Woerden ;\nprovincie=Utrecht; ' };

    expect(readProfile(own('bevoegdGezag: { env: WIE }'), environment).authorities).toEqual([
      { kind: 'gemeente', name: 'Woerden' },
      { kind: 'provincie', name: 'Utrecht' },
    ]);
  });

  test('is refused for an address that is none', () => {
    const file = written('profile: p\ntitle: t\nphase: 1\nendpoint: { url: ftp://x/ }\n');

    expect(() => readProfile(file, {})).toThrow('is not an http or https address');
  });
});
