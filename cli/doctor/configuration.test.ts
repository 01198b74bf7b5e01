import { createPrivateKey } from 'node:crypto';
import { chmodSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { listen } from '../../test/samples/peer.ts';
import { openServerIssuer } from '#endpoint/pki/server-certificate';
import { systemClock } from '#endpoint/clock';
import { type Seeded, doctorOn, fileWith } from '../../test/samples/doctor.ts';

let own: { readonly cert: string; readonly key: string };
let other: { readonly cert: string; readonly key: string };

beforeAll(async () => {
  const issuer = await openServerIssuer(systemClock.now());
  [own, other] = await Promise.all([issuer.issue(systemClock.now()), issuer.issue(systemClock.now())]);
});

/** A profile of phase 2, right but for the files of its certificate. */
const phase2 = (certificate: unknown, more: Readonly<Record<string, unknown>> = {}) => ({
  profile: {
    ...{ phase: 2, credentials: undefined, endpoint: { url: 'https://127.0.0.1:9/' } },
    ...{ certificate, ...more },
  },
});

const encrypted = (key: string): string =>
  createPrivateKey(key).export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'goed-wachtwoord' });

const outside = (url: string, more: Readonly<Record<string, unknown>> = {}) => ({
  endpoint: { url },
  limits: {},
  ...more,
});

const ofYears = { door: 'x', datum: '2026-01-01', tot: '2028-01-01', omvang: [] };

const contractWithout = (name: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'contract-'));
  cpSync(resolve(import.meta.dirname, '../../contract/2020-01'), folder, { recursive: true });
  rmSync(join(folder, name));
  return folder;
};

interface Row {
  readonly what: string;
  readonly seed: () => Seeded;
  readonly id: string;
  readonly says: string;
  readonly step: string;
}

const row = (what: string, seed: () => Seeded, [step, id, says]: readonly [string, string, string]): Row => ({
  ...{ what, seed, id, says, step },
});

const profiles = [
  row('a profile name with a typo', () => ({ profile: 'eto-pco' }), [
    'configuration',
    'profile-unknown',
    'did you mean "eto-poc"',
  ]),
  row('a profile file that is not there', () => ({ profile: '/nergens/p.yaml' }), [
    'configuration',
    'profile-unknown',
    '/nergens/p.yaml',
  ]),
  row('a key with a typo', () => ({ profile: { limts: {} } }), [
    'configuration',
    'profile-wrong',
    'did you mean "limits"',
  ]),
  row('a phase that does not exist', () => ({ profile: { phase: 5 } }), [
    'configuration',
    'profile-wrong',
    'must be 1, 2, 3 or 4',
  ]),
  row('a username in the profile itself', () => ({ profile: { credentials: { username: 'jan' } } }), [
    'configuration',
    'profile-wrong',
    'stands in the profile itself',
  ]),
  row('phase 3 without a certificate', () => ({ profile: { phase: 3, endpoint: { url: 'https://127.0.0.1:9/' } } }), [
    'configuration',
    'profile-wrong',
    'phase 3 connects with a certificate',
  ]),
  row('phase 1 with a certificate', () => ({ profile: { certificate: { file: 'x.p12' } } }), [
    'configuration',
    'profile-wrong',
    'phase 1 connects with a username',
  ]),
  row('a contract folder that is not there', () => ({ profile: {}, contract: '/geen/contract' }), [
    'configuration',
    'contract-wrong',
    '/geen/contract',
  ]),
  row('a contract without its rules', () => ({ profile: {}, contract: contractWithout('rules.sch') }), [
    'configuration',
    'contract-wrong',
    'rules.sch',
  ]),
  row('a contract without its WSDL', () => ({ profile: {}, contract: contractWithout('dossier-service.wsdl') }), [
    'configuration',
    'contract-wrong',
    'dossier-service.wsdl',
  ]),
  row('a body that is misspelt', () => ({ profile: { bevoegdGezag: [{ soort: 'gemeente', naam: 'Woerdn' }] } }), [
    'configuration',
    'value-unknown',
    'did you mean "Woerden"',
  ]),
  row('a medium that is misspelt', () => ({ profile: { media: ['Gemeentebad'] } }), [
    'configuration',
    'value-unknown',
    'did you mean "Gemeenteblad"',
  ]),
  row('a delivery for nobody', () => ({ profile: { bevoegdGezag: [] }, deliver: true }), [
    'configuration',
    'nobody-to-deliver-for',
    'bevoegdGezag',
  ]),
  row('a host that nothing marks as one for tests', () => ({ profile: outside('https://drop.example/') }), [
    'configuration',
    'profile-wrong',
    'niets zegt dat deze host voor tests is',
  ]),
  row(
    'a limit above its ceiling',
    () => ({ profile: outside('https://eto.example/', { limits: { requests: 5001 } }) }),
    ['configuration', 'profile-wrong', 'het plafond voor een endpoint buiten deze machine is 5000'],
  ),
  row(
    'a permission of more than a year',
    () => ({ profile: outside('https://eto.example/', { toestemming: ofYears }) }),
    ['configuration', 'profile-wrong', 'een toestemming van 2026-01-01 eindigt binnen een jaar'],
  ),
  row('a delivery in production', () => ({ profile: 'mock-productie', deliver: true }), [
    'configuration',
    'usage-wrong',
    'IsAlive only',
  ]),
];

const variables = [
  row('variables that are not set', () => ({ profile: 'eto-poc', environment: { DROP_ETO_POC_URL: 'https://x/' } }), [
    'variables',
    'variables-unset',
    'DROP_ETO_POC_GEBRUIKERSNAAM, DROP_ETO_POC_BEVOEGD_GEZAG',
  ]),
  row('a variable of spaces', () => ({ profile: {}, environment: { PROEF_NAAM: '  ' } }), [
    'variables',
    'variables-unset',
    'PROEF_NAAM',
  ]),
  row(
    'an address that is none',
    () => ({ profile: { endpoint: { url: { env: 'ADRES' } } }, environment: { ADRES: 'eto.example/poc' } }),
    ['variables', 'variable-wrong', '"eto.example/poc" is not an http or https address'],
  ),
  row(
    'production under phase 1',
    () => ({ profile: { endpoint: { url: { env: 'ADRES' } } }, environment: { ADRES: 'https://drop.overheid.nl/x' } }),
    ['variables', 'variable-wrong', 'taken for production'],
  ),
  ...['htps://drop.example/', 'https://drop.example,https://b.example', ''].map((DROP_PRODUCTIE_URL) =>
    row(
      `production at ${JSON.stringify(DROP_PRODUCTIE_URL)}`,
      () => ({ profile: {}, environment: { DROP_PRODUCTIE_URL } }),
      ['variables', 'variable-wrong', `bevat "${DROP_PRODUCTIE_URL}", en dat is geen volledig https-adres`],
    ),
  ),
  row(
    'a host from a variable that nothing marks as one for tests',
    () => ({
      profile: outside('', { endpoint: { url: { env: 'ADRES' } } }),
      environment: { ADRES: 'https://drop.example/' },
    }),
    ['variables', 'variable-wrong', 'nothing says that this host is for tests'],
  ),
  row('an optional variable that is empty', () => ({ profile: {}, environment: { PROEF_WACHTWOORD: '' } }), [
    'variables',
    'variable-wrong',
    'set in the environment, and empty: PROEF_WACHTWOORD',
  ]),
  row(
    'http:// for phase 2',
    () => ({
      profile: { phase: 2, endpoint: { url: { env: 'ADRES' } }, certificate: { file: 'x' } },
      environment: { ADRES: 'http://127.0.0.1/' },
    }),
    ['variables', 'variable-wrong', 'is plain HTTP'],
  ),
  row(
    'a body without its kind',
    () => ({ profile: { bevoegdGezag: { env: 'WIE' } }, environment: { WIE: 'Woerden' } }),
    ['variables', 'variable-wrong', 'write soort=naam'],
  ),
  row(
    'a password in the address',
    () => ({ profile: { endpoint: { url: 'https://jan:geheim@eto.invalid/' }, limits: {} } }),
    ['variables', 'address-unfit', 'holds a username or password'],
  ),
  row('credentials over plain HTTP', () => ({ profile: { endpoint: { url: 'http://eto.invalid/' }, limits: {} } }), [
    'variables',
    'address-unfit',
    'unencrypted',
  ]),
  row('a username with a line break', () => ({ profile: {}, environment: { PROEF_NAAM: 'jan\nx' } }), [
    'variables',
    'credentials-unfit',
    'control character',
  ]),
  row('a username with a colon', () => ({ profile: {}, environment: { PROEF_NAAM: 'jan:x' } }), [
    'variables',
    'credentials-unfit',
    'colon',
  ]),
  row('a password of three characters', () => ({ profile: {}, environment: { PROEF_WACHTWOORD: 'abc' } }), [
    'variables',
    'credentials-unfit',
    'fewer than 4',
  ]),
];

const files = [
  row('a certificate that is not there', () => phase2({ file: '/weg/c.pem' }), [
    'files',
    'certificate-file',
    'Bestand /weg/c.pem bestaat niet',
  ]),
  row('a folder for a certificate', () => phase2({ file: tmpdir() }), ['files', 'certificate-file', 'is een map']),
  row('an empty file', () => phase2({ file: fileWith('') }), ['files', 'certificate-file', 'is leeg']),
  row('a text for a certificate', () => phase2({ file: fileWith('hallo') }), [
    'files',
    'certificate-file',
    'bevat geen certificaat',
  ]),
  row('a key for a certificate', () => phase2({ file: fileWith(own.key) }), [
    'files',
    'certificate-file',
    'alleen een privésleutel',
  ]),
  row('a certificate without a key', () => phase2({ file: fileWith(own.cert) }), [
    'files',
    'certificate-file',
    'geen privésleutel',
  ]),
  row('a key of another', () => phase2({ file: fileWith(own.cert), key: fileWith(other.key) }), [
    'files',
    'certificate-file',
    'key',
  ]),
  row('a key that is cut off', () => phase2({ file: fileWith(own.cert), key: fileWith(own.key.slice(0, 120)) }), [
    'files',
    'certificate-file',
    'beschadigd of niet compleet',
  ]),
  row('a key without its password', () => phase2({ file: fileWith(own.cert), key: fileWith(encrypted(own.key)) }), [
    'files',
    'certificate-file',
    'is versleuteld',
  ]),
  row(
    'a wrong password',
    () => ({
      ...phase2({ file: fileWith(own.cert), key: fileWith(encrypted(own.key)), password: { env: 'SLEUTEL' } }),
      environment: { SLEUTEL: 'fout-wachtwoord' },
    }),
    ['files', 'certificate-file', 'is onjuist'],
  ),
  row('a chain that is not there', () => phase2({ file: fileWith(own.cert + own.key), chain: '/weg/keten.pem' }), [
    'files',
    'certificate-file',
    '/weg/keten.pem',
  ]),
  row(
    'roots that are not there',
    () => phase2({ file: fileWith(own.cert + own.key) }, { serverRoots: ['/weg/root.pem'] }),
    ['files', 'roots-file', '/weg/root.pem'],
  ),
  row(
    'roots that are no PEM',
    () => phase2({ file: fileWith(own.cert + own.key) }, { serverRoots: [fileWith('hallo')] }),
    ['files', 'roots-file', 'no certificate in PEM'],
  ),
  row(
    'a wrong certificate that is not there',
    () => phase2({ file: fileWith(own.cert + own.key) }, { wrongCertificates: { expired: { file: '/weg/oud.p12' } } }),
    ['files', 'certificate-file', '/weg/oud.p12'],
  ),
];

describe('what is wrong before anything is sent is named, with exit code 2', () => {
  test.each([...profiles, ...variables, ...files])('$what', async ({ seed, id, says, step }) => {
    const found = await doctorOn(seed());

    expect(found).toMatchObject({ id, code: 2, steps: { [step]: 'cause', alive: 'not-done' } });
    expect(found.said).toContain(says);
    expect(found.said).not.toMatch(/jan:geheim|fout-wachtwoord|geheim-van-de-proef/);
  });

  test('and nothing is sent', async () => {
    const { url, heard } = await listen(() => undefined);

    const { id } = await doctorOn({ profile: { endpoint: { url } }, environment: { PROEF_NAAM: 'jan:x' } });

    expect({ id, heard: heard() }).toEqual({ id: 'credentials-unfit', heard: '' });
  });
});

test('a key that others can read is remarked, and does not stop the doctor', async () => {
  const key = fileWith(own.key);
  chmodSync(key, 0o644);

  const { id, steps } = await doctorOn(phase2({ file: fileWith(own.cert), key }));

  expect({ id, files: steps['files'] }).toEqual({ id: 'port-refused', files: 'warning' });
});
