import { expect, test } from 'vitest';
import { byCharset } from './by-charset.ts';

const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const utf8 = (text: string): Uint8Array => Buffer.from(text, 'utf8');
const read = (bytes: Uint8Array, type?: string): string => Buffer.from(byCharset(bytes, type)).toString();

test.each<[string, Uint8Array, string]>([
  ['text/xml; charset=iso-8859-1', latin('<a>één</a>'), '<a>één</a>'],
  ['text/xml;charset="ISO-8859-1"', latin('<a>é</a>'), '<a>é</a>'],
  [
    'text/xml; charset=iso-8859-1',
    latin('<?xml version="1.0" encoding="UTF-8"?><a>é</a>'),
    '<?xml version="1.0" encoding="UTF-8"?><a>é</a>',
  ],
  [
    'text/xml; charset=utf-8',
    utf8("<?xml version='1.0' encoding='iso-8859-1'?><a>é</a>"),
    "<?xml version='1.0' encoding='UTF-8'?><a>é</a>",
  ],
])('%s decides, before a declaration too', (type, bytes, expected) => {
  expect(read(bytes, type)).toBe(expected);
});

test.each<[string, string | undefined, Uint8Array]>([
  ['without a charset', 'text/xml', latin('<?xml version="1.0" encoding="iso-8859-1"?><a>é</a>')],
  ['without Content-Type', undefined, utf8('<a>é</a>')],
  ['with a byte order mark', 'text/xml; charset=iso-8859-1', utf8('\uFEFF<a>é</a>')],
  [
    'that is not in its charset',
    'text/xml; charset=utf-8',
    latin('<?xml version="1.0" encoding="iso-8859-1"?><a>é</a>'),
  ],
  ['in a charset that nobody knows', 'text/xml; charset=klingon', utf8('<a/>')],
  ['that agrees', 'text/xml; charset=utf-8', utf8('<?xml version="1.0" encoding="utf-8"?><a>é</a>')],
])('a document %s stays as it came', (_, type, bytes) => {
  expect(byCharset(bytes, type)).toBe(bytes);
});
