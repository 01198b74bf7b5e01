import { X509Certificate } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { momentOf } from '#cli/run/clock';
import { readContract } from '#contract/reader';
import { readPolicy } from '#gate/policy/read-policy';
import { demandingContract, gateContract } from '#gate/evidence/gate-contract';
import type { Decision } from '#gate/decision/decision';
import { digestsOf } from '#gate/page/differing-files';
import { judgePackage } from '#gate/page/judge-package';
import { type SignerFiles, makeSigner } from '../bundle/signers.ts';
import { inProcess } from './in-process.ts';
import { receiver } from './receiver.ts';
import { runHere } from './run-here.ts';
import { exchangesIn, temporaryFolder } from './three-pas.ts';

const folder = temporaryFolder();
const now = momentOf(undefined).clock;
const at = (...names: readonly string[]): string => join(folder, ...names);
const contract = readContract('contract/2020-01');
const right = readFileSync('contract/2020-01/examples/Melding.xml', 'utf8');
let signer: SignerFiles;
let rows: readonly string[];

/** Delivers as a system does that has the certificate of such an issuer. */
const deliver = async (url: string, certificates: string, issuer: string): Promise<number | undefined> => {
  const file = (name: string): Buffer => readFileSync(join(certificates, name));
  const [ca, cert, key] = ['server-root.pem', `${issuer}.pem`, `${issuer}.key.pem`].map(file);
  const headers = { 'content-type': 'text/xml; charset=utf-8', soapaction: `"${contract.service.deliver.action}"` };
  const { promise, resolve, reject } = Promise.withResolvers<number | undefined>();
  const sent = request(url, { method: 'POST', headers, ca, cert, key, agent: false }, (answer) => {
    answer.resume();
    answer.once('end', () => {
      resolve(answer.statusCode);
    });
  });
  sent.once('error', reject);
  sent.end(right);
  return promise;
};

/** A recording of a system whose messages go on over TLS to the embedded endpoint of a phase, as a package. */
const sealedOf = async (phase: number, profile: string, issuer: string): Promise<void> => {
  const out = at(`fase${String(phase)}`);
  const open = await receiver([
    '--out',
    out,
    '--profile',
    profile,
    '--forward',
    profile,
    '--vendor',
    at('vendor.yaml'),
  ]);
  const status = await deliver(open.url, join(out, 'certificates'), issuer);
  await open.kill('SIGTERM');
  expect(status).toBe(200);
  await sealed(out);
};

const sealed = async (out: string): Promise<void> => {
  const files = ['--key', signer.key, '--cert', signer.certificate, '--vendor', at('vendor.yaml')];
  const { code, stderr } = await inProcess(['seal', out, ...files, '--out', `${out}.zip`]);
  expect([code, stderr]).toEqual([0, '']);
};

const hostOf = (phase: number): string => new URL(exchangesIn(at(`fase${String(phase)}`))[0]?.url ?? '').host;

const gate = async (phase: number, ...more: readonly string[]) => {
  const policy = more.includes('--policy') ? [] : ['--policy', at('beleid.csv')];
  const args = ['gate', at(`fase${String(phase)}.zip`), '--phase', String(phase), ...policy];
  return inProcess([...args, '--earlier', at('akkoorden'), ...more]);
};

const decided = async (phase: number, ...more: readonly string[]): Promise<Decision> =>
  JSON.parse((await gate(phase, '--json', ...more)).stdout) as Decision;

/** Whoever looked all dossiers of a sample up and found them right. */
const observed = async (phase: number): Promise<string> => {
  const [page, file] = [at(`steekproef${String(phase)}.html`), at(`waarnemingen${String(phase)}.json`)];
  await gate(phase, '--sample', '1', '--out', page);
  const [, record = ''] = /data-record="([^"]*)"/.exec(readFileSync(page, 'utf8')) ?? [];
  const { sample, ...rest } = JSON.parse(record.replaceAll('&quot;', '"')) as {
    sample: { dossiers: { number: string }[] };
  };
  const observations = sample.dossiers.map(({ number }) => ({ number, found: 'klopt', remark: '' }));
  writeFileSync(file, JSON.stringify({ ...rest, sample, by: 'A', date: now.slice(0, 10), observations }));
  return file;
};

const textsOf = ({ reasons }: Decision): readonly string[] =>
  reasons.flatMap(({ kind, text }) => (kind === 'missing' || kind === 'refused' ? [text.en] : []));

beforeAll(async () => {
  signer = await makeSigner(folder);
  writeFileSync(at('vendor.yaml'), 'vendor: Zaaksoft\nproduct: Zaak\nversion: "1"\ndocumentTypes: { Melding: }\n');
  mkdirSync(at('akkoorden'));
  await sealedOf(2, 'mock-tst-koop', 'koop');
  await sealedOf(3, 'mock-tst-pkio', 'g1');
  const { fingerprint256 } = new X509Certificate(readFileSync(signer.certificate));
  const { stdout: template } = await inProcess(['gate', '--policy-template']);
  rows = [
    template.trimEnd(),
    `contract;2020-01;${contract.digest}`,
    `endpoint;fase 2;${hostOf(2)};;;${exchangesIn(at('fase2'))[0]?.tls?.server ?? ''}`,
    `endpoint;fase 3;${hostOf(3)}`,
    'aanleveringen;;;1;Melding',
    `leverancier;Zaaksoft;${fingerprint256}`,
  ];
  writeFileSync(at('beleid.csv'), rows.join('\r\n'));
});

describe('3pas gate on what went over TLS', () => {
  test('passes phase 2 by what was seen, compares the certificate of the server, and says whose it was', async () => {
    const first = await decided(2);
    const decision = await decided(2, '--observations', await observed(2), '--out', at('akkoorden', '2.json'));

    expect(textsOf(first)).toEqual([expect.stringMatching(/^there are no observations yet/)]);
    expect([decision.outcome, textsOf(decision)]).toEqual(['voldoet', []]);
    expect(decision.certificates).toHaveLength(2);
    writeFileSync(at('ander.csv'), rows.join('\r\n').replace(/;;;[0-9a-f]{64}/, `;;;${'0'.repeat(64)}`));
    expect(textsOf(await decided(2, '--policy', at('ander.csv')))).toContainEqual(
      expect.stringMatching(/^for 1 accepted deliveries .* did not show the certificate that the policy names/),
    );
  });

  test('asks in phase 3 for the phases before, and for the certificate of the organisation', async () => {
    const first = await decided(3);
    writeFileSync(
      at('akkoorden', '1.json'),
      readFileSync(at('akkoorden', '2.json'), 'utf8').replace('"phase":2', '"phase":1'),
    );
    const [one] = first.certificates;
    const observations = ['--observations', await observed(3)];
    const withOin = (oin: string): string => {
      const file = at(`${oin}.csv`);
      writeFileSync(file, rows.with(-1, `${rows.at(-1) ?? ''};;;OIN ${oin}`).join('\r\n'));
      return file;
    };
    const own = await decided(
      3,
      ...observations,
      '--policy',
      withOin(one?.oin ?? ''),
      '--out',
      at('akkoorden', '3.json'),
    );
    const other = await decided(3, ...observations, '--policy', withOin('00000001999999999000'));

    expect(textsOf(first)).toContain('there is no decision on phase 1 for this vendor (--earlier)');
    expect(one?.oin).toMatch(/^\d{20}$/);
    expect([own.outcome, textsOf(own)]).toEqual(['voldoet', []]);
    expect(own.reasons.map(({ text }) => text.en)).toContainEqual(
      expect.stringMatching(/^the client certificate is another than in an earlier phase/),
    );
    expect(textsOf(other)).toEqual([expect.stringMatching(/^0 of the 1 accepted deliveries that are needed/)]);
  });

  test('rests phase 4 on a publication that a person saw', async () => {
    const out = at('fase4');
    await runHere(['--profile', 'mock-productie', '--out', out, '--reporter', 'junit']);
    await sealed(out);
    const before = await decided(4);
    const hosts = exchangesIn(out).map(({ url }) => new URL(url).host);
    writeFileSync(at('fase4.csv'), [...rows, `endpoint;fase 4;${hosts[0] ?? ''}`].join('\r\n'));
    const seen = ['--publication', 'gmb-2026-12345', '--seen-by', 'A', '--seen-at', '2026-11-24T09:00:00+01:00'];
    await inProcess(['attest', '--run', out, ...seen, '--document-type', 'Melding']);
    const files = ['--key', signer.key, '--cert', signer.certificate, '--vendor', at('vendor.yaml')];
    await inProcess(['seal', out, ...files, '--out', at('fase4-gezien.zip')]);
    const { stdout, code } = await inProcess([
      ...['gate', at('fase4-gezien.zip'), '--phase', '4', '--policy', at('fase4.csv'), '--earlier', at('akkoorden')],
      '--json',
    ]);

    expect(textsOf(before)).toContainEqual(expect.stringMatching(/^no publication of this document type/));
    expect([code, textsOf(JSON.parse(stdout) as Decision)]).toEqual([0, []]);
  });
});

test('the page of the gate tells of certificates and connections as the command does', async () => {
  const own = {
    contract: gateContract(contract),
    demanding: demandingContract(contract),
    files: digestsOf(contract.ownFiles),
  };
  const { decision } = await judgePackage(
    {
      ...{ name: 'fase2.zip', bundle: Uint8Array.from(readFileSync(at('fase2.zip'))), phase: 2, now: Date.parse(now) },
      ...{ policy: Uint8Array.from(readFileSync(at('beleid.csv'))), observations: undefined },
      ...{ roots: undefined, code: undefined },
    },
    { suite: '0.1.0', ...own },
    'nl',
  );
  const command = await decided(2);

  expect(readPolicy('beleid.csv', readFileSync(at('beleid.csv'), 'utf8')).targets).toHaveLength(2);
  expect(decision.certificates).toEqual(command.certificates);
  expect(textsOf(decision)).toEqual(textsOf(command));
});
