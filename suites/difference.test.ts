import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import type { Answer } from '#judgement/answer';
import type { Sent } from '#judgement/case';
import { exchangeWith } from '../test/samples/sent.ts';
import { zip } from '#generators/payload/zip';
import { differenceOf } from './difference.ts';

const contract = readContract(resolve(import.meta.dirname, '../contract/2020-01'));
const accepted: Answer = { kind: 'accepted', http: 200, dossierNumber: '1', status: 'prepared' };
const refused: Answer = { kind: 'http-error', http: 500 };

const sent = (body: string | Uint8Array, answer: Answer, purpose: Sent['purpose'] = 'valid'): Sent => ({
  purpose,
  answer,
  exchange: exchangeWith({ request: { method: 'POST', url: '', headers: {}, body: Buffer.from(body) } }),
});

const notice = (title: string, alinea: string, number: number): Uint8Array => {
  const content = zip(
    [{ name: 'inhoud.xml', bytes: Buffer.from(`<kennisgeving><al>${alinea}</al></kennisgeving>`) }],
    'deflated',
  );
  const reference = `3PASTEST-r1-${String(number).padStart(12, '0')}`;
  return Buffer.from(
    `<a><ref>${reference}</ref><titel>${title}</titel><bestand>${Buffer.from(content).toString('base64')}</bestand></a>`,
  );
};

const changedIn = (patch: string | undefined): readonly string[] =>
  (patch ?? '').split('\n').filter((line) => /^[+-](?![+-]{2} )/.test(line));

test('a valid delivery that is refused differs from the nearest that was accepted, whatever its number', () => {
  const others = [sent(notice('Plan', 'anders', 1), accepted), sent(notice('Sudwald', 'tekst', 2), accepted)];

  expect(changedIn(differenceOf(contract, sent(notice('Súdwâld', 'tekst', 3), refused), others))).toEqual([
    '-<titel>Sudwald</titel>',
    '+<titel>Súdwâld</titel>',
  ]);
});

test('what differs in a zip is told as what stands in it', () => {
  const other = sent(notice('Plan', 'tekst', 1), accepted);

  expect(changedIn(differenceOf(contract, sent(notice('Plan', 'ij', 2), refused), [other]))).toEqual([
    '-<al>tekst</al>',
    '+<al>ij</al>',
  ]);
});

test('there is nothing to tell of what was accepted, is wrong on purpose, or has nothing beside it', () => {
  const other = sent('<a>1</a>', accepted);

  expect(differenceOf(contract, other, [other])).toBeUndefined();
  expect(differenceOf(contract, sent('<a>', refused, 'malformed'), [other])).toBeUndefined();
  expect(differenceOf(contract, sent('<a>2</a>', refused), [])).toBeUndefined();
});
