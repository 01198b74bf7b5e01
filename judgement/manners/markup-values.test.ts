import { expect, test } from 'vitest';
import { markupValues } from './markup-values.ts';

const valuesIn = (text: string): readonly string[] =>
  markupValues(text).map(({ elements, attribute, value }) => `${[...elements, attribute ?? ''].join('/')}=${value}`);

test('values are those of elements and attributes, whatever is well-formed', () => {
  expect(valuesIn('<a b="1" c = \'<2>\'>x<d/>y</a>')).toEqual(['a/b=1', 'a/c=<2>', 'a/d/=', 'a/=xy']);
  expect(valuesIn('<!DOCTYPE a [<!ENTITY e "x">]><a><!-- <b>1</b> --><![CDATA[<c>]]></a>')).toEqual(['a/=<c>']);
  expect(valuesIn('<a><b x=1 "<c>2</c></b>')).toEqual(expect.arrayContaining(['a/c/=2']));
});

test('an element has its own text apart from that inside it', () => {
  expect(markupValues('<a>1<b>2</b>3</a>').map(({ value, own }) => [value, own])).toEqual([
    ['2', '2'],
    ['123', '13'],
  ]);
});

test.each(['<', '</', '<a ', '<a "', '<!DOCTYPE', '<!DOCTYPE[', '<!DOCTYPE[]', '<![CDATA[', '<a "\''])(
  'many of %s take no longer each than one',
  (piece) => {
    expect(markupValues(piece.repeat(20_000)).length).toBeLessThan(20_001);
    expect(valuesIn(`<b ${'a'.repeat(300_000)}>`)).toEqual(['b/=']);
  },
);
