import fc from 'fast-check';
import type { Rewriting } from '#documents/variant/rewriting';
import { xsi } from '#xml/schema/names';
import type { Packing } from './pack.ts';

/** How a delivery is written, packed and sent. */
export interface Transfer extends Packing, Rewriting {
  readonly chunked: boolean;
  readonly asksFirst: boolean;
}

type Resend = (usual: Transfer) => fc.Arbitrary<Transfer>;

/** The usual bytes in chunked transfer coding. */
export const chunked: Resend = (usual) => fc.constant({ ...usual, chunked: true });

/** The usual bytes, sent when the endpoint has asked for them. */
export const expectContinue: Resend = (usual) => fc.constant({ ...usual, asksFirst: true });

/** A zip whose files are not compressed. */
export const zipStored: Resend = (usual) => fc.constant({ ...usual, compression: 'stored' });

/** A zip whose files are compressed by deflate. */
export const zipDeflated: Resend = (usual) => fc.constant({ ...usual, compression: 'deflated' });

/** A zip that was written without going back, the signature of the sizes behind the data there or not. */
export const zipStreamed: Resend = (usual) =>
  fc.constantFrom('streamed-signed', 'streamed-bare').map((compression) => ({ ...usual, compression }));

/** A zip with what other programs add: the time in an extra field, and comments. */
export const zipAnnotated: Resend = (usual) => fc.constant({ ...usual, compression: 'annotated' });

/** Base64 in lines of 76 characters, as MIME has it. */
export const base64InLines: Resend = (usual) =>
  fc.constantFrom('\n', '\r\n').map((lineBreak) => ({ ...usual, lineBreak }));

/** The media type as other platforms write it. */
export const charsetInQuotes: Resend = (usual) =>
  fc
    .constantFrom('text/xml; charset="utf-8"', 'text/xml;charset="UTF-8"', 'Text/XML;charset=UTF-8')
    .map((contentType) => ({ ...usual, contentType }));

/** A Body that declares what .NET declares in every Body, used or not. */
export const declaredInBody: Resend = (usual) =>
  fc.constant({ ...usual, inBody: { prefixes: { xsi, xsd: 'http://www.w3.org/2001/XMLSchema' } } });

const wsu = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd';

/** A Body with an attribute, as WSS4J of Java writes it. */
export const attributeOnBody: Resend = (usual) => {
  const id = { namespace: wsu, name: 'Id', value: 'body-1' };
  return fc.constant({ ...usual, inBody: { prefixes: { wsu }, attributes: [id] } });
};
