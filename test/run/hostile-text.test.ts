import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Defect } from '#endpoint/mock/parts';
import type { MockServer } from '#endpoint/mock/server';
import { mockFor } from '../defects/shared.ts';
import { answering, textOf } from '#defects/seams';
import { allureFiles } from './allure-tests.ts';
import { runHere } from './run-here.ts';
import { credentials, fileIn, profileFor, temporaryFolder } from './three-pas.ts';

const character = String.fromCodePoint;

/** What XML lets an answer hold, of what steers a terminal, a CI log or a spreadsheet. */
const inXml = [
  '\n::error file=x::gekaapt\n \t::set-output name=a::gekaapt\n##vso[task.complete result=Succeeded]gekaapt',
  '\r\n##[error]gekaapt\n##teamcity[buildProblem description=gekaapt]\nGESLAAGD: gekaapt',
  ...[0x85, 0x9b, 0x9d, 0x202e, 0x2028, 0x2029, 0x2066, 0x200f, 0xad, 0xfeff].map((code) => character(code)),
].join('');

const fault = `<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body><soap:Fault>
<faultcode>soap:Client</faultcode><faultstring>${inXml}</faultstring></soap:Fault></soap:Body></soap:Envelope>`;

/** Refuses what is right, and says hostile things in the Fault and a header. */
const hostile: Defect = answering((response) =>
  textOf(response).includes('Dossiernummer>')
    ? {
        status: 500,
        headers: { 'content-type': 'text/xml', 'x-naam': '\u009b2J ::error::x' },
        body: Buffer.from(fault),
      }
    : response,
);

/** Raw, none of them may reach a reader; a tab and the end of a line are ours. */
const steering = /(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;
const command = /^[^\S\n]*::|##\w*\[/m;
const forged = /^\s*GESLAAGD: gekaapt/m;

let mock: MockServer;
beforeAll(async () => {
  mock = await mockFor([hostile], { topics: [] });
});
afterAll(() => mock.close());

const runAgainst = async (...options: readonly string[]) => {
  const folder = temporaryFolder();
  const out = join(folder, 'out');
  const args = [
    '--profile',
    profileFor(folder, mock.url),
    '--topic',
    'connection',
    '--runs',
    '1',
    '--clock',
    '2026-11-23T10:00:00Z',
  ];
  const more = ['--skip-doctor', '--out', out, ...options];
  return { out, ...(await runHere([...args, ...more], credentials)) };
};

describe('what an endpoint says steers nothing', () => {
  test('on the terminal, in JUnit and in what Allure shows', async () => {
    const { out, code, stdout, stderr } = await runAgainst('--lang', 'nl');

    expect(code).toBe(1);
    for (const said of [stdout, stderr, fileIn(out, 'junit.xml'), fileIn(out, 'results.ndjson')]) {
      expect(said).not.toMatch(steering);
      expect(said).not.toMatch(command);
      expect(said).not.toMatch(forged);
    }
    expect(stdout).toContain(String.raw`\u202e`);
    expect(fileIn(out, 'junit.xml')).toContain(String.raw`gekaapt\n \t::set-output name=a::gekaapt\n`);
    const shown = Object.entries(allureFiles(out)).filter(([, text]) => text.includes('gekaapt'));
    expect(shown.length).toBeGreaterThan(1);
    expect(shown.filter(([, text]) => steering.test(text) || command.test(text)).map(([name]) => name)).toEqual([]);
  });

  test('in JSON, which says what it says all the same', async () => {
    const { code, stdout } = await runAgainst('--json', '--reporter', 'junit');

    expect(code).toBe(1);
    expect(stdout.trimEnd()).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|##\w*\[/u);
    expect(JSON.stringify(JSON.parse(stdout))).toContain('\u202e');
  });
});
