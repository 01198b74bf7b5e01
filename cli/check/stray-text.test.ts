import { expect, test } from 'vitest';
import { strayText } from './stray-text.ts';

test.each([
  ['<a> x <b/></a>', 'x'],
  ['<a q=">"><b>in</b>, uit</a>', ', uit'],
  ['<a><!-- weg --><b><c>in</c></b><![CDATA[ruw]]></a>', '<![CDATA[ruw]]>'],
  ['<a><b>in</b></a>x', undefined],
  ['<a/>x', undefined],
])('of %s it is %j', (text, expected) => {
  const span = strayText(text, { start: 1, end: 2 });

  expect(span && text.slice(span.start, span.end)).toBe(expected);
});
