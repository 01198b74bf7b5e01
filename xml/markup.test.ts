import { describe, expect, test } from 'vitest';
import { markupOf, withoutEncoding } from './markup.ts';

describe('a declaration', () => {
  test.each([
    ['<?xml version="1.0"?><a/>', false],
    ['\n<?xml version="1.0"?><a/>', false],
    ['<?xml version="1.0"?><?XML version="1.0"?><a/>', false],
    ['<a><?xml?></a>', false],
    ['<?xml-stylesheet href="x"?><a/>', true],
    ['<?xmlish?><a/>', true],
  ])('is no instruction wherever it stands: %j', (text, expected) => {
    expect(markupOf(text).instructions).toBe(expected);
  });

  test.each([
    ['\uFEFF<?xml version="1.0" encoding="UTF-16"?><a/>', '<?xml version="1.0"                  ?><a/>'],
    [
      `<?xml version='1.0'\nencoding\r\n= 'x' standalone="no"?>`,
      `<?xml version='1.0'\n        \r\n      standalone="no"?>`,
    ],
    [
      '<?xml version="1.0"?>\n<?xml version="1.0" encoding="x"?><a/>',
      '<?xml version="1.0"?>\n<?xml version="1.0" encoding="x"?><a/>',
    ],
    [' <?xml version="1.0" encoding="x"?><a/>', ' <?xml version="1.0" encoding="x"?><a/>'],
    ['<a encoding="x"/>', '<a encoding="x"/>'],
  ])('loses its encoding only: %j', (text, expected) => {
    expect(withoutEncoding(text)).toBe(expected);
  });
});
