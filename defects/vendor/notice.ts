import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import type { Contract } from '#contract/contract';

/** A notice in the permit system, before it is written as a message. */
export interface Notice {
  /** The example of the contract that it looks like. */
  readonly type: string;
  readonly reference: string;
  readonly title: string;
  /** In the content; the same as the title where it is right. */
  readonly heading: string;
  /** Changes what is written of the metadata. */
  readonly metadata: (xml: string) => string;
  /** The files of the content, by the XML in it. */
  readonly pack: (content: string) => Readonly<Record<string, Uint8Array>>;
}

/** A notice that is in order. */
export const noticeOf = (type: string, reference: string, title: string): Notice => ({
  ...{ type, reference, title, heading: title },
  metadata: (xml) => xml,
  pack: (content) => ({ 'inhoud.xml': strToU8(content) }),
});

/** What goes over the line. */
export interface Message {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** Writes a notice as a message. */
export const writeNotice = ({ directory, service }: Contract, notice: Notice): Message => {
  const { type, reference, title, heading, metadata, pack } = notice;
  const example = readFileSync(join(directory, `examples/${type}.xml`), 'utf8');
  const packed = Buffer.from(zipSync({ ...pack(contentWith(heading)) }, { mtime: '2024-02-15T12:00:00' }));
  const written = example
    .replace(/(<drp:Referentienummer>)[^<]*/, `$1${reference}`)
    .replace(/(<drp:Titel>)[^<]*/, `$1${escaped(title)}`)
    .replace(/(<drp:InhoudZip>)[^<]*/, `$1${packed.toString('base64')}`);
  return {
    headers: { 'content-type': 'text/xml; charset=utf-8', soapaction: `"${service.deliver.action}"` },
    body: Buffer.from(metadata(written), 'utf8'),
  };
};

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const contentWith = (heading: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<aanlevering><zakelijke-mededeling><kop><titel>${escaped(heading)}</titel></kop><zakelijke-mededeling-tekst><inhoud>
<al>Dit is een testbericht zonder rechtskracht. Aan dit bericht kunnen geen rechten worden ontleend. Café.</al>
</inhoud></zakelijke-mededeling-tekst></zakelijke-mededeling></aanlevering>
`;
