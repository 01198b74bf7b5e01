import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import { zip } from '#generators/payload/zip';
import type { Examined } from './examined.ts';
import { guardedExamine } from './guarded-examine.ts';

const contract = readContract(resolve(import.meta.dirname, '../../../contract/2020-01'));
const example = readFileSync(join(contract.directory, 'examples/Melding.xml'), 'utf8');
const head = `POST /x HTTP/1.1\r\nauthorization: Basic ***\r\ncontent-type: text/xml; charset=utf-8\r\nSOAPAction: "${contract.service.deliver.action}"\r\n\r\n`;
const context = { today: '2026-11-30', oin: undefined, mandates: undefined };

/** What stands behind each number in the documents. */
const markedIn = ({ documents }: Examined): readonly string[] =>
  documents.flatMap(({ name, lines }) =>
    lines.flatMap((line) =>
      'left' in line
        ? []
        : line.pieces.flatMap((piece) =>
            'left' in piece ? [] : piece.begins.map((number) => `${String(number)} ${name}:${piece.text}`),
          ),
    ),
  );

describe('an examined request', () => {
  const { examine, close } = guardedExamine({ contract, phase: 1 }, 20_000);
  afterAll(close);
  const examined = async (message: string, before = head): Promise<Examined> => {
    const found = await examine({ head: before, body: Buffer.from(message), context });
    if (found === undefined) throw new Error('not examined');
    return found;
  };

  test('is whole and unmarked where nothing is wrong', async () => {
    const found = await examined(example);

    expect([found.findings, markedIn(found)]).toEqual([[], []]);
    expect(found.contents.map(({ name, text }) => [name, text?.split('\n')[0]])).toEqual([
      ['inhoud.xml', '[TEST 3PAS] Melding brandveilig gebruik, Blekerijlaan 14 te Woerden'],
    ]);
    expect(found.documents.map(({ name }) => name)).toEqual(['!HTTP', '']);
  });

  test('has each finding marked where the message has it, in its head too', async () => {
    const found = await examined(
      example.replace('>Woerden<', '>Woerdem<').replace('3447GR', 'XX'),
      head.replaceAll('"', ''),
    );

    expect(markedIn(found).map((one) => one.slice(one.indexOf(' ') + 1))).toEqual([
      expect.stringContaining('!HTTP:SOAPAction:'),
      ':Woerdem',
      ':XX',
    ]);
    expect(found.findings.map(({ number, line }) => [number, line])).toEqual([
      [1, 4],
      [2, 9],
      [3, 14],
    ]);
  });

  test('has the documents of its content in which something was found', async () => {
    const xml =
      '<aanlevering><zakelijke-mededeling><onbekend>&lt;b&gt;</onbekend></zakelijke-mededeling></aanlevering>';
    const packed = zip([{ name: 'inhoud.xml', bytes: Buffer.from(xml) }], 'stored');
    const found = await examined(example.replace(/(InhoudZip>)[^<]*/, `$1${Buffer.from(packed).toString('base64')}`));

    expect(found.documents.map(({ name }) => name)).toContain('inhoud.xml');
    expect(markedIn(found).some((one) => /^\d+ inhoud\.xml:/.test(one))).toBe(true);
  });

  test('is bounded for messages that are long, have no line ends or are not well-formed', async () => {
    const large = 'x'.repeat(1_000_000);
    for (const message of [large, `<a>${large}`, example.replace('>Woerden<', `>${large}<`), '\n'.repeat(1_000_000)]) {
      const found = await examined(message);
      expect(JSON.stringify(found.documents).length).toBeLessThan(200_000);
      expect(found.findings.length).toBeGreaterThan(0);
    }
  });
});
