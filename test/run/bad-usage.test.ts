import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inProcess } from './in-process.ts';
import { credentials, profileFor, temporaryFolder, threePas, type Finished } from './three-pas.ts';

const usage = async (...args: readonly string[]) => trimmed(await inProcess(args));

const trimmed = ({ code, stdout, stderr }: Finished) => ({ code, stdout, stderr: stderr.trim() });

describe('wrong usage ends with exit code 2 and one sentence', () => {
  test('for a profile that does not exist', async () => {
    expect(trimmed(await threePas(['run', '--profile', 'mock-pco']))).toMatchObject({
      code: 2,
      stderr:
        '3pas: there is no profile "mock-pco", did you mean "mock-poc"? (profiles: eto-poc, eto-tst-koop, eto-tst-pkio, mock-poc, mock-productie, mock-tst-koop, mock-tst-pkio, productie, or a path to a file)',
    });
  });

  test('for environment variables that a profile needs, all at once', async () => {
    const { code, stderr } = await usage('run', '--profile', 'eto-poc');

    expect(code).toBe(2);
    expect(stderr).toMatch(
      /eto-poc\.yaml:\d+: not set in the environment: DROP_ETO_POC_URL, DROP_ETO_POC_GEBRUIKERSNAAM, DROP_ETO_POC_BEVOEGD_GEZAG/,
    );
  });

  test('for a profile with a typo, with its line and the key that was meant', async () => {
    const folder = temporaryFolder();
    const file = profileFor(folder, 'http://127.0.0.1:9/');
    writeFileSync(file, readFileSync(file, 'utf8').replace('limits:', 'limts:'));

    const { code, stderr } = await usage('run', '--profile', file);

    expect(code).toBe(2);
    expect(stderr).toContain(':7: unknown key "limts", did you mean "limits"?');
  });

  test('for a username that a header asks for and the profile does not have', async () => {
    const folder = join(temporaryFolder(), 'contract');
    cpSync('contract/2020-01', folder, { recursive: true });
    const change = (file: string, from: string, to: string): void => {
      writeFileSync(join(folder, file), readFileSync(join(folder, file), 'utf8').replace(from, to));
    };
    change(
      'dossier.xsd',
      '<xs:element name="IsAlive">',
      '<xs:element name="Kop" type="xs:string"><xs:annotation><xs:appinfo><g:ground standing="assumed"/></xs:appinfo></xs:annotation></xs:element><xs:element name="IsAlive">',
    );
    change(
      'contract.yaml',
      '  answer:\n',
      '  headers:\n    - { element: drp:Kop, fill: [{ at: ., from: username }] }\n  answer:\n',
    );

    const { code, stderr } = await usage('run', '--profile', 'mock-tst-koop', '--contract', folder);

    expect(code).toBe(2);
    expect(stderr).toContain(
      'the contract puts the username in the message (service.headers or service.alive.fill), and the profile has no credentials; add them',
    );
  });

  test('for a secret in a profile of an endpoint that is not ours', async () => {
    const folder = temporaryFolder();
    const file = profileFor(folder, 'http://127.0.0.1:9/');
    writeFileSync(file, readFileSync(file, 'utf8').replace('{ env: PROEF_GEBRUIKERSNAAM }', 'jan'));

    expect((await usage('run', '--profile', file)).stderr).toContain(
      'credentials.username stands in the profile itself',
    );
  });

  test.each([
    ['phase: 1', 'phase: 2', 'is plain HTTP, and phase 2 connects with a certificate; begin it with https://'],
    ['naam: Woerden', 'naam: Woerdn', '"Woerdn" is no value of bevoegdGezag in this contract, did you mean "Woerden"?'],
    [
      'limits:',
      'media: [Gemeentebad]\nlimits:',
      '"Gemeentebad" is no value of medium in this contract, did you mean "Gemeenteblad"?',
    ],
    ['http://127.0.0.1:9/', 'http://eto.invalid/', 'Credentials would travel unencrypted'],
    ['http://127.0.0.1:9/', 'https://jan:geheim@eto.invalid/', 'holds a username or password'],
  ])('for a profile with %s made %s', async (from, to, said) => {
    const folder = temporaryFolder();
    const file = profileFor(folder, 'http://127.0.0.1:9/');
    // Outside this machine limits have a ceiling, and a permission has an end.
    const polite = readFileSync(file, 'utf8')
      .replace(/\{ requests.*/, '{}')
      .replace(/toestemming:[^]*/, '');
    writeFileSync(file, polite.replace(from, to));

    const { code, stderr } = await inProcess(['run', '--document-type', 'Melding', '--profile', file], credentials);

    expect({ code, stderr: stderr.trim() }).toEqual({ code: 2, stderr: expect.stringContaining(said) as string });
  });

  test('for credentials with a line break in them', async () => {
    const folder = temporaryFolder();
    const args = ['run', '--document-type', 'Melding', '--profile', profileFor(folder, 'http://127.0.0.1:9/')];

    const { code, stderr } = await inProcess(args, { PROEF_GEBRUIKERSNAAM: 'jan\nX' });

    expect({ code, stderr: stderr.trim() }).toEqual({
      code: 2,
      stderr: expect.stringContaining('control character') as string,
    });
  });

  test.each([
    [['run', '--seed', '-1'], 'whole number'],
    [['run', '--seed', '1.5'], 'whole number'],
    [['run', '--runs', '0'], 'whole number'],
    [['run', '--topic', 'delivry'], 'did you mean "delivery"'],
    [['run', '--topic', 'tls'], 'phase 1 checks nothing of it (it checks: connection,'],
    [['run', '--document-type', 'Meldingen'], 'did you mean "Melding"'],
    [['run', '--reporter', 'alure'], 'did you mean "allure"'],
    [['run', '--seed', '99999999999'], 'whole number'],
    [['run', '--runs', '10001'], 'whole number'],
    [['run', '--topic', ','], 'Give at least one name'],
    [['run', '--document-type', ''], 'Give at least one name'],
    [['run', '--clock', 'gisteren'], 'is not a moment'],
    [['run', '--clock', '2026-02-30'], 'is not a moment'],
    [['run', '--clock', '0'], 'is not a moment'],
    [['run', '--profile', '/tmp'], 'there is no profile file /tmp that can be read'],
    [['run', '--out', '/proc/3pas'], "can't be written"],
    [['generate', '--run-id', 'a b', '--out', '/proc/3pas'], 'letters, digits or hyphens'],
    [['generate', '--document-type', 'Melding', '--out', '/proc/3pas'], "can't be written"],
    [['run', '--run-id', 'a b'], 'letters, digits or hyphens'],
    [['run', '--lang', 'fr'], 'Allowed choices are nl, en'],
    [['run', '--profil', 'x'], 'Did you mean --profile'],
    [['compare', 'a', 'b', '--strict'], "unknown option '--strict'"],
    [['compare', 'a', 'b', '--require-complete'], "unknown option '--require-complete'"],
    [['rum'], 'Did you mean run'],
    [['run', '--contract', '/no/such/folder'], '/no/such/folder'],
    [['mock', '--port', '70000'], 'whole number from 0 to 65535'],
    [['generate'], "required option '-o, --out <folder>'"],
  ])('for %j', async (args, said) => {
    const { code, stderr } = await usage(...args);

    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(said) as string });
  });

  test.each([
    [['run', '--seed', '-1'], 'whole number'],
    [['run', '--contract', '/no/such/folder'], '/no/such/folder'],
    [['generate'], "required option '-o, --out <folder>'"],
  ])('for %j', async (args, said) => {
    const { code, stderr } = await usage(...args);

    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(said) as string });
  });

  test('for an output folder that holds something, and nothing in it is lost', async () => {
    const out = temporaryFolder();
    writeFileSync(join(out, 'mine.txt'), 'mine');

    const { code, stderr } = await usage('run', '--out', out);

    expect(code).toBe(2);
    expect(stderr).toContain('is not empty');
    expect(readFileSync(join(out, 'mine.txt'), 'utf8')).toBe('mine');
  });

  test('for an output folder that is a file', async () => {
    const folder = temporaryFolder();
    mkdirSync(folder, { recursive: true });
    const file = join(folder, 'file');
    writeFileSync(file, '');

    expect(await usage('run', '--out', file)).toMatchObject({ code: 2 });
  });
});

describe('help', () => {
  test.each([
    [[]],
    [['run']],
    [['doctor']],
    [['mock']],
    [['attest']],
    [['generate']],
    [['coverage']],
    [['contract', 'lint']],
    [['requirements']],
    [['profiles']],
  ])('is there for %j', async (command: string[]) => {
    const { code, stdout } = await usage(...command, '--help');

    expect(code).toBe(0);
    expect(stdout).toContain(`Usage: ${['3pas', ...command].join(' ')}`);
  });
});

describe('an end that is not ours', () => {
  test('is no verdict: rules.mjs that ends the process', async () => {
    const contract = join(temporaryFolder(), 'contract');
    cpSync(resolve(import.meta.dirname, '../../contract/2020-01'), contract, { recursive: true });
    writeFileSync(join(contract, 'rules.mjs'), 'process.exit(0);\nexport default () => ({});\n');
    const error =
      'the process was ended before its time (exit code 0); see whether rules.mjs calls process.exit, or never ends';
    const args = ['run', '--contract', contract, '--trust-rules', '--out', join(temporaryFolder(), 'out'), '--json'];

    expect(trimmed(await threePas(args))).toEqual({
      code: 3,
      stdout: `${JSON.stringify({ outcome: 'error', error })}\n`,
      stderr: `3pas: ${error}`,
    });
  });
});
