import type { Defect } from '#endpoint/mock/parts';
import { readZip } from '#judgement/zip';
import type { VariantKind } from '#judgement/requirements/variants';
import { answering, page, refusing } from '../seams.ts';
import type { SeededDefect } from '../seeded-defect.ts';

const run = { topics: ['variants'], runs: 40 } as const;

/** Answers 415 to messages in some encoding. */
const withoutEncoding = (isSo: (body: Uint8Array) => boolean): Defect => ({
  alter: (parts) => ({
    ...parts,
    decode: (body, contentType) =>
      isSo(body)
        ? { problem: 'charset', explanation: { nl: 'This encoding is not taken.', en: 'This encoding is not taken.' } }
        : parts.decode(body, contentType),
  }),
});

/** The local header of the first file of the zip in a message begins so. */
const headerIn = (text: string): Buffer | undefined => {
  const start = /UEsDB[A-Za-z0-9+/]{11}/.exec(text.replaceAll(/<!\[CDATA\[|\s/g, ''))?.[0];
  return start === undefined ? undefined : Buffer.from(start, 'base64');
};

/** How that file is packed (PKWARE APPNOTE, 4.4.5): 0 stored, 8 deflated. */
const packing = (text: string): number | undefined => headerIn(text)?.readUInt16LE(8);

const flagsOf = (text: string): number | undefined => headerIn(text)?.readUInt16LE(6);

/** Whether the zip in a message ends with an end record that has nothing behind it (PKWARE APPNOTE, 4.3.16); undefined without a zip. */
const endIn = (text: string): boolean | undefined => {
  const plain = text.replaceAll(/<!\[CDATA\[|\]\]>|&#\w+;|\s/g, '');
  const last = /(.{32})<\/(?:[\w.-]+:)?InhoudZip>/.exec(plain)?.[1];
  return last === undefined ? undefined : Buffer.from(last, 'base64').subarray(-22).readUInt32LE(0) === 0x06054b50;
};

const startsWith =
  (...bytes: readonly number[]) =>
  (body: Uint8Array): boolean =>
    bytes.every((byte, index) => body[index] === byte);

type Defective = Readonly<
  Record<VariantKind, Pick<SeededDefect, 'does' | 'defect' | 'follows' | 'perhaps'> & { readonly id: string }>
>;

const byKind: Defective = {
  'other-prefixes': {
    id: 'looks-for-its-own-prefix',
    follows: ['variants.accepts-own-declarations'],
    does: 'Looks for the request by the prefix that its own WSDL has, or by none.',
    defect: refusing((text) => !/<(drp:)?VoegDossierToeEnPubliceer[ >]/.test(text)),
  },
  'default-namespace': {
    id: 'looks-for-any-prefix',
    does: 'Does not find a request without a prefix.',
    defect: refusing((text) => !/<[^\s<>:]+:VoegDossierToeEnPubliceer[ >]/.test(text)),
  },
  'own-declarations': {
    id: 'reads-declarations-of-the-envelope-only',
    does: 'Knows the prefixes that the Envelope or the request declares, and no others.',
    defect: refusing((text) => /<[^\s<>:]+:Dossier xmlns:/.test(text)),
  },
  'declarations-in-body': {
    id: 'expects-a-bare-body',
    does: 'Looks for the Body by its bare start tag.',
    defect: refusing((text) => text.includes('<s:Body xmlns:xsi=')),
  },
  'attribute-on-body': {
    id: 'expects-no-attributes-on-the-body',
    does: 'Answers a Fault to an attribute on the Body.',
    defect: refusing((text) => /:Body [^>]*:Id="/.test(text)),
  },
  'schema-attributes': {
    id: 'takes-types-for-attributes-of-its-own',
    does: 'Takes xsi:type for an attribute that its schema does not know.',
    defect: refusing((text) => text.includes('xsi:type=')),
  },
  'windows-line-ends': {
    id: 'takes-carriage-returns-for-text',
    does: 'Reads lines by itself, and takes a carriage return before their end for text.',
    perhaps: ['variants.accepts-white-space', 'variants.accepts-base64-in-lines'],
    defect: refusing((text) => text.includes('\r\n')),
  },
  'charset-in-quotes': {
    id: 'compares-the-media-type-as-text',
    does: 'Compares the Content-Type with one text.',
    defect: answering((response, { headers }) =>
      /^text\/xml;\s*charset=(?:"|UTF-8)/.test(headers['content-type'] ?? '') ? page(415) : response,
    ),
  },
  'base64-in-lines': {
    id: 'takes-base64-in-one-line',
    does: 'Cannot read base64 with line breaks.',
    defect: refusing((text) => />UEsDB[A-Za-z0-9+/]*(?:&#13;)?\n/.test(text)),
  },
  'zip-streamed': {
    id: 'reads-sizes-before-the-data',
    does: 'Reads the sizes of a file from its local header, where a zip that was written as a stream has none.',
    defect: refusing((text) => flagsOf(text) === 0x0808),
  },
  'zip-annotated': {
    id: 'looks-for-the-end-of-a-zip-at-its-end',
    does: 'Looks for the end record of a zip right before its end, where a comment may stand behind it.',
    defect: refusing((text) => endIn(text) === false),
  },
  'equal-values': {
    id: 'reads-numbers-and-dates-as-text',
    does: 'Takes white space around a number or a date for a part of it.',
    defect: refusing((text) => /<[^<>/]+>\s+[+\d][\d-]*\s*</.test(text)),
  },
  'attribute-order': {
    id: 'looks-for-the-first-attribute',
    does: 'Reads the version of SOAP from the first attribute of the envelope.',
    defect: refusing((text) => /^<s:Envelope (?!xmlns:s=)/.test(text)),
  },
  'character-references': {
    id: 'knows-no-character-references',
    perhaps: ['variants.accepts-base64-in-lines'],
    does: 'Knows the five named entities and no numeric references.',
    defect: refusing((text) => text.includes('&#')),
  },
  cdata: {
    id: 'knows-no-cdata',
    does: 'Does not know CDATA sections.',
    defect: refusing((text) => text.includes('<![CDATA[')),
  },
  comments: {
    id: 'knows-no-comments',
    does: 'Does not expect comments between elements.',
    defect: refusing((text) => text.includes('<!--')),
  },
  'white-space': {
    id: 'takes-the-first-node-of-the-body',
    does: 'Takes the first node of the Body for the request, be it white space.',
    follows: ['variants.accepts-windows-line-ends'],
    defect: refusing((text) => /:?Body>\s/.test(text)),
  },
  'utf-16-little-endian': {
    id: 'knows-no-little-endian',
    does: 'Takes all UTF-16 for big-endian.',
    defect: withoutEncoding(startsWith(0xff, 0xfe)),
  },
  'utf-16-big-endian': {
    id: 'knows-no-big-endian',
    does: 'Takes all UTF-16 for little-endian.',
    defect: withoutEncoding(startsWith(0xfe, 0xff)),
  },
  'byte-order-mark': {
    id: 'trips-over-a-byte-order-mark',
    does: 'Takes a byte order mark for text before the root element.',
    defect: withoutEncoding(startsWith(0xef, 0xbb, 0xbf)),
  },
  'xml-declaration': {
    id: 'trips-over-an-xml-declaration',
    does: 'Does not expect an XML declaration, since its parser gets the message as text.',
    defect: refusing((text) => text.startsWith('<?xml') && !text.includes('UTF-16')),
  },
  chunked: {
    id: 'wants-a-length',
    does: 'Refuses a message without Content-Length, as a proxy before it does.',
    defect: {
      wrap: (handler) => async (request) => {
        const response = await handler(request);
        return request.headers['transfer-encoding'] === 'chunked' ? { ...response, ...lengthRequired } : response;
      },
    },
  },
  'expect-continue': {
    id: 'knows-no-expectations',
    does: 'Refuses a request that asks whether its body may come.',
    defect: {
      wrap: (handler) => async (request) => {
        const response = await handler(request);
        return request.headers['expect'] === undefined
          ? response
          : { ...response, status: 417, body: new Uint8Array() };
      },
    },
  },
  'zip-stored': {
    id: 'knows-no-stored-files',
    does: 'Cannot read a file that is stored in a zip without compression.',
    defect: refusing((text) => packing(text) === 0),
  },
  'zip-deflated': {
    id: 'knows-no-deflate',
    does: 'Cannot read a file that is compressed in a zip.',
    defect: refusing((text) => packing(text) === 8),
  },
};

const lengthRequired = { status: 411, body: new Uint8Array() };

/** Another endpoint that trips over such a way, besides the one above. */
const alsoOver = (kind: VariantKind, does: string, defect: Defect): SeededDefect => {
  const requirement = `variants.accepts-${kind}` as const;
  return { does, foundBy: [requirement], run: { ...run, only: (check) => check.requirement === requirement }, defect };
};

/** The first file in the zip of a message. */
const contentIn = (text: string): string => {
  const base64 = /:InhoudZip\s*>([A-Za-z0-9+/=]+)</.exec(text)?.[1] ?? '';
  const entries = readZip(Buffer.from(base64, 'base64'), 1_000_000);
  const content = typeof entries === 'string' ? undefined : entries[0]?.content;
  return content === undefined || typeof content === 'string' ? '' : Buffer.from(content).toString('utf8');
};

const besides: Readonly<Record<string, SeededDefect>> = {
  'reads-the-first-text-node': alsoOver(
    'comments',
    'Reads a text up to the first comment in it.',
    refusing((text) => /<[^\s<>/]+>[^<>]+<!--/.test(text)),
  ),
  'expects-no-place-of-a-schema': alsoOver(
    'schema-attributes',
    'Takes xsi:schemaLocation for an attribute that its schema does not know.',
    refusing((text) => text.includes('xsi:schemaLocation=')),
  ),
  'reads-digits-only': alsoOver(
    'equal-values',
    'Knows a number by its digits, and no plus or zero in front of them.',
    refusing((text) => /Huisnummer>\s*[+0]/.test(text)),
  ),
  'reads-attributes-in-double-quotes': alsoOver(
    'attribute-order',
    'Looks for double quotes around an attribute.',
    refusing((text) => /\s[\w:]+='/.test(text.replace(/^<\?xml.*?\?>/, ''))),
  ),
  'knows-empty-elements-by-one-tag': alsoOver(
    'attribute-order',
    'Takes an empty line for one that is not complete where it has a start tag and an end tag.',
    refusing((text) => /<(al|nadruk)\b[^>]*><\/\1\s*>/.test(contentIn(text))),
  ),
  'expects-no-space-in-tags': alsoOver(
    'attribute-order',
    'Looks for the end of a tag right behind its name.',
    refusing((text) => /<\/[\w.:-]+\s+>/.test(text)),
  ),
  'expects-utf-8-in-the-content': alsoOver(
    'utf-16-little-endian',
    'Reads inhoud.xml as UTF-8, whatever its byte order mark says.',
    refusing((text) => contentIn(text).includes('\0')),
  ),
  'trips-over-a-mark-in-the-content': alsoOver(
    'byte-order-mark',
    'Takes a byte order mark in inhoud.xml for text before the root element.',
    refusing((text) => contentIn(text).startsWith('\uFEFF')),
  ),
  'trips-over-a-declaration-in-the-content': alsoOver(
    'xml-declaration',
    'Puts inhoud.xml into a document of its own, in which an XML declaration may not stand.',
    refusing((text) => contentIn(text).startsWith('<?xml')),
  ),
};

/** One defect for each way to write the same message: the endpoint that knows all ways but this one. */
export const variantDefects: Readonly<Record<string, SeededDefect>> = {
  ...Object.fromEntries(
    (Object.keys(byKind) as readonly VariantKind[]).map((kind) => {
      const { id, ...own } = byKind[kind];
      return [id, { ...own, foundBy: [`variants.accepts-${kind}`], run } as const];
    }),
  ),
  ...besides,
};
