import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkCredentials } from '#endpoint/credentials';
import { checkProxy } from '#endpoint/proxy/proxy';
import { checkConfidential, parseTarget } from '#endpoint/target';
import { readProfile } from '#profiles/reader';
import { saidBy } from './said-by.ts';

/** What is said in Dutch of what an action throws. */
const dutchOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    return saidBy(error).nl;
  }
  return '';
};

test.each([
  [{ username: '', password: undefined }, 'De gebruikersnaam is leeg.'],
  [{ username: 'jan', password: 'x' }, 'Het wachtwoord heeft minder dan 4 tekens.'],
  [{ username: 'jan:x', password: undefined }, 'De gebruikersnaam heeft een dubbele punt'],
  [{ username: 'jan\n', password: undefined }, 'Gebruikersnaam of wachtwoord heeft een stuurteken.'],
])('credentials %j are refused in Dutch, those of a proxy too', (credentials, said) => {
  const proxy = { url: 'http://proxy.example', credentials, from: 'HTTPS_PROXY' };

  expect(
    dutchOf(() => {
      checkCredentials(credentials, 'basic');
    }),
  ).toContain(said);
  expect(
    dutchOf(() => {
      checkProxy(proxy);
    }),
  ).toContain(`voor de proxy van HTTPS_PROXY: ${said}`);
});

test('credentials that a header can not carry are refused in Dutch', () => {
  const credentials = { username: 'zoë', password: undefined };

  expect(
    dutchOf(() => {
      checkCredentials(credentials, 'header');
    }),
  ).toContain('die niet mee kunnen in een header.');
});

test.each([
  ['eto', 'is geen URL. Schrijf het voluit'],
  ['ftp://eto.example', 'is niet van HTTP. Begin het met https://.'],
  ['https://jan:geheim@eto.example', 'staat een gebruikersnaam of wachtwoord.'],
  ['http://eto.example', 'zouden onversleuteld naar http://eto.example gaan.'],
])('the address %s is refused in Dutch', (url, said) => {
  expect(
    dutchOf(() => {
      checkConfidential(parseTarget(url));
    }),
  ).toContain(said);
});

const file = join(mkdtempSync(join(tmpdir(), 'said-')), 'p.yaml');
const poc = "phase: 1\nendpoint: { url: 'http://127.0.0.1:9/' }\n";
const own = poc.replace('phase: 1', 'phase: 2');

test.each([
  [`${poc}credentials: { username: jan }`, ':5: credentials.username staat in het profiel zelf; schrijf username: {'],
  [`${poc}certificate: { file: a.pem }`, ':5: fase 1 gebruikt een gebruikersnaam; haal certificate weg'],
  [own, ':4: endpoint.url "http://127.0.0.1:9/" is gewone HTTP, en fase 2 gebruikt een certificaat; begin het adres'],
  [own.replace('http:', 'https:'), ':3: fase 2 gebruikt een certificaat; voeg toe: certificate: {'],
  [
    `${own.replace('http:', 'https:')}certificate: { file: a.p12, password: geheim }`,
    ':5: het wachtwoord van een certificaat staat in het profiel zelf; schrijf password: {',
  ],
  [`${poc}proxy: { url: 'http://p', password: { env: W } }`, ':5: proxy.password staat er zonder proxy.username; voeg'],
])('the profile %j is refused in Dutch', (text, said) => {
  writeFileSync(file, `profile: p\ntitle: t\n${text}\n`);

  expect(dutchOf(() => readProfile(file, { W: 'geheim' }))).toContain(said);
});
