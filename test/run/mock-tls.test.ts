import { execFile, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ConnectionOptions } from 'node:tls';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { say } from '../samples/sender.ts';
import { inProcess } from './in-process.ts';
import { temporaryFolder, threePas } from './three-pas.ts';

interface Told {
  readonly url: string;
  readonly wsdl: string;
  readonly certificates: string;
}

/** Starts `3pas mock`, uses it, and ends it as Ctrl-C does. */
const withMock = async (args: readonly string[], use: (said: string) => Promise<void>): Promise<void> => {
  let child: ChildProcess | undefined;
  const said = new Promise<string>((resolve) => {
    void threePas(
      ['mock', '--port', '0', ...args],
      {},
      {
        onStart: (one) => {
          child = one;
          let text = '';
          one.stdout?.on('data', (chunk: Buffer) => {
            text += chunk.toString();
            if (/\}\n$|Ctrl-C\.\n$/.test(text)) resolve(text);
          });
          one.once('close', () => {
            resolve(text);
          });
        },
      },
    );
  });
  try {
    await use(await said);
  } finally {
    child?.kill('SIGINT');
  }
};

const told = (said: string): Told => JSON.parse(said) as Told;

test('3pas mock lets the right username in with the password that it tells, and with no other', async () => {
  await withMock(['--json'], async (said) => {
    const { url, username, password } = JSON.parse(said) as Record<'url' | 'username' | 'password', string>;
    const statusWith = async (one: string): Promise<number> => {
      const authorization = `Basic ${Buffer.from(`${username}:${one}`).toString('base64')}`;
      const headers = { authorization, 'content-type': 'text/xml; charset=utf-8', soapaction: '"x"' };
      return (await fetch(url, { method: 'POST', headers, body: '<x/>' })).status;
    };

    expect([await statusWith(''), await statusWith(`${password}x`)]).toEqual([401, 401]);
    expect(await statusWith(password)).toBe(500);
  });
});

describe('3pas mock --tls', () => {
  test('writes what lets a client in, as PEM and PKCS #12, for its owner only', async () => {
    const folder = join(temporaryFolder(), 'certificates');

    await withMock(['--tls', '--certificates', folder, '--json'], async (said) => {
      const { url, certificates } = told(said);
      const file = (name: string): string => readFileSync(join(certificates, name), 'utf8');
      expect(said).not.toContain(file('password.txt').trim());
      expect(statSync(folder).mode & 0o777).toBe(0o700);
      expect(new Set(readdirSync(folder).map((name) => statSync(join(folder, name)).mode & 0o777))).toEqual(
        new Set([0o600]),
      );

      const ca = file('server-root.pem');
      const passphrase = file('password.txt').trim();
      for (const name of ['koop', 'g1', 'g4']) {
        const ways: readonly ConnectionOptions[] = [
          { cert: file(`${name}.pem`), key: file(`${name}.key.pem`) },
          { pfx: readFileSync(join(folder, `${name}.p12`)), passphrase },
        ];
        for (const way of ways) expect((await say({ url: `${url}?wsdl`, tls: { ca, ...way } })).status).toBe(200);
      }
      expect((await say({ url: `${url}?wsdl`, tls: { ca } })).status).toBe(403);
    });
  });

  test('takes one hierarchy only when that is asked for, and tells the password', async () => {
    const folder = join(temporaryFolder(), 'certificates');
    mkdirSync(folder);

    await withMock(['--tls', 'g4', '--certificates', folder, '--lang', 'nl'], (said) => {
      expect(readdirSync(folder).sort()).toEqual(['g4.key.pem', 'g4.p12', 'g4.pem', 'password.txt', 'server-root.pem']);
      expect(said).toMatch(/^Endpoint: https:\/\/127\.0\.0\.1:\d+\//);
      expect(said).toContain(
        `Wachtwoord van de .p12-bestanden: ${readFileSync(join(folder, 'password.txt'), 'utf8').trim()}`,
      );
      expect(said).not.toContain('Gebruikersnaam');
      return Promise.resolve();
    });
  });

  test.skipIf(spawnSync('curl', ['--version']).status !== 0)('lets curl in with the files as they are', async () => {
    const folder = join(temporaryFolder(), 'certificates');

    await withMock(['--tls', 'g1', '--certificates', folder, '--json'], async (said) => {
      const own = ['--cert', join(folder, 'g1.pem'), '--key', join(folder, 'g1.key.pem')];
      const args = ['--silent', '--show-error', '--cacert', join(folder, 'server-root.pem'), ...own];
      const { stdout } = await promisify(execFile)('curl', [...args, told(said).wsdl]);

      expect(stdout).toContain(`location="${told(said).url}"`);
    });
  });
});

describe('wrong usage of --tls ends with exit code 2', () => {
  const filled = temporaryFolder();
  const file = join(filled, 'iets.txt');
  writeFileSync(file, 'iets');

  test.each<[string, readonly string[], string]>([
    ['without a folder', ['--tls'], '--tls needs --certificates <folder>'],
    ['a folder without it', ['--certificates', 'x'], '--certificates goes with --tls'],
    ['a folder that holds something', ['--tls', '--certificates', filled], 'the folder is not empty'],
    ['a file for a folder', ['--tls', '--certificates', file], "it can't be written"],
    ['a folder that nobody can make', ['--tls', '--certificates', '/proc/3pas'], "it can't be written"],
    ['a hierarchy that does not exist', ['--tls', 'g2', '--certificates', 'x'], 'koop, g1, g4'],
    ['a username', ['--tls', '--certificates', 'x', '--username', 'x'], "cannot be used with option '--tls"],
  ])('%s', async (_, args, reason) => {
    const { code, stderr } = await inProcess(['mock', '--port', '0', ...args]);

    expect([code, stderr.trim().split('\n').length]).toEqual([2, 1]);
    expect(stderr).toContain(reason);
  });
});
