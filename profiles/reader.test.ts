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

  test('name the variable that an address which is none came from', () => {
    expect(() => readProfile(findProfile('eto-poc'), { ...eto, DROP_ETO_POC_URL: 'eto.example' })).toThrow(
      'endpoint.url (DROP_ETO_POC_URL) "eto.example" is not an http or https address',
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

describe('another address than that of the profile', () => {
  const at = (url: string, name = 'eto-poc', environment = {}) =>
    readProfile(findProfile(name), { ...eto, DROP_ETO_POC_URL: undefined, ...environment }, url);

  test('takes its place, and its variable need not be there', () => {
    expect(at('https://test.example/3pas').endpoint).toMatchObject({ url: 'https://test.example/3pas' });
  });

  test('is held to what is demanded of that one', () => {
    expect(() => at('http://test.example/', 'eto-tst-koop', others)).toThrow('is plain HTTP');
    expect(() => at('https://drop.example/x', 'eto-poc', { DROP_PRODUCTIE_URL: 'https://drop.example/' })).toThrow(
      'is taken for production',
    );
    expect(() => at('https://test.example/', 'mock-poc')).toThrow('embedded endpoint');
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
    [
      'testHosts: [https://proef.example/]',
      ':5: testHosts names "https://proef.example/", and that is no host name; write the name',
    ],
    ["testHosts: ['*.example']", 'testHosts names "*.example"'],
    ["testHosts: ['proef.example:443']", 'testHosts names "proef.example:443"'],
    ['testHosts: [proef.example/]', 'testHosts names "proef.example/"'],
    ['testHosts: [dröp.example]', 'testHosts names "dr\\u{f6}p.example"'],
    ['contrat: x', 'unknown key "contrat", did you mean "contract"?'],
  ])('is refused for %s', (more, said) => {
    expect(() => readProfile(own(more), { LEEG: ' \n' })).toThrow(said);
  });

  test.each([1, 2, 3])('is refused in phase %i at production, by name and by what the environment says', (phase) => {
    const at = (url: string): string =>
      written(
        `profile: p\ntitle: t\nphase: ${String(phase)}\nendpoint: { url: '${url}' }\n${phase === 1 ? '' : 'certificate: { file: c.pem }\n'}`,
      );
    const said = /:4: endpoint\.url ".*" is taken for production, and production gets/;

    expect(() => readProfile(at('https://drop.overheid.nl/'), {})).toThrow(said);
    expect(() => readProfile(at('https://x.example/'), { DROP_PRODUCTIE_URL: 'https://X.example:8443/y' })).toThrow(
      said,
    );
    expect(readProfile(at('https://eto.example/'), { DROP_PRODUCTIE_URL: 'https://x.example/' }).phase).toBe(phase);
  });

  test('is refused where nobody can tell what production is', () => {
    expect(() => readProfile(own(''), { DROP_PRODUCTIE_URL: 'htps://drop.example/' })).toThrow(
      /^DROP_PRODUCTIE_URL holds "htps:\/\/drop\.example\/", and that is no whole https address/,
    );
    expect(() => readProfile(own(''), { DROP_PRODUCTIE_URL: '' })).toThrow(/^DROP_PRODUCTIE_URL holds ""/);
    expect(readProfile(findProfile('mock-poc'), { DROP_PRODUCTIE_URL: 'htps://' }).guard.production).toEqual([]);
  });

  test('knows all of production and its own test hosts, each in one spelling', () => {
    const text = 'testHosts: [Proef.Example., { env: HOSTS, optional: true }, { env: GEEN, optional: true }]';
    const environment = {
      DROP_PRODUCTIE_URL: 'https://drop.example/\n https://drop.example:8443/x',
      HOSTS: ' 192.0.2.7\n[2001:DB8::7] 2001:db8:0::8 ',
    };

    expect(readProfile(own(text), environment).guard).toEqual({
      production: ['https://drop.example/', 'https://drop.example:8443/x'],
      testHosts: ['proef.example', '192.0.2.7', '2001:db8::7', '2001:db8::8'],
    });
  });

  test.each(['00000001002220647000', '99999999999999999999'])('is refused for an OIN without quotes: %s', (oin) => {
    const text = `machtigingen: [{ oin: ${oin}, bevoegdGezag: [{ soort: gemeente, naam: Woerden }] }]`;

    expect(() => readProfile(own(text), {})).toThrow(
      `:5: machtigingen[1].oin must be an OIN, 20 digits in quotes; without them YAML reads the number ${String(Number(oin))}`,
    );
  });

  test.each([
    ['required', 'credentials: { username: { env: LEEG } }', ':5: not set in the environment: LEEG (empty)'],
    ['optional', 'credentials: { username: { env: NAAM }, password: { env: LEEG, optional: true } }', ':5: set in'],
    ['in a list', 'serverRoots: [a.pem, { env: LEEG, optional: true }]', 'set in the environment, and empty: LEEG;'],
    [
      'deep down',
      'machtigingen: [{ oin: "00000001002220647000", bevoegdGezag: { env: LEEG } }]',
      'not set in the environment: LEEG (empty)',
    ],
    ['of a test host', 'testHosts: [{ env: LEEG, optional: true }]', 'set in the environment, and empty: LEEG;'],
  ])('is refused for a variable that is empty where it is %s', (_, text, said) => {
    for (const LEEG of ['', ' \n', '\u200b', '\ufeff\u00a0'])
      expect(() => readProfile(own(text), { NAAM: 'jan', LEEG })).toThrow(said);
  });

  test.each(['https://a.example/ https://b.example/', 'https://a.example/\u00a0x', 'https://a\n.example/'])(
    'is refused for the address %j',
    (ADRES) => {
      const file = written('profile: p\ntitle: t\nphase: 1\nendpoint: { url: { env: ADRES } }\n');

      expect(() => readProfile(file, { ADRES })).toThrow('holds white space; give one address');
    },
  );

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

describe('a profile of an endpoint outside this machine', () => {
  const outside = (more: string, url = 'https://eto.example/') =>
    readProfile(written(`profile: p\ntitle: t\nphase: 1\nendpoint: { url: '${url}' }\n${more}\n`), {});
  const permission = (from: string, until: string): string =>
    `toestemming: { door: x, datum: '${from}', tot: '${until}', omvang: [] }`;

  test.each([
    ['requestsPerSecond', 5],
    ['requests', 5000],
    ['accepted', 500],
  ] as const)('may ask for limits.%s of %i and not for more', (limit, most) => {
    expect(outside(`limits: { ${limit}: ${String(most)} }`).limits[limit]).toBe(most);
    expect(() => outside(`limits:\n  connections: 64\n  ${limit}: ${String(most + 1)}`)).toThrow(
      `:7: limits.${limit} is ${String(most + 1)}, and the ceiling for an endpoint outside this machine is ${String(most)}; write`,
    );
    for (const url of ['http://127.0.0.1:1/', 'https://localhost/', 'https://[::1]/'])
      expect(outside(`limits: { ${limit}: 100000 }`, url).limits[limit]).toBe(100_000);
    for (const url of ['https://0.0.0.0/', 'https://x.localhost/', 'https://127.0.0.1.example/'])
      expect(() => outside(`limits: { ${limit}: 100000 }`, url)).toThrow('the ceiling');
  });

  test.each([
    ['2026-11-01', '2027-11-01', '2027-11-02'],
    ['2027-12-31', '2028-12-31', '2029-01-01'],
    ['2028-02-29', '2029-02-28', '2029-03-01'],
    ['2027-02-28', '2028-02-28', '2028-02-29'],
  ])('has a permission of %s until %s, not until %s', (from, last, late) => {
    expect(outside(permission(from, last)).permission?.until).toBe(last);
    expect(() => outside(permission(from, late))).toThrow(
      `:5: toestemming.tot is ${late}, and a permission (toestemming) of ${from} ends within a year; write ${last} at`,
    );
    expect(outside(permission(from, late), 'http://127.0.0.1:1/').permission?.until).toBe(late);
  });
});
