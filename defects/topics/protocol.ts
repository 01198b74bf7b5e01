import { headerFault, type SoapFault } from '#endpoint/server/soap/soap-fault';
import type { Defect } from '#endpoint/mock/parts';
import type { Handler } from '#endpoint/server/http-message';
import { answering, examining, page, reading, refusing } from '../seams.ts';
import type { SeededDefects } from '../seeded-defect.ts';

const run = { topics: ['protocol'] } as const;

const soap11 = 'http://schemas.xmlsoap.org/soap/envelope/';
const soap12 = 'http://www.w3.org/2003/05/soap-envelope';

/** An Envelope in place of any other root. */
const underAnEnvelope = (text: string): string => {
  const [, root = '', name = ''] = /<(?!\?)((?:[\w.-]+:)?([\w.-]+))/.exec(text) ?? [];
  if (name === 'Envelope') return text;
  const start = `<e:Envelope xmlns:e="${soap11}"`;
  return text.replace(`<${root}`, start).replace(new RegExp(`</${root}>$`), '</e:Envelope>');
};

/** The end tag that is missing at the end. */
const mended = (text: string): string => {
  const [, root = ''] = /<(?!\?)([\w.:-]+)/.exec(text) ?? [];
  return text.endsWith(`</${root}>`) ? text : `${text}</${root}>`;
};

const asPost =
  (method: string) =>
  (handler: Handler): Handler =>
  (request) =>
    handler(request.method === method ? { ...request, method: 'POST' } : request);

/** Answers an element that no operation has as the connection test, where it does not look at this action. */
const aliveForAny = (isRead: (action: string) => boolean): Defect => ({
  alter: (parts) => ({
    ...parts,
    actionFault: (header = '', named) => (isRead(header) ? parts.actionFault(header, named) : undefined),
    examine: async (message) => {
      const examination = await parts.examine(message);
      const isUnknown =
        examination.kind === 'fault' && examination.fault.complaints.some(({ at }) => at === 'OnbekendeOperatie');
      return isUnknown ? { kind: 'alive', claim: undefined, fault: undefined } : examination;
    },
  }),
});

const isUnknown = (header: string): boolean => header.includes('unknown');

const aliveRequest = '<k:IsAlive xmlns:k="http://schemas.koopwrp.nl/2020/01/drp/api/"/>';

/** Reads a message with nothing in its Body, or without one, as the connection test. */
const aliveForNothing = (mend: (text: string) => string): Defect => ({
  alter: (parts) => ({ ...(reading(mend).alter?.(parts) ?? parts), actionFault: () => undefined }),
});

const aliveBody = `<b:Body xmlns:b="${soap11}">${aliveRequest}</b:Body>`;

/** Has another Fault in the place of one with this code. */
const inPlaceOf = (code: SoapFault['code'], fault: SoapFault) =>
  examining((examination) =>
    examination.kind === 'fault' && examination.fault.code === code ? { kind: 'fault', fault } : examination,
  );

const general = headerFault('Client', 'Het verzoek is onjuist.', 'The request is wrong.');

/** Defects in how messages are taken by the rules of SOAP 1.1 and WS-I. */
export const protocolDefects = {
  'takes-any-root': {
    does: 'Looks for the Body below any root element.',
    foundBy: ['protocol.refuses-other-root'],
    run,
    defect: reading(underAnEnvelope),
  },
  'takes-soap-1-2': {
    does: 'Takes an envelope of SOAP 1.2 under the media type of SOAP 1.1.',
    foundBy: ['protocol.refuses-other-soap-version'],
    run,
    defect: reading((text) => text.replaceAll(soap12, soap11)),
  },
  'blames-the-client-for-soap-1-2': {
    does: 'Refuses an envelope of SOAP 1.2 with the code Client.',
    foundBy: ['protocol.refuses-other-soap-version'],
    run,
    defect: inPlaceOf('VersionMismatch', general),
  },
  'falls-over-soap-1-2': {
    does: 'Answers an envelope of SOAP 1.2 with 500 and a page of its web server.',
    foundBy: ['protocol.refuses-other-soap-version'],
    run,
    defect: answering((response, { body }) => (Buffer.from(body).includes(soap12) ? page(500) : response)),
  },
  'reads-no-headers': {
    does: 'Does not look at the header of the envelope.',
    foundBy: ['protocol.refuses-unknown-mandatory-header'],
    run,
    defect: reading((text) => text.replace(/ [\w.-]+:mustUnderstand="1"/g, '')),
  },
  'blames-the-client-for-headers': {
    does: 'Refuses a mandatory header that it does not know with the code Client.',
    foundBy: ['protocol.refuses-unknown-mandatory-header'],
    run,
    defect: inPlaceOf('MustUnderstand', general),
  },
  'does-not-look-at-headers-of-is-alive': {
    does: 'Looks at the header of deliveries, and not at that of the connection test.',
    foundBy: ['protocol.refuses-unknown-mandatory-header'],
    run,
    defect: reading((text) =>
      text.includes(':IsAlive') ? text.replace(/:mustUnderstand="1"/g, ':mustUnderstand="0"') : text,
    ),
  },
  'refuses-addressing': {
    does: 'Refuses a message with what WS-Addressing says of it, since it has no use for that.',
    foundBy: ['protocol.ignores-optional-header'],
    run,
    defect: refusing((text) => text.includes('http://www.w3.org/2005/08/addressing')),
  },
  'takes-any-version': {
    does: 'Takes a delivery in the namespace of whatever version.',
    foundBy: ['protocol.refuses-unknown-operation'],
    run,
    defect: reading((text) => text.replaceAll(/(koopwrp\.nl\/)\d{4}\/\d\d\//g, '$12020/01/')),
  },
  'reads-the-first-header-only': {
    does: 'Looks at the first block of the header, and not at those behind it.',
    foundBy: ['protocol.refuses-unknown-mandatory-header'],
    run,
    defect: reading((text) => text.replace(/(:mustUnderstand="0".*)(:mustUnderstand=")1"/s, '$1$20"')),
  },
  'knows-no-next-actor': {
    does: 'Takes a header for the first recipient for one for somebody else.',
    foundBy: ['protocol.refuses-unknown-mandatory-header'],
    run,
    defect: reading((text) => text.replaceAll('/soap/actor/next"', '/soap/actor/other"')),
  },
  'takes-two-requests-for-one': {
    does: 'Handles the first request of a message and skips the second.',
    foundBy: ['protocol.refuses-two-requests'],
    run,
    defect: reading((text) =>
      text.replace(/(<([\w.-]+:VoegDossierToeEnPubliceer)[ >].*?<\/\2>)\s*<\2[ >].*?<\/\2>/s, '$1'),
    ),
  },
  'takes-two-headers': {
    does: 'Takes an envelope with two Headers.',
    foundBy: ['protocol.refuses-odd-envelopes'],
    run,
    defect: reading((text) => text.replace(/(<([\w.-]+:Header)[ >].*?<\/\2>)\s*<\2[ >].*?<\/\2>/s, '$1')),
  },
  'reads-no-further-than-the-body': {
    does: 'Does not look at what stands behind the Body.',
    foundBy: ['protocol.refuses-odd-envelopes'],
    run,
    defect: reading((text) => text.replace(/(<\/[\w.-]+:Body>).*(<\/[\w.-]+:Envelope>)/s, '$1$2')),
  },
  'does-not-say-which-methods': {
    does: 'Answers 405 without saying which method is allowed.',
    foundBy: ['protocol.completes-http-statuses'],
    run,
    defect: answering((response) => {
      const { allow: _allow, ...headers } = response.headers;
      return { ...response, headers };
    }),
  },
  'takes-every-header-for-mandatory': {
    does: 'Refuses every header that it does not know, mandatory or not.',
    foundBy: ['protocol.ignores-optional-header'],
    run,
    defect: reading((text) => text.replace(/:mustUnderstand="0"/g, ':mustUnderstand="1"')),
  },
  'takes-every-header-for-its-own': {
    does: 'Refuses a mandatory header that is for another actor.',
    foundBy: ['protocol.ignores-optional-header'],
    run,
    defect: reading((text) => text.replace(/ [\w.-]+:actor="[^"]*"/g, '')),
  },
  'takes-put': {
    does: 'Takes a delivery with PUT.',
    foundBy: ['protocol.refuses-other-method'],
    run,
    defect: { wrap: asPost('PUT') },
  },
  'takes-patch': {
    does: 'Takes a delivery with PATCH.',
    foundBy: ['protocol.refuses-other-method'],
    run,
    defect: { wrap: asPost('PATCH') },
  },
  'refuses-put-with-501': {
    does: 'Refuses PUT with 501.',
    foundBy: ['protocol.refuses-other-method'],
    run,
    defect: answering((response, { method }) => (method === 'PUT' ? page(501) : response)),
  },
  'takes-any-media-type': {
    does: 'Takes a message under any media type.',
    foundBy: ['protocol.refuses-other-media-type'],
    run,
    defect: { alter: (parts) => ({ ...parts, decode: (body) => parts.decode(body, 'text/xml; charset=utf-8') }) },
  },
  'refuses-media-types-with-400': {
    does: 'Refuses another media type with 400.',
    foundBy: ['protocol.refuses-other-media-type'],
    run,
    defect: answering((response) => (response.status === 415 ? page(400) : response)),
  },
  'mends-messages': {
    does: 'Takes a message whose last end tag is missing.',
    foundBy: ['protocol.refuses-malformed-message'],
    run,
    defect: reading(mended),
  },
  'falls-over-malformed-messages': {
    does: 'Answers a message that is no XML with 500 and a page of its web server.',
    foundBy: ['protocol.refuses-malformed-message'],
    run,
    defect: answering((response) => (response.status === 400 ? page(500) : response)),
  },
  'shows-a-page-for-malformed-messages': {
    does: 'Answers a message that is no XML with 200 and its help page.',
    foundBy: ['protocol.refuses-malformed-message'],
    run,
    defect: answering((response) => (response.status === 400 ? page(200) : response)),
  },
  'answers-unknown-operations-with-nothing': {
    does: 'Answers an operation that it does not know with 200 and nothing.',
    foundBy: ['protocol.refuses-unknown-operation'],
    run,
    defect: answering((response, request) =>
      request.headers['soapaction']?.includes('unknown') === true
        ? { ...response, status: 200, body: new Uint8Array() }
        : response,
    ),
  },
  'takes-unknown-operations-for-is-alive': {
    does: 'Does the connection test for every operation that it does not know.',
    foundBy: ['protocol.refuses-unknown-operation'],
    run,
    defect: aliveForAny(() => false),
  },
  'goes-by-the-action': {
    does: 'Reads the SOAPAction only, and does not look which element the Body holds.',
    foundBy: ['protocol.refuses-unknown-operation'],
    run,
    defect: aliveForAny(isUnknown),
  },
  'takes-an-empty-body': {
    does: 'Does the connection test for a message with nothing in its Body.',
    foundBy: ['protocol.refuses-odd-envelopes'],
    run,
    defect: aliveForNothing((text) => text.replace(/<[\w.-]+:Body\/>/, aliveBody)),
  },
  'does-without-a-body': {
    does: 'Does the connection test for a message without a Body.',
    foundBy: ['protocol.refuses-odd-envelopes'],
    run,
    defect: aliveForNothing((text) =>
      text.includes('Body') ? text : text.replace(/<([\w.-]+:Envelope)([^>]*)\/>$/, `<$1$2>${aliveBody}</$1>`),
    ),
  },
  'believes-the-declared-encoding': {
    does: 'Reads a message in the encoding that its XML declaration names, whatever Content-Type says.',
    foundBy: ['protocol.disregards-declared-encoding'],
    run,
    defect: {
      alter: (parts) => ({
        ...parts,
        decode: (body, contentType) => {
          const latin1 = Buffer.from(body).toString('latin1');
          const named = /^<\?xml[^>]* encoding="([^"]*)"/.exec(latin1)?.[1]?.toLowerCase() ?? 'utf-8';
          if (named === 'iso-8859-1') return { text: latin1 };
          return named.startsWith('utf-16')
            ? { problem: 'bytes', explanation: { nl: 'This is no UTF-16.', en: 'This is no UTF-16.' } }
            : parts.decode(body, contentType);
        },
      }),
    },
  },
  'refuses-declared-encodings': {
    does: 'Refuses a message whose XML declaration names another encoding than its Content-Type.',
    foundBy: ['protocol.disregards-declared-encoding'],
    run,
    defect: refusing((text) => /^<\?xml[^>]*encoding="(?!utf-8)/i.test(text)),
  },
  'shows-a-page-for-unquoted-actions': {
    does: 'Answers a SOAPAction without quotes with 200 and its help page.',
    foundBy: ['protocol.answers-unquoted-action'],
    run,
    defect: answering((response, { headers }) =>
      headers['soapaction']?.startsWith('http') === true ? page(200) : response,
    ),
  },
} as const satisfies SeededDefects;
