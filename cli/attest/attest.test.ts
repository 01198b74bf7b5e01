import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import { aRun } from '../../test/samples/run.ts';
import { attestationOf, runIn } from './attest.ts';
import { publicationId } from './attestation.ts';
import { addAttestation, attestationFile, readAttestations } from './attestation-file.ts';
import { listText } from './attestation-text.ts';

const now = new Date('2026-11-25T12:00:00Z');
const good = { publication: 'gmb-2026-12345', seenBy: 'J. de Vries', seenAt: '2026-11-24T09:00:00+01:00' };
const made = attestationOf(good, undefined, now);

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'verklaring-'));

describe('an attestation', () => {
  test('tells what was seen, by whom and when, and when that was recorded', () => {
    expect(made).toMatchObject({
      type: 'attestation',
      version: 1,
      at: '2026-11-25T12:00:00.000Z',
      publication: 'gmb-2026-12345',
      seenBy: 'J. de Vries',
      seenAt: '2026-11-24T08:00:00.000Z',
    });
    expect(Object.keys(made)).not.toContain('note');
  });

  test('tells the rest where it is given, and the run that it goes with', () => {
    const more = { documentType: 'Melding', reference: ' Z-1 ', note: 'kaart klopt' };

    expect(attestationOf({ ...good, ...more }, aRun([]).started, now)).toMatchObject({
      documentType: 'Melding',
      reference: 'Z-1',
      note: 'kaart klopt',
      run: 'rtest',
      profile: 'mock-poc',
    });
  });

  test.each(['gmb-2026-1', 'prb-2014-6', 'wsb-2026-12', 'bgr-2026-9', 'stcrt-2022-23242'])(
    'may be of %s',
    (publication) => {
      expect(attestationOf({ ...good, publication }, undefined, now).publication).toBe(publication);
    },
  );

  test.each([
    ['GMB-2026-12345', 'is not the identifier of a publication'],
    ['gmb-26-12345', 'is not the identifier of a publication'],
    ['gmb-2026-', 'is not the identifier of a publication'],
    ['gmb-2026-1 or so', 'is not the identifier of a publication'],
    ['https://zoek.officielebekendmakingen.nl/gmb-2026-1.html', 'is not the identifier of a publication'],
    ['trb-2026-1', 'is not the identifier of a publication'],
    ['gmb-2027-1', 'is of a year after --seen-at'],
    [' ', '--publication is empty'],
    [undefined, '--publication is missing'],
  ])('is not of %j', (publication, said) => {
    expect(() => attestationOf({ ...good, publication }, undefined, now)).toThrow(said);
  });

  test('may be of the new year before it is that in UTC', () => {
    const at = { publication: 'gmb-2027-1', seenAt: '2027-01-01T00:30:00+01:00' };

    expect(attestationOf({ ...good, ...at }, undefined, new Date('2027-01-02')).publication).toBe('gmb-2027-1');
  });

  test.each([
    ['gisteren', 'is not a moment'],
    ['2026-02-30', 'is not a moment'],
    ['2026-11-24T25:00:00Z', 'is not a moment'],
    ['2026-11-2400:00', 'is not a moment'],
    ['2026-11-25T12:00:01Z', 'is still to come'],
    ['2026-11-26', 'is still to come'],
    ['', '--seen-at is empty'],
    [undefined, '--seen-at is missing'],
  ])('was not seen at %j', (seenAt, said) => {
    expect(() => attestationOf({ ...good, seenAt }, undefined, now)).toThrow(said);
  });

  test.each([
    [{ seenBy: '\t ' }, '--seen-by is empty'],
    [{ seenBy: undefined }, '--seen-by is missing'],
    [{ documentType: 'Meldng' }, '"Meldng" is unknown, did you mean "Melding"?'],
  ])('is refused with %j', (change, said) => {
    expect(() => attestationOf({ ...good, ...change }, undefined, now)).toThrow(said);
  });

  test('has the identifiers that the contract knows', () => {
    const { files } = readContract(resolve(import.meta.dirname, '../../contract/2020-01'));
    const schema = Buffer.from(files.get('dossier.xsd') ?? []).toString();

    expect(schema).toContain(
      `<xs:pattern value="${publicationId.source.replace(/^\^|\$$|\?:/g, '').replaceAll('\\d', '[0-9]')}">`,
    );
  });
});

describe('the attestations of a folder', () => {
  test('are appended, and those that are there stay as they are', () => {
    const folder = join(newFolder(), 'nieuw');
    addAttestation(folder, made);
    const before = readFileSync(attestationFile(folder), 'utf8');
    addAttestation(folder, { ...made, publication: 'gmb-2026-2' });

    expect(readFileSync(attestationFile(folder), 'utf8').startsWith(before)).toBe(true);
    expect(readAttestations(folder).map(({ publication }) => publication)).toEqual(['gmb-2026-12345', 'gmb-2026-2']);
  });

  test('stay lines of their own behind one that has lost its end', () => {
    const folder = newFolder();
    writeFileSync(attestationFile(folder), JSON.stringify(made));
    addAttestation(folder, made);

    expect(readAttestations(folder)).toEqual([made, made]);
  });

  test.each([
    ['{"type":"attestation"', 'it is no JSON'],
    ['{"type":"attestation","version":2}', 'it is of another version'],
    [JSON.stringify({ ...made, seenBy: '' }), 'seenBy is empty'],
    [JSON.stringify({ ...made, extra: 1 }), 'extra does not belong'],
  ])('are left alone where a line is none: %s', (line, said) => {
    const folder = newFolder();
    writeFileSync(attestationFile(folder), `${line}\n`);

    expect(() => readAttestations(folder)).toThrow(`:1 is no attestation of this version (${said}`);
    expect(() => {
      addAttestation(folder, made);
    }).toThrow('is no attestation');
    expect(readFileSync(attestationFile(folder), 'utf8')).toBe(`${line}\n`);
  });

  test('can not be where a file is', () => {
    const file = join(newFolder(), 'bestand');
    writeFileSync(file, '');

    expect(() => {
      addAttestation(file, made);
    }).toThrow("can't be written");
  });

  test('are told one a line, without what would steer a terminal', () => {
    const all = [made, { ...made, documentType: 'Melding', reference: 'Z-1', note: 'goed\u001b[2J\nniet' }];

    expect(listText(all, 'f', 'nl')).toBe(
      'gmb-2026-12345, gezien door J. de Vries op 2026-11-24T08:00:00.000Z\n' +
        'gmb-2026-12345, gezien door J. de Vries op 2026-11-24T08:00:00.000Z; Melding; referentienummer Z-1; goed\\u001b[2J\\nniet\n',
    );
    expect(listText([], 'f', 'en')).toBe('There are no attestations yet: f is not there.\n');
  });
});

describe('the run that an attestation goes with', () => {
  const runFolder = (phase: number): string => {
    const folder = newFolder();
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'journal.ndjson'), `${JSON.stringify({ ...aRun([]).started, phase })}\n`);
    return folder;
  };

  test('is one of phase 4', () => {
    expect(runIn(runFolder(4)).runId).toBe('rtest');
    expect(() => runIn(runFolder(3))).toThrow('is a run of phase 3, and an attestation proves phase 4');
  });

  test('has a journal that can be read', () => {
    const folder = newFolder();
    expect(() => runIn(folder)).toThrow('is not the folder of a run');

    writeFileSync(join(folder, 'journal.ndjson'), '{"type":"run-started","version":99}\n');
    expect(() => runIn(folder)).toThrow("can't be read (the journal has version 99");
  });
});
