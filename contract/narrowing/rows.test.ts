import { describe, expect, test } from 'vitest';
import { gather } from '../folder/attempt.ts';
import { type DescriptionRow, readRows } from './rows.ts';

const head = 'pad;verplicht;herhaling;type;lengte;patroon;waarden;opmerking';
const read = (...rows: readonly string[]): readonly DescriptionRow[] => readRows('d.csv', [head, ...rows].join('\n'));
const told = (text: string): readonly string[] =>
  gather(() => readRows('d.csv', text)).errors.map(({ message }) => message);

test('all that is wrong with a row and with others is told at once', () => {
  expect(told([head, 'Soort;soms;veel;kleur;lang;[A-;zie bijlage 3', 'Titel;ja', 'a b;misschien'].join('\n'))).toEqual([
    'd.csv:2: "soms" does not say whether it is required; write ja, nee, nooit, or when it is: als Dossier/Soort = Besluit',
    'd.csv:2: "veel" is no repeat; write a number such as 5, or 1-5 or 0-n',
    'd.csv:2: "lang" is no length; write a number such as 5, or 1-5 or 0-n',
    'd.csv:2: "kleur" is no type; write tekst, getal, geheel getal, datum, datumtijd, ja/nee, or a type of XSD such as xs:gYear',
    'd.csv:2: "[A-" is no regular expression of XSD; mend it',
    'd.csv:2: "zie bijlage 3" is a list that stands elsewhere; write its values with | between them, or give the role of this place values: TABLE.csv in contract.yaml',
    'd.csv:4: "a b" is no path; write names with / between them, such as Dossier/Titel or Dossier/@soort',
    'd.csv:4: "misschien" does not say whether it is required; write ja, nee, nooit, or when it is: als Dossier/Soort = Besluit',
  ]);
});

describe('what people write is read', () => {
  test.each([
    ['200', undefined, 200],
    ['10-200', 10, 200],
    ['max 255', undefined, 255],
    ['Maximaal 255 tekens', undefined, 255],
    ['≤ 80', undefined, 80],
    ['1..80', 1, 80],
    ['1 t/m 80 karakters', 1, 80],
    ['min. 3', 3, Infinity],
  ])('length %s', (said, least, most) => {
    expect(read(`Titel;;;;${said}`)[0]?.length).toEqual({ least, most });
  });

  test.each([
    ['0..n', 0, Infinity],
    ['[0..1]', 0, 1],
    ['1:*', 1, Infinity],
    ['onbeperkt', undefined, Infinity],
  ])('repeat %s', (said, least, most) => {
    expect(read(`Titel;;${said}`)[0]?.repeat).toEqual({ least, most });
  });

  test('headings that ask and explain, prefixes, attributes, blanks, values twice', () => {
    const text =
      'Veldnaam; Verplicht? (j/n) ;Max. lengte;Toegestane waarden \r\n/bl:Dossier/@bl:soort ; J ;10; A | B |A \r\n';

    expect(readRows('d.csv', `\uFEFFsep=;\r\n${text}`)).toMatchObject([
      { path: ['Dossier', '@soort'], required: 'yes', length: { most: 10 }, values: ['A', 'B'], place: { line: 3 } },
    ]);
  });
});

test('all headings that are wrong are told, and the rows below them all the same', () => {
  expect(told('pad;verplicht;kleur;verplicht;typ\nSoort;soms')).toEqual([
    'd.csv:1: the column "kleur" is unknown; the columns are path, required, repeat, type, length, pattern, values, section, name, remark',
    'd.csv:1: there are two columns for required; keep one',
    'd.csv:1: the column "typ" is unknown, did you mean "type"?',
    'd.csv:2: "soms" does not say whether it is required; write ja, nee, nooit, or when it is: als Dossier/Soort = Besluit',
  ]);
});

test('a value that falls apart by its own comma or semicolon is told', () => {
  expect(told('pad,patroon,opmerking\nTitel,[A-Z]{1,3},hoofdletters')).toEqual([
    'd.csv:2: the row has 4 fields, and the first row names 3 columns; put a value with a comma or semicolon in it between double quotes',
  ]);
});

test.each(['^[A-Z]+', '[A-Z]+$', '^[A-Z]+$'])('anchors are told: %s', (pattern) => {
  expect(told(`pad;patroon\nTitel;${pattern}`)).toEqual([
    `d.csv:2: "${pattern}" begins with ^ or ends in $, and a pattern of XSD is always of the whole text; leave ^ and $ out`,
  ]);
});

test('a dollar that is escaped is one', () => {
  expect(read('Titel;;;;;US\\$')[0]?.pattern).toBe('US\\$');
});
