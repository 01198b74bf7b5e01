import { expect, test } from 'vitest';
import { drawDossiers } from './draw-sample.ts';

const accepted = ['1', '2', '3', '4', '5'].map((number) => ({
  ...{ number, host: 'eto', marks: ['', `Z-${number}`], certificate: undefined, server: undefined },
  documentType: number === '5' ? 'Melding' : 'BeschikkingAanvraag',
}));
const documentTypes = ['BeschikkingAanvraag', 'Melding', 'GAOverigeAankondigingen'];
const drawn = (count: number, pick: (below: number) => number) =>
  drawDossiers({ accepted, documentTypes, count, pick }).map(({ number }) => number);

test('a sample holds one dossier of each document type that has any, however few are asked for', () => {
  expect(drawn(1, () => 0)).toEqual(['1', '5']);
  expect(drawn(1, (below) => below - 1)).toEqual(['4', '5']);
});

test('others follow up to the count, none of them twice', () => {
  expect(drawn(4, () => 0)).toEqual(['1', '5', '2', '3']);
  expect(drawn(40, () => 0)).toEqual(['1', '5', '2', '3', '4']);
});

test('what nobody declared is not drawn', () => {
  expect(drawDossiers({ accepted, documentTypes: ['Melding'], count: 9, pick: () => 0 })).toEqual([
    { number: '5', documentType: 'Melding', marks: ['Z-5'] },
  ]);
});
