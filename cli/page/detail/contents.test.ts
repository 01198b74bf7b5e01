import { expect, test } from 'vitest';
import { zip } from '#generators/payload/zip';
import { contentsIn } from './contents.ts';

const message = (...files: readonly (readonly [name: string, text: string])[]): string =>
  `<a>${Buffer.from(
    zip(
      files.map(([name, text]) => ({ name, bytes: Buffer.from(text) })),
      'stored',
    ),
  ).toString('base64')}</a>`;

test('an element with text of its own is a line, and what stands in it stays in that line', () => {
  const text =
    '<a><k>Titel</k><p>Een <b>vet</b>\n   woord &amp; een <i/>leeg.</p><rij><cel>1</cel><cel>2</cel></rij></a>';

  expect(contentsIn(message(['inhoud.xml', text]))).toEqual([
    { name: 'inhoud.xml', bytes: text.length, text: 'Titel\nEen vet woord & een leeg.\n1\n2' },
  ]);
});

test('what is not well-formed is read as far as it goes, and what is no XML is named alone', () => {
  expect(contentsIn(message(['a.xml', '<a>een &amp; <b>twee'], ['b.pdf', '%PDF-1.7']))).toEqual([
    { name: 'a.xml', bytes: 20, text: 'een & twee' },
    { name: 'b.pdf', bytes: 8, text: undefined },
  ]);
});

test('a message without a zip has no content', () => {
  expect(contentsIn('<a>UEsDgeen zip is dit, hoe lang het ook duurt</a><b>tekst</b>')).toEqual([]);
});
