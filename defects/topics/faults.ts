import { answering, faulting, page, textOf, writing } from '../seams.ts';
import type { SeededDefects } from '../seeded-defect.ts';

const run = { topics: ['protocol'], runs: 10 } as const;

const isFault = (text: string): boolean => text.includes('<soap:Fault>');

const response =
  '<r:VoegDossierToeEnPubliceerResponse xmlns:r="http://schemas.koopwrp.nl/2020/01/drp/api/"><r:Dossiernummer>10000001</r:Dossiernummer><r:Status>klaargezet</r:Status></r:VoegDossierToeEnPubliceerResponse>';

/** Defects in how an answer is written, be it a Fault or not. */
export const faultDefects = {
  'answers-faults-with-200': {
    does: 'Answers a Fault with HTTP status 200.',
    foundBy: ['protocol.answers-fault-with-500'],
    run,
    defect: answering((answer) => (isFault(textOf(answer)) ? { ...answer, status: 200 } : answer)),
  },
  'answers-faults-with-400': {
    does: 'Answers a Fault that the client is to blame for with HTTP status 400.',
    foundBy: ['protocol.answers-fault-with-500'],
    run,
    defect: answering((answer) => (isFault(textOf(answer)) ? { ...answer, status: 400 } : answer)),
  },
  'answers-success-with-500': {
    does: 'Answers an accepted delivery with HTTP status 500 and its dossier number.',
    foundBy: ['protocol.answers-success-with-2xx', 'protocol.answers-success-with-200'],
    run,
    defect: answering((answer) => (answer.status === 200 ? { ...answer, status: 500 } : answer)),
  },
  'answers-success-with-303': {
    does: 'Answers an accepted delivery with a redirect and its dossier number.',
    foundBy: ['protocol.answers-success-with-2xx', 'protocol.answers-success-with-200'],
    run,
    defect: answering((answer) => (answer.status === 200 ? { ...answer, status: 303 } : answer)),
  },
  'answers-success-with-202': {
    does: 'Answers an accepted delivery with 202, as what is yet to be done.',
    foundBy: ['protocol.answers-success-with-200'],
    run,
    defect: answering((answer) => (answer.status === 200 ? { ...answer, status: 202 } : answer)),
  },
  'answers-some-faults-with-200': {
    does: 'Answers a Fault for a header that it does not know with 200, and others with 500.',
    foundBy: ['protocol.answers-fault-with-500'],
    run,
    defect: answering((answer) =>
      textOf(answer).includes('soap:MustUnderstand<') ? { ...answer, status: 200 } : answer,
    ),
  },
  'forgets-the-charset-of-faults': {
    does: 'Names the charset of its answers, but not that of its Faults.',
    foundBy: ['protocol.names-charset-of-answer'],
    run,
    defect: answering((answer) =>
      isFault(textOf(answer)) ? { ...answer, headers: { ...answer.headers, 'content-type': 'text/xml' } } : answer,
    ),
  },
  'adds-a-response-to-its-fault': {
    does: 'Answers with a Fault and with a response behind it.',
    foundBy: ['protocol.faults-in-place-of-response', 'protocol.builds-envelopes-by-the-book'],
    follows: [
      'protocol.refuses-other-root',
      'protocol.refuses-unknown-operation',
      'protocol.refuses-two-requests',
      'protocol.refuses-odd-envelopes',
      'protocol.refuses-other-soap-version',
    ],
    run,
    defect: faulting((text) => text.replace('</soap:Fault>', `</soap:Fault>${response}`)),
  },
  'adds-a-fault-to-its-response': {
    does: 'Answers with a response and with a Fault behind it.',
    foundBy: ['protocol.faults-in-place-of-response', 'protocol.builds-envelopes-by-the-book'],
    follows: [
      'protocol.refuses-other-root',
      'protocol.refuses-unknown-operation',
      'protocol.refuses-two-requests',
      'protocol.refuses-odd-envelopes',
      'protocol.refuses-other-soap-version',
    ],
    run,
    defect: faulting((text) => text.replace('<soap:Fault>', `${response}<soap:Fault>`)),
  },
  'answers-faults-of-soap-1-2': {
    does: 'Answers SOAP 1.1 with Faults in the namespace of SOAP 1.2.',
    foundBy: ['protocol.answers-errors-with-a-fault'],
    follows: ['protocol.refuses-other-soap-version', 'protocol.refuses-unknown-mandatory-header'],
    run,
    defect: faulting((text) =>
      text.replaceAll('http://schemas.xmlsoap.org/soap/envelope/', 'http://www.w3.org/2003/05/soap-envelope'),
    ),
  },
  'shows-a-page-for-its-errors': {
    does: 'Answers a delivery that it refuses with 500 and a page of its web server.',
    foundBy: ['protocol.answers-errors-with-a-fault'],
    run,
    defect: answering((answer) =>
      textOf(answer).includes('VoegDossierToeEnPubliceer/') || textOf(answer).includes(':Fout') ? page(500) : answer,
    ),
  },
  'writes-behind-the-body': {
    does: 'Has an element of its own after the Body of its answers.',
    foundBy: ['protocol.builds-envelopes-by-the-book'],
    run,
    defect: writing((text) => text.replace('</soap:Body>', '</soap:Body><x:spoor xmlns:x="urn:x">1</x:spoor>')),
  },
  'writes-instructions': {
    does: 'Has a processing instruction for a style sheet in its answers.',
    foundBy: ['protocol.builds-envelopes-by-the-book'],
    run,
    defect: writing((text) => text.replace('<soap:Envelope', '<?xml-stylesheet href="a.xsl"?><soap:Envelope')),
  },
  'says-how-it-encodes': {
    does: 'Has encodingStyle on the envelope of its answers.',
    foundBy: ['protocol.builds-envelopes-by-the-book'],
    run,
    defect: writing((text) =>
      text.replace('<soap:Body', '<soap:Body soap:encodingStyle="http://schemas.xmlsoap.org/soap/encoding/"'),
    ),
  },
  'gives-no-detail': {
    does: 'Leaves detail out of the Fault.',
    foundBy: ['protocol.explains-body-errors-in-detail'],
    run,
    defect: faulting((text) => text.replace(/<detail>.*<\/detail>/s, '')),
  },
  'adds-to-its-faults': {
    does: 'Has an element of its own in a Fault, beside detail.',
    foundBy: ['protocol.builds-faults-by-the-book'],
    run,
    defect: faulting((text) => text.replace('</soap:Fault>', '<tijdstip>2026-11-23</tijdstip></soap:Fault>')),
  },
  'gives-its-fault-code-twice': {
    does: 'Has two faultcodes in a Fault.',
    foundBy: ['protocol.builds-faults-by-the-book'],
    run,
    defect: faulting((text) => text.replace(/<faultcode>[^<]*<\/faultcode>/, '$&$&')),
  },
  'gives-its-detail-first': {
    does: 'Has detail before the code and the text of a Fault.',
    foundBy: ['protocol.builds-faults-by-the-book'],
    run,
    defect: faulting((text) => text.replace(/(<faultcode>.*)(<detail>.*<\/detail>)/s, '$2$1')),
  },
  'blames-headers-for-violations': {
    does: 'Answers a violation with the code MustUnderstand.',
    foundBy: ['protocol.blames-violations-on-the-client'],
    run,
    defect: faulting((text) => text.replace('>soap:Client<', '>soap:MustUnderstand<')),
  },
  'gives-no-faultstring': {
    does: 'Leaves faultstring out of the Fault.',
    foundBy: ['protocol.builds-faults-by-the-book', 'protocol.explains-faults-in-words'],
    run,
    defect: faulting((text) => text.replace(/<faultstring.*<\/faultstring>/s, '')),
  },
  'qualifies-the-parts-of-faults': {
    does: 'Writes the children of Fault in the namespace of SOAP, where no reader finds them.',
    foundBy: ['protocol.builds-faults-by-the-book'],
    follows: [
      'protocol.explains-faults-in-words',
      'protocol.uses-known-fault-codes',
      'protocol.explains-body-errors-in-detail',
      'protocol.refuses-other-soap-version',
      'protocol.refuses-unknown-mandatory-header',
    ],
    run,
    defect: faulting((text) => text.replace(/<(\/?)(faultcode|faultstring|detail)\b/g, '<$1soap:$2')),
  },
  'marks-up-its-faultstrings': {
    does: 'Has an element around the text of its faultstring.',
    foundBy: ['protocol.builds-faults-by-the-book'],
    run,
    defect: faulting((text) => text.replace(/(<faultstring[^>]*>)([^<]*)/, '$1<b>$2</b>')),
  },
  'gives-an-empty-fault-code': {
    does: 'Has a faultcode with nothing in it.',
    foundBy: ['protocol.builds-faults-by-the-book', 'protocol.uses-known-fault-codes'],
    follows: ['protocol.refuses-other-soap-version', 'protocol.refuses-unknown-mandatory-header'],
    run,
    defect: faulting((text) => text.replace(/(<faultcode>)[^<]*/, '$1')),
  },
  'says-nothing-in-its-faults': {
    does: 'Has a faultstring with nothing in it.',
    foundBy: ['protocol.explains-faults-in-words'],
    run,
    defect: faulting((text) => text.replace(/(<faultstring[^>]*>)[^<]*/, '$1')),
  },
  'blames-itself-for-violations': {
    does: 'Answers a violation with the code Server.',
    foundBy: ['protocol.blames-violations-on-the-client'],
    run,
    defect: faulting((text) => text.replace('>soap:Client<', '>soap:Server<')),
  },
  'does-not-qualify-its-fault-codes': {
    does: 'Writes the code Client without a prefix, so in no namespace.',
    foundBy: ['protocol.uses-known-fault-codes'],
    run,
    defect: faulting((text) => text.replace('>soap:Client<', '>Client<')),
  },
  'refines-its-fault-codes': {
    does: 'Writes fault codes in the dot notation, as in Client.Schema.',
    foundBy: ['protocol.uses-known-fault-codes'],
    run,
    defect: faulting((text) => text.replace('>soap:Client<', '>soap:Client.Schema<')),
  },
  'uses-codes-of-soap-1-2': {
    does: 'Uses the fault codes of SOAP 1.2, as in Sender.',
    foundBy: ['protocol.uses-known-fault-codes'],
    run,
    defect: faulting((text) => text.replace('>soap:Client<', '>soap:Sender<')),
  },
  'names-no-charset': {
    does: 'Answers with Content-Type text/xml without a charset.',
    foundBy: ['protocol.names-charset-of-answer'],
    run,
    defect: answering((answer) => ({ ...answer, headers: { ...answer.headers, 'content-type': 'text/xml' } })),
  },
  'names-the-wrong-charset': {
    does: 'Names another charset than the one its answers are in.',
    foundBy: ['protocol.names-charset-of-answer'],
    run,
    defect: answering((answer) => ({
      ...answer,
      headers: { ...answer.headers, 'content-type': 'text/xml; charset=iso-8859-1' },
    })),
  },
  'says-that-it-packs': {
    does: 'Says that its answers are in gzip, and sends them as they are.',
    foundBy: ['protocol.names-charset-of-answer'],
    run,
    defect: answering((answer) => ({ ...answer, headers: { ...answer.headers, 'content-encoding': 'gzip' } })),
  },
  'answers-with-the-type-of-soap-1-2': {
    does: 'Answers SOAP 1.1 with the media type of SOAP 1.2.',
    foundBy: ['protocol.names-charset-of-answer'],
    run,
    defect: answering((answer) => ({
      ...answer,
      headers: { ...answer.headers, 'content-type': 'application/soap+xml; charset=utf-8' },
    })),
  },
  'answers-in-utf-16-and-says-utf-8': {
    does: 'Writes its answers in UTF-16 under a Content-Type that says UTF-8.',
    foundBy: ['protocol.names-charset-of-answer'],
    run,
    defect: answering((answer) => ({ ...answer, body: inUtf16(textOf(answer)) })),
  },
} as const satisfies SeededDefects;

const inUtf16 = (text: string): Uint8Array => Buffer.from(text.replace(/^<\?xml.*\?>\s*/, '\uFEFF'), 'utf16le');
