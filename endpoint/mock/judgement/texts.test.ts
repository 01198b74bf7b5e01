import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import { createExaminer } from '../examine.ts';

const contract = readContract(resolve(import.meta.dirname, '../../../contract/2020-01'));
const examiner = createExaminer(contract, 'wsse');
const right = readFileSync(resolve(contract.directory, 'examples/Melding.xml'), 'utf8');

/** What the mock tells of a message, in Dutch. */
const told = (message: string): readonly string[] => {
  const examined = examiner.examine(Buffer.from(message), { today: '2026-11-29', oin: undefined, mandates: undefined });
  if (examined.kind === 'malformed') return [examined.explanation.nl];
  return examined.kind === 'delivery' ? examined.judgement.complaints.map(({ text }) => text.nl) : [];
};

const published = (content: string): string => right.replace('<drp:InhoudZip>', `${content}<drp:InhoudZip>`);
const publication = '<drp:Publicatie><drp:Medium>Gemeenteblad</drp:Medium></drp:Publicatie>';

test.each([
  ['a name', right.replace('>Woerden<', '>Den Haag<'), 'Bedoelt u "\'s-Gravenhage"?'],
  ['a moment', right.replace('2024-02-12', '2024-02-12T00:00:00'), 'Schrijf 2024-02-12 (jjjj-mm-dd).'],
  ['two media', published(publication + publication), 'Stuur voor elk medium een eigen bericht.'],
  [
    'two media in one',
    published(publication.replace('blad<', 'blad, Staatscourant<')),
    'Stuur voor elk medium een eigen bericht.',
  ],
  ['a bare ampersand', right.replace('brandveilig', '&'), 'Een los &-teken. Schrijf &amp;.'],
])('says of %s what to do, in one language', (_, message, said) => {
  const texts = told(message);

  expect(texts.join('\n')).toContain(said);
  expect(texts.join('\n')).not.toMatch(/\b(?:element|the|value|is not|expected)\b.*\b(?:the|of|set|type)\b/i);
});
