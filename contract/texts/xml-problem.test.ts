import { expect, test } from 'vitest';
import { withDocument } from '#xml/document';
import { XmlError } from '#xml/xml-error';
import { placedText, unmarkedProblem, xmlProblem } from './xml-problem.ts';

/** What is said of bytes that are no well-formed XML, given as latin-1. */
const said = (latin: string) => {
  const bytes = Buffer.from(latin, 'latin1');
  try {
    return withDocument(bytes, () => 'well-formed');
  } catch (error) {
    if (error instanceof XmlError) return placedText(xmlProblem(bytes, error));
    throw error;
  }
};

test.each([
  '',
  'hello',
  '<a>',
  '<a><b></a>',
  '<a xmlns:p="urn:p" xmlns:q="urn:q"><p:b></q:b></a>',
  '<a>Jansen & Zn.</a>',
  '<a>&nbsp;</a>',
  '<a>&eacute</a>',
  '<a> < 3</a>',
  '<a b="<"/>',
  '<a b=1/>',
  '<a b=\xe2\x80\x9d1\xe2\x80\x9d/>',
  '\n \xef\xbb\xbf<a/>',
  '<a b/>',
  '<a b="1" b="2"/>',
  '<a b="1"c="2"/>',
  '<a',
  '<x:a/>',
  '<a>]]></a>',
  '<a>\x08</a>',
  '<a>&#xD83D;</a>',
  '<a/><b/>',
  '\n<?xml version="1.0"?><a/>',
  '<?xml version="1.0" encoding="klingon"?><a/>',
  '<?xml version="2.0"?><a/>',
  '<?xml encoding="UTF-8"?><a/>',
  '<?xml version="1.0" encoding="8859-1"?><a/>',
  '<?xml version=1.0?><a/>',
  '<?xml version="1.0" standalone="maybe"?><a/>',
  '<?xml version="1.0" standalone="yes" encoding="UTF-8"?><a/>',
  '<?xml?><a/>',
  '<?xml\xc2\xa0version="1.0"?><a/>',
  '<?xml version="1.0"?><?xml version="1.0"?><a/>',
  '<?XML version="1.0"?><a/>',
  '<? xml version="1.0"?><a/>',
  '<a><!-- -- --></a>',
  '<a><!-- ',
  '<a><![CDATA[ ',
  '<a xmlns:x=""/>',
  '<a:b:c xmlns:a="u"/>',
  '<a><?p</a>',
  '<a>\x00</a>',
  '<a>\n caf\xe9</a>',
  '<?xml version="1.0" encoding="UTF-8"?>\n<a>caf\xe9 na</a>',
  '<a>caf\xc3</a>',
  '<a>\xf0\x9f\x94 b</a>',
  '<?xml version="1.0"?><a></a>\n<?xml version="1.0"?><a></a>',
  '<?xml version="1.0" encoding="utf-16"?><a/>',
  '\xef\xbb\xbf\xef\xbb\xbf<a/>',
  '<a>\n</',
  '\xff\xfe\0\0<\0\0\0a\0\0\0/\0\0\0>\0\0\0',
  '\x4c\x6f\xa7\x94\x93',
])('says where %j is no XML, why, and what to do', (latin) => {
  expect(said(latin)).toMatchSnapshot();
});

test.each<[string, 'utf8' | 'utf16le', boolean]>([
  ['<a/>', 'utf16le', true],
  ['<?xml version="1.0"?><a/>', 'utf16le', true],
  ['<?xml version="1.0" encoding="UTF-16"?><a/>', 'utf16le', true],
  ['<?xml version="1.0" encoding="UTF-16LE"?><a/>', 'utf16le', false],
  ['\uFEFF<a/>', 'utf16le', false],
  ['<a/>', 'utf8', false],
  ['', 'utf8', false],
])('whether %j in %s misses a byte order mark: %s', (text, encoding, isTold) => {
  const bytes = Buffer.from(text, encoding);

  expect(unmarkedProblem(bytes)?.text.en.includes('without a byte order mark') ?? false).toBe(isTold);
  if (encoding === 'utf16le') expect(unmarkedProblem(bytes.swap16()) !== undefined).toBe(isTold);
});
