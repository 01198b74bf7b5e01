import { deflateRawSync } from 'node:zlib';
import { flawedZip } from '#generators/payload/flawed-zip';
import { geometryMistakes } from './geometry-mistakes.ts';
import { type MessageMistake, envelope } from './message-mistake.ts';

const content =
  (change: (text: string) => string | Uint8Array): MessageMistake['make'] =>
  (right) => ({
    ...right,
    files: right.files.map(({ name, bytes }) => ({ name, bytes: Buffer.from(change(Buffer.from(bytes).toString())) })),
  });

const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1');

/** The vendor's mistakes that one message shows, by their names. */
export const messageMistakes: Readonly<Record<string, MessageMistake>> = {
  'addresses-by-ws-addressing': {
    does: 'Has a block of WS-Addressing that must be understood.',
    foundBy: 'message.keeps-what-is-assumed',
    make: envelope(
      '<soap:Body>',
      '<soap:Header><a:Action xmlns:a="http://www.w3.org/2005/08/addressing" soap:mustUnderstand="1">x</a:Action></soap:Header><soap:Body>',
    ),
  },
  'sends-application-xml': {
    does: 'Sends Content-Type application/xml.',
    foundBy: 'message.is-sent-as-text-xml',
    make: (right) => ({ ...right, headers: { ...right.headers, 'content-type': 'application/xml' } }),
  },
  'writes-latin': {
    does: 'Writes the message in windows-1252 under a declaration of UTF-8.',
    foundBy: 'message.is-unicode',
    make: (right) => ({ ...right, envelope: right.envelope.replace('brandveilig', 'caf\u00e9'), encode: latin }),
  },
  'names-latin-charset': {
    does: 'Names ISO-8859-1 as the charset of its Content-Type.',
    foundBy: 'message.is-unicode',
    make: (right) => ({ ...right, headers: { ...right.headers, 'content-type': 'text/xml; charset=ISO-8859-1' } }),
  },
  'says-utf-8-of-utf-16': {
    does: 'Writes the message in UTF-16 with a byte order mark, and names UTF-8 in Content-Type.',
    foundBy: 'message.is-unicode',
    make: (right) => ({
      ...right,
      envelope: right.envelope.replace('UTF-8', 'UTF-16'),
      encode: (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
    }),
  },
  'cuts-at-255-bytes': {
    does: 'Cuts a title at a number of bytes, inside a character.',
    foundBy: 'message.is-unicode',
    make: (right) => ({
      ...right,
      envelope: right.envelope.replace('te Woerden</drp:Titel>', '\u00c3</drp:Titel>'),
      encode: latin,
    }),
  },
  'glues-text': {
    does: 'Puts an & in the title as it is.',
    foundBy: 'message.is-well-formed',
    make: envelope('brandveilig gebruik', 'sloop & bouw'),
  },
  'has-a-doctype': {
    does: 'Has a DOCTYPE before the envelope.',
    foundBy: 'message.has-no-dtd',
    make: envelope('<soap:Envelope', '<!DOCTYPE soap:Envelope>\n<soap:Envelope'),
  },
  'leaves-a-stylesheet': {
    does: 'Leaves an xml-stylesheet instruction in the message.',
    foundBy: 'message.has-no-processing-instructions',
    make: envelope('<soap:Envelope', '<?xml-stylesheet href="a.xsl"?>\n<soap:Envelope'),
  },
  'speaks-soap-12': {
    does: 'Sends SOAP 1.2.',
    foundBy: 'message.is-soap-envelope',
    make: (right) => ({
      ...right,
      headers: { 'content-type': 'application/soap+xml; charset=utf-8' },
      envelope: right.envelope.replace(
        'http://schemas.xmlsoap.org/soap/envelope/',
        'http://www.w3.org/2003/05/soap-envelope',
      ),
    }),
  },
  'sends-no-envelope': {
    does: 'Sends the request without an envelope.',
    foundBy: 'message.is-soap-envelope',
    make: envelope(/<soap:Envelope[^]*?(<drp:Voeg[^]*<\/drp:Voeg[^>]*>)[^]*$/, '$1'),
  },
  'puts-header-behind': {
    does: 'Puts the Header behind the Body.',
    foundBy: 'message.orders-its-envelope',
    make: envelope('</soap:Body>', '</soap:Body><soap:Header/>'),
  },
  'sends-two-requests': {
    does: 'Puts two deliveries in one message.',
    foundBy: 'message.holds-one-request',
    make: envelope(/(<drp:Voeg[^]*<\/drp:Voeg[^>]*>)/, '$1$1'),
  },
  'sets-encoding-style': {
    does: 'Puts encodingStyle on the Body.',
    foundBy: 'message.has-no-soap-attributes',
    make: envelope('<soap:Body>', '<soap:Body soap:encodingStyle="http://schemas.xmlsoap.org/soap/encoding/">'),
  },
  'writes-must-understand-true': {
    does: 'Writes mustUnderstand as true.',
    foundBy: 'message.writes-must-understand-as-digit',
    make: envelope(
      '<soap:Body>',
      '<soap:Header><t:Trace xmlns:t="urn:trace" soap:mustUnderstand="true"/></soap:Header><soap:Body>',
    ),
  },
  'forgets-the-namespace': {
    does: 'Sends the request in another namespace.',
    foundBy: 'message.asks-for-known-operation',
    make: envelope('http://schemas.koopwrp.nl/2020/01/drp/api/', 'http://schemas.koopwrp.nl/2019/01/drp/api/'),
  },
  'sends-mtom': {
    does: 'Sends the content as an attachment by MTOM.',
    foundBy: 'message.carries-content-inline',
    make: (right) => ({
      ...right,
      headers: { ...right.headers, 'content-type': 'multipart/related; type="application/xop+xml"; boundary=b' },
      envelope: `--b\r\nContent-Type: application/xop+xml; type="text/xml"\r\n\r\n${right.envelope.replace('%ZIP%', '<xop:Include xmlns:xop="http://www.w3.org/2004/08/xop/include" href="cid:1"/>')}\r\n--b--`,
    }),
  },
  'digests-its-password': {
    does: 'Sends the password as PasswordDigest.',
    foundBy: 'message.sends-password-as-text',
    make: envelope(
      '<soap:Body>',
      '<soap:Header><w:Security xmlns:w="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd"><w:UsernameToken><w:Username>u</w:Username><w:Password Type="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordDigest">eA==</w:Password></w:UsernameToken></w:Security></soap:Header><soap:Body>',
    ),
  },
  'forgets-the-authority': {
    does: 'Leaves out BevoegdGezag.',
    foundBy: 'message.keeps-public-schema',
    make: envelope(/<drp:BevoegdGezag[^]*?<\/drp:BevoegdGezag>/, ''),
  },
  'says-den-haag': {
    does: 'Names an authority otherwise than the list of KOOP.',
    foundBy: 'message.uses-listed-values',
    make: envelope('>Woerden<', '>Den Haag<'),
  },
  'invents-a-subject': {
    does: 'Has an Onderwerp that was never seen.',
    foundBy: 'message.uses-observed-values',
    make: envelope('Ruimte en infrastructuur | Organisatie en beleid', 'Ruimte'),
  },
  'writes-a-datetime': {
    does: 'Writes a date as a dateTime.',
    foundBy: 'message.writes-dates-as-days',
    make: envelope('2024-02-12', '2024-02-12T00:00:00'),
  },
  'writes-a-time-zone': {
    does: 'Writes a date with a time zone.',
    foundBy: 'message.writes-dates-as-days',
    make: envelope('2024-02-12', '2024-02-12+01:00'),
  },
  'names-two-media': {
    does: 'Names two media in one message.',
    foundBy: 'message.names-one-medium',
    follows: ['message.uses-observed-values'],
    make: envelope(
      '<drp:InhoudZip>',
      '<drp:Publicatie><drp:Medium>Gemeenteblad, Staatscourant</drp:Medium></drp:Publicatie><drp:InhoudZip>',
    ),
  },
  'mistakes-the-kind': {
    does: 'Calls a municipality a province.',
    foundBy: 'message.keeps-public-rules',
    make: envelope('soort="gemeente"', 'soort="provincie"'),
  },
  'dates-in-the-future': {
    does: 'Says that an application was received after today.',
    foundBy: 'message.keeps-inferred-rules',
    make: envelope('2024-02-12', '2999-02-12'),
  },
  'writes-long-titles': {
    does: 'Has a reference that is longer than the contract assumes.',
    foundBy: 'message.keeps-what-is-assumed',
    make: envelope('3PASTEST-voorbeeld-000000000006', `3PASTEST-${'0'.repeat(100)}`),
  },
  ...geometryMistakes,
  'loses-characters': {
    does: 'Has replacement characters in a label.',
    foundBy: 'message.has-whole-characters',
    make: envelope('3PASTEST-voorbeeld-000000000006', '3PASTEST-caf\ufffd'),
  },
  'reads-utf-8-as-latin': {
    does: 'Reads UTF-8 as windows-1252 before it writes it.',
    foundBy: 'message.has-whole-characters',
    make: envelope('3PASTEST-voorbeeld-000000000006', '3PASTEST-caf\u00c3\u00a9'),
  },
  'encrypts-its-zip': {
    does: 'Encrypts the zip.',
    foundBy: 'message.content-can-be-unpacked',
    make: (right) => ({ ...right, pack: (files) => flawedZip(files, 'zip-encrypted') }),
  },
  'sends-the-xml-unzipped': {
    does: 'Sends inhoud.xml as base64 without a zip.',
    foundBy: 'message.content-can-be-unpacked',
    make: (right) => ({ ...right, pack: ([file]) => file?.bytes ?? new Uint8Array() }),
  },
  'puts-xml-in-the-element': {
    does: 'Puts the elements of inhoud.xml in InhoudZip itself.',
    foundBy: 'message.content-can-be-unpacked',
    make: envelope('%ZIP%', '<inhoud>zie bijlage</inhoud>'),
  },
  'deflates-without-a-zip': {
    does: 'Sends a deflated stream in place of a zip.',
    foundBy: 'message.content-can-be-unpacked',
    make: (right) => ({ ...right, pack: ([file]) => deflateRawSync(file?.bytes ?? new Uint8Array()) }),
  },
  'zips-a-folder': {
    does: 'Puts inhoud.xml in a folder in the zip.',
    foundBy: 'message.content-holds-the-right-files',
    make: (right) => ({ ...right, files: right.files.map((file) => ({ ...file, name: `map/${file.name}` })) }),
  },
  'zips-on-a-mac': {
    does: 'Leaves what macOS adds in the zip.',
    foundBy: 'message.content-holds-the-right-files',
    make: (right) => ({
      ...right,
      files: [
        ...right.files,
        { name: '__MACOSX/._inhoud.xml', bytes: Buffer.from('00051607000200004d6163204f532058', 'hex') },
      ],
    }),
  },
  'glues-content': {
    does: 'Puts an & in inhoud.xml as it is.',
    foundBy: 'message.content-is-well-formed',
    make: content((text) => text.replace('<al>', '<al>Jansen & Zn. ')),
  },
  'mistakes-the-encoding': {
    does: 'Writes inhoud.xml in windows-1252 and declares UTF-8.',
    foundBy: 'message.content-is-in-its-encoding',
    make: content((text) => latin(text.replace('<al>', '<al>caf\u00e9 '))),
  },
  'declares-windows-1252': {
    does: 'Writes inhoud.xml in windows-1252 and says so.',
    foundBy: 'message.content-is-utf-8',
    make: content((text) =>
      latin(
        `<?xml version="1.0" encoding="windows-1252"?>${text.replace(/^<\?xml[^>]*\?>/, '').replace('<al>', '<al>caf\u00e9 ')}`,
      ),
    ),
  },
  'forgets-the-paragraphs': {
    does: 'Leaves out every al of inhoud.xml.',
    foundBy: 'message.content-keeps-public-schema',
    make: content((text) => text.replace(/<al>[^]*<\/al>/, '')),
  },
  'titles-the-content-otherwise': {
    does: 'Has another title in kop/titel than in Titel.',
    foundBy: 'message.content-agrees-with-metadata',
    make: content((text) => text.replace(/<titel>[^<]*/, '<titel>Melding')),
  },
};
