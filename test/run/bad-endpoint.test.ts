import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { badEndpoint, behaviours } from './bad-endpoints.ts';
import { runHere } from './run-here.ts';
import { checksIn, credentials, profileFor, temporaryFolder } from './three-pas.ts';

/** Runs two topics against an address and returns what the run came to. */
const against = async (url: string, { reporter = 'table,junit', timeoutMs = 10_000 } = {}) => {
  const folder = temporaryFolder();
  const out = join(folder, 'out');
  const choice = [
    '--topic',
    'connection,delivery',
    '--document-type',
    'Melding',
    '--runs',
    '1',
    '--reporter',
    reporter,
  ];
  const args = ['--profile', politeProfile(folder, url, timeoutMs), ...choice, '--out', out];
  const { code, stdout } = await runHere(args, credentials);
  const verdicts = new Set(checksIn(out).map(({ verdict }) => verdict));
  const reasons = new Set(checksIn(out).map(({ reason, deviation }) => reason?.en ?? deviation?.actual.en ?? ''));
  return {
    code,
    stdout,
    verdicts,
    reasons: [...reasons].join('\n'),
    report: existsSync(join(out, reporter === 'allure' ? 'allure-report/index.html' : 'junit.xml')),
  };
};

/** Outside this machine limits have a ceiling, and a permission has an end. */
const politeProfile = (folder: string, url: string, timeoutMs: number): string => {
  const file = profileFor(folder, url, timeoutMs);
  if (url.includes('127.0.0.1')) return file;
  writeFileSync(
    file,
    readFileSync(file, 'utf8')
      .replace(/limits: .*/, `limits: { timeoutMs: ${String(timeoutMs)} }`)
      .replace(/toestemming:[^]*/, ''),
  );
  return file;
};

const whileUp = async (behave: (typeof behaviours)[keyof typeof behaviours], timeoutMs?: number) => {
  const endpoint = await badEndpoint(behave);
  try {
    return await against(endpoint.url, { timeoutMs });
  } finally {
    await endpoint.close();
  }
};

describe('an endpoint that is none gets no verdict but a cause, and a report all the same', () => {
  test('nothing listens', async () => {
    const { code, reasons, report } = await against('http://127.0.0.1:9/', { reporter: 'allure' });

    expect({ code, report }).toEqual({ code: 3, report: true });
    expect(reasons).toContain('the connection was refused');
  });

  test('the host does not exist', async () => {
    const { code, reasons, report } = await against('https://eto.invalid/');

    expect({ code, report }).toEqual({ code: 3, report: true });
    expect(reasons).toContain('DNS');
  });

  test('plain HTTP where TLS is asked', async () => {
    const endpoint = await badEndpoint(behaviours.html);
    const { code, reasons, report } = await against(endpoint.url.replace('http:', 'https:'));
    await endpoint.close();

    expect({ code, report }).toEqual({ code: 3, report: true });
    expect(reasons).toContain('TLS');
  });

  test('it never answers', async () => {
    const { code, reasons, report } = await whileUp(behaviours.silence, 500);

    expect({ code, report }).toEqual({ code: 3, report: true });
    expect(reasons).toContain('no answer came in time');
  });

  test('it resets', async () => {
    const { code, reasons, report } = await whileUp(behaviours.reset);

    expect({ code, report }).toEqual({ code: 3, report: true });
    expect(reasons).toContain('the connection was reset');
  });

  test('it sends half an answer', async () => {
    const { code, reasons, report } = await whileUp(behaviours.half);

    expect({ code, report }).toEqual({ code: 3, report: true });
    expect(reasons).toContain('the answer broke off half-way');
  });

  test('it sends ten megabytes', async () => {
    const { code, reasons, report } = await whileUp(behaviours.flood);

    expect({ code, report }).toEqual({ code: 3, report: true });
    expect(reasons).toContain('the answer is too large');
  });

  test('it answers with entities that expand without end', async () => {
    const { code, verdicts, report } = await whileUp(behaviours.entities);

    expect({ code, report, broken: verdicts.has('broken') }).toEqual({ code: 3, report: true, broken: false });
  });

  test('it refuses the credentials, which are not offered for ever', async () => {
    const { code, reasons, report } = await whileUp(behaviours.locked);

    expect({ code, report }).toEqual({ code: 3, report: true });
    expect(reasons).toContain('more tries may lock the account');
  });

  test('it answers a page of HTML', async () => {
    const { code, reasons, report } = await whileUp(behaviours.html);

    expect({ code, report }).toEqual({ code: 3, report: true });
    expect(reasons).toContain('HTTP 200, XML without a SOAP body: <html>');
  });
});
