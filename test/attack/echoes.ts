import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { type Finding, scan } from '../run/secret-scan.ts';
import type { Attack, Topic } from './attempt.ts';
import { password, runAt } from './run-at.ts';

/** How an endpoint gives back what it was sent: from the header and the plain secret to bytes. */
type Guise = (header: string, plain: string) => Buffer | string;

const hex = (text: string): string => Buffer.from(text).toString('hex');
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const wrapped = (text: string, width: number): string => text.replace(new RegExp(`.{${String(width)}}`, 'g'), '$&\r\n');

const guises: Readonly<Record<string, Guise>> = {
  'as it came': (header) => header,
  'in lower case': (header) => header.toLowerCase(),
  'in upper case': (header) => header.toUpperCase(),
  'with another scheme': (header) => header.replace('Basic', 'bAsIc'),
  'without a scheme': (header) => header.replace('Basic ', ''),
  plain: (_, plain) => plain,
  'the pair in JSON': (_, plain) => JSON.stringify({ plain }),
  'percent-encoded': (_, plain) => encodeURIComponent(plain),
  'percent-encoded whole': (_, plain) => hex(plain).replace(/../g, '%$&'),
  'as references': (_, plain) => Array.from(plain, (one) => `&#x${(one.codePointAt(0) ?? 0).toString(16)};`).join(''),
  'in hexadecimal': (_, plain) => hex(plain),
  'in hexadecimal, upper case': (_, plain) => hex(plain).toUpperCase(),
  'in hexadecimal with spaces': (_, plain) => hex(plain).replace(/../g, '$& '),
  'in hexadecimal with colons': (_, plain) => hex(plain).replace(/../g, '$&:'),
  'the whole message in hexadecimal': (header) => hex(`POST / HTTP/1.1\r\nAuthorization: ${header}\r\n\r\n<x/>`),
  'the whole message in base64': (header) => base64(`POST / HTTP/1.1\r\nAuthorization: ${header}\r\n\r\n<x/>`),
  'the whole message in base64, in lines': (header) =>
    wrapped(base64(`POST / HTTP/1.1\r\nAuthorization: ${header}\r\n\r\n<x/>`), 76),
  'a message with the plain pair in base64': (_, plain) => base64(`{"user":"${plain}"}`),
  'the same one byte on': (_, plain) => base64(`x{"user":"${plain}"}`),
  'the same two bytes on': (_, plain) => base64(`xx{"user":"${plain}"}`),
  'base64 of base64': (header) => base64(header),
  'base64 of base64 of base64': (header) => base64(base64(header)),
  'in UTF-16': (_, plain) => Buffer.from(plain, 'utf16le'),
  'in UTF-16, the other way': (_, plain) => Buffer.from(plain, 'utf16le').swap16(),
  'in Latin-1': (_, plain) => Buffer.from(plain, 'latin1'),
  'in gzip': (_, plain) => gzipSync(`<x>${plain}</x>`),
  'in zlib': (_, plain) => deflateSync(`<x>${plain}</x>`),
  'in brotli': (_, plain) => brotliCompressSync(`<x>${plain}</x>`),
  'gzip in base64': (_, plain) => gzipSync(`<x>${plain}</x>`).toString('base64'),
  'in a CDATA section': (_, plain) => `<![CDATA[${plain}]]>`,
  'in quoted-printable': (_, plain) => hex(plain).toUpperCase().replace(/../g, '=$&'),
};

const attackOf = (folder: string, [name, guise]: readonly [string, Guise]): Attack => ({
  name,
  act: async () => {
    const server = createServer((request, response) => {
      request.resume().on('end', () => {
        const header = request.headers.authorization ?? '';
        const echo = Buffer.from(guise(header, Buffer.from(header.replace('Basic ', ''), 'base64').toString()));
        response.statusCode = 500;
        response.setHeader('content-type', 'text/xml; charset=utf-8');
        response.setHeader('x-echo', echo.toString('latin1').replace(/[^\t\x20-\x7e\x80-\xff]/g, '.'));
        response.end(Buffer.concat([Buffer.from('<x>'), echo, Buffer.from('</x>')]));
      });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`;
    try {
      const { out, stdout, stderr } = await runAt(folder, url, { args: ['--topic', 'connection,delivery'] });
      return told(scan(out, { stdout, stderr }, { password }));
    } finally {
      server.closeAllConnections();
      server.close();
    }
  },
});

const told = (found: readonly Finding[]): string | undefined =>
  found.length === 0 ? undefined : `${String(found.length)} times, as ${found.slice(0, 3).join('; ')}`;

/** In whatever guise an endpoint gives back the credentials, they are in nothing that a run writes or says. */
export const echoes: Topic = {
  topic: 'echoes of credentials',
  isSliced: false,
  open: (folder) =>
    Promise.resolve({
      attacks: Object.entries(guises).map((one) => attackOf(folder, one)),
      close: () => Promise.resolve(),
    }),
};
