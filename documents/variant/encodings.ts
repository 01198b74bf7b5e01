import fc from 'fast-check';
import type { Style } from '#xml/serialize';
import type { Writing } from '../writing.ts';
import type { Rewrite } from './rewriting.ts';

const byteOrderMark = '\uFEFF';

const little = (text: string): Uint8Array => Buffer.from(byteOrderMark + text, 'utf16le');
const big = (text: string): Uint8Array => Buffer.from(byteOrderMark + text, 'utf16le').swap16();

const declaring = (message: Writing, declaration: string): Writing => ({
  ...message,
  style: (): Style => ({ ...message.style(), declaration }),
});

const inUtf16 =
  (encode: (text: string) => Uint8Array): Rewrite =>
  (usual) =>
    fc.constantFrom('', '<?xml version="1.0" encoding="UTF-16"?>').map((declaration) => ({
      ...usual,
      message: { ...declaring(usual.message, declaration), encode },
      payload: { ...declaring(usual.payload, declaration), encode },
      contentType: 'text/xml; charset=utf-16',
    }));

/** UTF-16 with a byte order mark, the low byte first, in what is packed as well. */
export const utf16LittleEndian: Rewrite = inUtf16(little);

/** UTF-16 with a byte order mark, the high byte first, in what is packed as well. */
export const utf16BigEndian: Rewrite = inUtf16(big);

const marked = (writing: Writing): Writing => ({
  ...writing,
  encode: (text) => Buffer.from(byteOrderMark + text, 'utf8'),
});

/** UTF-8 with a byte order mark, in what is packed as well. */
export const utf8WithMark: Rewrite = (usual) =>
  fc.constant({ ...usual, message: marked(usual.message), payload: marked(usual.payload) });

const declarations = [
  '<?xml version="1.0" encoding="UTF-8"?>',
  '<?xml version="1.0" encoding="utf-8"?>\n',
  "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>",
  '<?xml version="1.0"?>',
];

/** UTF-8 behind an XML declaration, in what is packed as well. */
export const xmlDeclaration: Rewrite = (usual) =>
  fc.constantFrom(...declarations).map((declaration) => ({
    ...usual,
    message: declaring(usual.message, declaration),
    payload: declaring(usual.payload, declaration),
  }));
