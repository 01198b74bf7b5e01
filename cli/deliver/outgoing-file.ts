import type { Contract } from '#contract/contract';
import type { SendRequest } from '#endpoint/client';
import { inHeader } from '#endpoint/server/soap/in-header';
import { ownHeadersOf } from '#generators/filled-element';
import { serialize } from '#xml/serialize';
import type { XmlElement } from '#xml/tree';
import type { AsMessage } from '../check/as-message.ts';

/** A file as the request that delivers it: the very bytes of a message, a part of one in an envelope; with the header blocks that credentials need. */
export const outgoingFile = (
  contract: Contract,
  { kind, message, source, shift }: AsMessage,
  security: readonly XmlElement[],
): SendRequest & { readonly body: Uint8Array } => {
  // A part is put in an envelope in UTF-8, whatever it came in.
  const encoding = kind === 'envelope' ? source.encoding : 'utf-8';
  const blocks = [...(shift === undefined ? [] : ownHeadersOf(contract)), ...security];
  const bearsOwn = source.text.includes('UsernameToken');
  const body =
    blocks.length === 0 || (shift === undefined && bearsOwn) ? message : withHeader(message, encoding, blocks);
  return {
    body,
    contentType: `text/xml; charset=${encoding.startsWith('utf-16') ? 'utf-16' : 'utf-8'}`,
    ...(bearsOwn && security.length > 0 ? { credentials: 'none' as const } : {}),
  };
};

/** Header blocks go before what the Header holds already, or in one of their own. */
const withHeader = (message: Uint8Array, encoding: string, blocks: readonly XmlElement[]): Uint8Array => {
  const wide = encoding.startsWith('utf-16') ? encoding : undefined;
  const text = new TextDecoder(wide ?? 'utf-8', { ignoreBOM: true }).decode(message);
  const written = blocks.map((block) => serialize(block)).join('');
  const whole = inHeader(text, written);
  const bytes = Buffer.from(whole, wide === undefined ? 'utf8' : 'utf16le');
  return wide === 'utf-16be' ? bytes.swap16() : bytes;
};
