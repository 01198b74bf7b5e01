import { X509Certificate } from 'node:crypto';
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import { openJournal } from '#evidence/journal';
import { momentOf } from '#cli/run/clock';
import { readSigner } from '#cli/seal/signer';
import type { Manifest } from '#bundle/manifest';
import { filesIn, withManifest } from '../bundle/sealed.ts';
import { type SignerFiles, makeSigner } from '../bundle/signers.ts';
import { inProcess } from './in-process.ts';
import { temporaryFolder } from './three-pas.ts';

const folder = temporaryFolder();
const at = (...names: readonly string[]): string => join(folder, ...names);
const contract = readContract('contract/2020-01');
const now = momentOf(undefined).clock;
const types = ['Melding', 'BeschikkingAanvraag'];
let signer: SignerFiles;

const entry = (name: string, number: number) => ({
  startedDateTime: new Date(Date.parse(now) - (10 - number) * 60_000).toISOString(),
  time: 20,
  request: {
    ...{ method: 'POST', url: 'https://eto.example.nl/drp' },
    headers: [
      { name: 'Content-Type', value: 'text/xml; charset=utf-8' },
      { name: 'SOAPAction', value: `"${contract.service.deliver.action}"` },
    ],
    postData: { mimeType: 'text/xml', text: readFileSync(`contract/2020-01/examples/${name}.xml`, 'utf8') },
  },
  response: {
    status: 200,
    headers: [{ name: 'Content-Type', value: 'text/xml; charset=utf-8' }],
    content: {
      text: `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><VoegDossierToeEnPubliceerResponse xmlns="${contract.service.deliver.response.namespace}"><Dossiernummer>1000${String(number)}</Dossiernummer><Status>klaargezet</Status></VoegDossierToeEnPubliceerResponse></s:Body></s:Envelope>`,
    },
  },
});

/** What a vendor of these types declared to a receiver. */
const declare = (recording: string): void => {
  const journal = openJournal(recording);
  const items = types.map((documentType) => ({
    documentType,
    kind: 'delivery' as const,
    name: undefined,
    isDone: true,
  }));
  journal.append({ type: 'shown', vendor: 'Zaaksoft', product: 'Zaak', productVersion: '1', items });
  journal.close();
};

const gate = (...args: readonly string[]) => inProcess(['gate', ...args, '--phase', '1', '--policy', at('beleid.csv')]);

beforeAll(async () => {
  writeFileSync(at('verkeer.har'), JSON.stringify({ log: { entries: types.map(entry) } }));
  await inProcess([
    'import',
    at('verkeer.har'),
    '--test-data',
    '--phase',
    '1',
    '--reporter',
    'junit',
    '--out',
    at('opname'),
  ]);
  declare(at('opname'));
  signer = await makeSigner(folder);
  const { certificate, key } = signer;
  await inProcess(['seal', at('opname'), '--key', key, '--cert', certificate, '--out', at('bundle.zip')]);
  const fingerprint = new X509Certificate(readFileSync(certificate)).fingerprint256;
  const { stdout: template } = await inProcess(['gate', '--policy-template']);
  const rows = [
    `contract;2020-01;${contract.digest}`,
    'endpoint;fase 1;eto.example.nl',
    `leverancier;Zaaksoft;${fingerprint}`,
    'beleid;roots;root.pem',
  ];
  expect(template).toMatch(/^\uFEFFsoort;/);
  writeFileSync(at('beleid.csv'), `${template}${rows.join('\r\n')}\r\n`);
});

describe('3pas gate', () => {
  test('asks for observations, draws a sample, and passes once it was seen', async () => {
    const first = await gate(at('bundle.zip'), '--json');
    const reasons = (JSON.parse(first.stdout) as { reasons: { kind: string; text: { en: string } }[] }).reasons;
    expect([first.code, reasons.filter(({ kind }) => kind !== 'warning').map(({ text }) => text.en)]).toEqual([
      3,
      ['there are no observations yet: draw a sample (3pas gate --sample) and look the dossiers up'],
    ]);

    const drawn = await gate(at('bundle.zip'), '--sample', '2', '--out', at('steekproef.html'), '--lang', 'nl');
    expect([drawn.code, drawn.stderr]).toEqual([0, '']);
    const [, record = ''] = /data-record="([^"]*)"/.exec(readFileSync(at('steekproef.html'), 'utf8')) ?? [];
    const { sample, ...rest } = JSON.parse(record.replaceAll('&quot;', '"')) as {
      sample: { dossiers: { number: string }[] };
    };
    const observations = sample.dossiers.map(({ number }) => ({ number, found: 'klopt', remark: '' }));
    const filled = { ...rest, sample, by: 'A. de Vries', date: now.slice(0, 10), observations };
    writeFileSync(at('waarnemingen.json'), JSON.stringify(filled));
    expect((await inProcess(['observe', at('waarnemingen.json')])).code).toBe(0);
    mkdirSync(at('gezien'));
    copyFileSync(at('waarnemingen.json'), at('gezien', 'zaaksoft.json'));

    const last = await gate(at('bundle.zip'), '--observations', at('waarnemingen.json'), '--lang', 'nl');
    expect([last.code, last.stderr]).toEqual([0, '']);
    expect(last.stdout.split('\n').slice(0, 3)).toEqual([
      'Beoordeeld: het systeem van Zaaksoft',
      'voorlopig: het koppelvlak is een reconstructie',
      'Uitkomst voor fase 1: voldoet',
    ]);
  });

  test('tells observations a line each, whatever an endpoint gave for a number', async () => {
    const number = '1\nZaaksoft: klopt\u202e';
    const sample = {
      ...{ type: 'sample', version: 1, at: now, evidence: 'e', vendor: 'Zaaksoft', phase: 1 },
      dossiers: [{ number, documentType: 'Melding', marks: [] }],
    };
    const seen = { type: 'observations', version: 1, sample, by: 'A', date: '2026-11-30', observations: [] };
    writeFileSync(at('nummers.json'), JSON.stringify(seen));
    const { code, stdout } = await inProcess(['observe', at('nummers.json')]);

    expect([code, stdout.split('\n')]).toEqual([
      3,
      [
        expect.stringMatching(/^Observations of Zaaksoft/),
        String.raw`1\nZaaksoft: klopt\u202e Melding: not looked at, or noted more than once`,
        '',
      ],
    ]);
  });

  test('takes a package for altered where its signer wrote another report than the one that follows', async () => {
    const files = (await filesIn(readFileSync(at('bundle.zip')))).map(({ name, bytes }) =>
      name === 'toetsverslag.html' ? { name, bytes: Buffer.from('<h1>Alles in orde</h1>') } : { name, bytes },
    );
    const signing = await readSigner({ key: signer.key, cert: signer.certificate }, new Date(now));
    writeFileSync(at('verzonnen.zip'), await withManifest(files, { signing }));
    const { code, stdout } = await gate(at('verzonnen.zip'), '--lang', 'nl');

    expect([code, stdout]).toEqual([1, expect.stringContaining('- toetsverslag.html is niet wat uit het journaal')]);
  });

  test('shows what differs where KOOP decides by another contract, as information', async () => {
    cpSync('contract/2020-01', at('koop'), { recursive: true });
    const schema = readFileSync(at('koop', 'dossier.xsd'), 'utf8');
    writeFileSync(at('koop', 'dossier.xsd'), schema.replace('maxLength value="255"', 'maxLength value="250"'));
    const { stdout } = await gate(at('bundle.zip'), '--contract', at('koop'), '--lang', 'nl');
    const other = 'het contract in het pakket is niet het contract waarmee het bewijs gemaakt is';
    const files = (await filesIn(readFileSync(at('bundle.zip')))).map(({ name, bytes }) =>
      name === 'contract.ndjson.gz'
        ? { name, bytes: gzipSync('{"name":"contract.yaml","base64":""}\n') }
        : { name, bytes },
    );
    const signing = await readSigner({ key: signer.key, cert: signer.certificate }, new Date(now));
    const change = (same: Manifest): Manifest => ({
      ...same,
      files: same.files.map((file) => (file.name === 'contract.ndjson.gz' ? { ...file, unpacked: 37 } : file)),
    });
    writeFileSync(at('ander.zip'), await withManifest(files, { signing, change }));
    const changed = await gate(at('ander.zip'), '--contract', at('koop'), '--lang', 'nl');

    expect(stdout).toMatch(/Ter informatie\n- het contract van de leverancier verschilt .*\n- ~ .*255 -> 250/);
    expect(stdout).not.toContain('Niet in orde');
    expect(changed.stdout).toContain(other);
  });

  test('decides on each package of a folder, whatever lies beside it', async () => {
    mkdirSync(at('veel', 'map.zip'), { recursive: true });
    symlinkSync(at('nergens'), at('veel', 'link.zip'));
    writeFileSync(at('veel', 'tekst.zip'), 'x');
    copyFileSync(at('bundle.zip'), at('veel', 'zaak.zip'));
    const { stdout, code } = await gate(at('veel'), '--lang', 'nl');

    expect([code, stdout.split('\n').map((line) => line.split(' | ').slice(0, 2))]).toEqual([
      1,
      [
        ...['link.zip', 'map.zip'].map((name) => [name, 'onbeslist']),
        ['tekst.zip', 'gewijzigd: dit is geen bewijs'],
        ['zaak.zip', 'Zaaksoft'],
        [''],
      ],
    ]);
    const seen = await gate(at('veel'), '--observations', at('gezien'), '--lang', 'nl');
    expect(seen.stdout).toMatch(/^zaak\.zip \| Zaaksoft \| Zaak 1 \| voldoet \|/m);
    expect((await gate(at('veel'), '--letter', 'nl')).code).toBe(2);
  });

  test('names a document type of the vendor that the contract lacks, and a report that it could not compare', async () => {
    const text = 'vendor: Zaaksoft\nproduct: Zaak\nversion: "1"\ndocumentTypes: { Melding: , Ander: }\n';
    const files = (await filesIn(readFileSync(at('bundle.zip')))).map(({ name, bytes }) =>
      name === 'vendor.yaml' ? { name, bytes: Buffer.from(text) } : { name, bytes },
    );
    const signing = await readSigner({ key: signer.key, cert: signer.certificate }, new Date(now));
    writeFileSync(at('ander-type.zip'), await withManifest(files, { signing }));
    const { code, stdout } = await gate(at('ander-type.zip'), '--contract', at('koop'), '--lang', 'nl');

    expect([code, stdout]).toEqual([3, expect.stringContaining('het leveranciersbestand noemt iets anders')]);
    expect(stdout).toMatch(/Ter informatie[^]*- niet nagegaan is of het toetsverslag/);
  });

  test('takes a signed package without a run in its journal for altered, as verify does, and names no folder of ours', async () => {
    const files = (await filesIn(readFileSync(at('bundle.zip')))).map(({ name, bytes }) =>
      name === 'journal.ndjson.gz' ? { name, bytes: gzipSync('') } : { name, bytes },
    );
    const signing = await readSigner({ key: signer.key, cert: signer.certificate }, new Date(now));
    const change = (same: Manifest): Manifest => ({
      ...same,
      files: same.files.map((file) => (file.name === 'journal.ndjson.gz' ? { ...file, unpacked: 0 } : file)),
    });
    writeFileSync(at('leeg.zip'), await withManifest(files, { signing, change }));
    const both = [
      await gate(at('leeg.zip'), '--lang', 'nl'),
      await inProcess(['verify', at('leeg.zip'), '--lang', 'nl']),
    ];

    for (const { code, stdout, stderr } of both)
      expect([code, stdout, stderr]).toEqual([
        1,
        expect.stringContaining('het pakket bevat geen journaal van een run of opname'),
        '',
      ]);
    expect(both[0]?.stdout).not.toContain('Beleid:');
  });

  test('refuses what is for a folder of packages where one is given', async () => {
    const { code, stderr } = await gate(at('bundle.zip'), '--csv', '--lang', 'nl');
    expect([code, stderr]).toEqual([2, expect.stringContaining('--csv is voor een map met pakketten')]);
  });

  test('passes no folder, no package without a policy, and none that was altered', async () => {
    const bytes = readFileSync(at('bundle.zip'));
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    writeFileSync(at('gewijzigd.zip'), bytes);

    const sampled = await gate(at('gewijzigd.zip'), '--sample', '1', '--out', at('niet.html'), '--lang', 'nl');
    expect([sampled.code, sampled.stdout, existsSync(at('niet.html'))]).toEqual([
      1,
      expect.stringMatching(/^Niets beoordeeld/),
      false,
    ]);
    const codes = [
      (await gate(at('opname'))).code,
      (await inProcess(['gate', at('bundle.zip'), '--phase', '1'])).code,
      (await gate(at('gewijzigd.zip'))).code,
      (await gate(at('nergens.zip'))).code,
    ];
    expect(codes).toEqual([3, 3, 1, 2]);
  });
});
