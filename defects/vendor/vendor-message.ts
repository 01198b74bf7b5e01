import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Contract } from '#contract/contract';
import { zip } from '#generators/payload/zip';
import type { ZipFile } from '#generators/payload/zip';
import { decodeBase64 } from '#judgement/base64';
import { readZip } from '#judgement/zip';

/** One message as a vendor's system makes it, step by step; a mistake changes a step. */
export interface VendorMessage {
  readonly headers: Readonly<Record<string, string>>;
  /** The envelope, with `%ZIP%` where the content comes. */
  readonly envelope: string;
  readonly files: readonly ZipFile[];
  readonly pack: (files: readonly ZipFile[]) => Uint8Array;
  readonly encode: (text: string) => Uint8Array;
}

/** Where the content comes in an envelope. */
const zipPlace = '%ZIP%';

/** A message without a mistake: an example of the contract 2020-01, posted as its service asks. */
export const rightMessage = ({ directory, service }: Contract, documentType: string): VendorMessage => {
  const text = readFileSync(join(directory, 'examples', `${documentType}.xml`), 'utf8');
  const [, packed = ''] = /InhoudZip>([^<]*)</.exec(text) ?? [];
  const entries = readZip(decodeBase64(packed) ?? new Uint8Array(), 1_000_000);
  return {
    headers: { 'content-type': 'text/xml; charset=utf-8', soapaction: `"${service.deliver.action}"` },
    envelope: text.replace(packed, zipPlace),
    files:
      typeof entries === 'string'
        ? []
        : entries.flatMap(({ name, content }) => (typeof content === 'string' ? [] : [{ name, bytes: content }])),
    pack: (files) => zip(files, 'deflated'),
    encode: (written) => Buffer.from(written),
  };
};

/** The bytes of a message. */
export const bytesOf = ({ envelope, files, pack, encode }: VendorMessage): Uint8Array =>
  encode(envelope.replace(zipPlace, Buffer.from(pack(files)).toString('base64')));
