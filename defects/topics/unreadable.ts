import type { RequirementId } from '#judgement/requirements/registry';
import { reading } from '../seams.ts';
import type { SeededDefect, SeededDefects } from '../seeded-defect.ts';

/** The one check that is there for it. */
const foundBy = (requirement: RequirementId): Pick<SeededDefect, 'foundBy' | 'run'> => ({
  foundBy: [requirement],
  run: { topics: ['protocol'], only: (check) => check.requirement === requirement },
});

/** Reads over one way in which a message is no XML. */
const overlooking = (does: string, mend: (text: string) => string): SeededDefect => ({
  does,
  ...foundBy('protocol.refuses-malformed-message'),
  defect: reading(mend),
});

/** Takes another media type for that of SOAP 1.1. */
const takingType = (does: string, type: string): SeededDefect => ({
  does,
  ...foundBy('protocol.refuses-other-media-type'),
  defect: {
    alter: (parts) => ({ ...parts, decode: (body, given) => parts.decode(body, given?.replace(type, 'text/xml')) }),
  },
});

/** Defects of an endpoint that reads what is no message at all. */
export const unreadableDefects = {
  'reads-no-further-than-the-envelope': overlooking('Does not look at what stands behind the envelope.', (text) =>
    text.replace(/(<\/[\w.-]+:Envelope>).+$/s, '$1'),
  ),
  'takes-bare-ampersands': overlooking('Takes an ampersand that begins no reference for itself.', (text) =>
    text.replace(/& /g, '&amp; '),
  ),
  'drops-control-characters': overlooking('Leaves out references to characters that XML does not have.', (text) =>
    text.replace('&#1;', ''),
  ),
  'takes-attributes-without-quotes': overlooking('Takes attributes without quotes, as HTML has them.', (text) =>
    text.replace(/ een=1/, ' een="1"'),
  ),
  'takes-attributes-twice': overlooking('Takes an attribute that stands there twice.', (text) =>
    text.replace(/ een="1" een="2"/, ' een="1"'),
  ),
  'takes-undeclared-prefixes': overlooking(
    'Takes a prefix that is not declared, as a parser without namespaces does.',
    (text) => text.replace(' onbekend:een=', ' een='),
  ),
  'replaces-stray-bytes': {
    ...overlooking('Reads bytes that are no UTF-8 as a replacement character.', (text) => text),
    defect: {
      alter: (parts) => ({
        ...parts,
        decode: (body, contentType) => {
          const decoded = parts.decode(body, contentType);
          const isStray = 'problem' in decoded && decoded.problem === 'bytes';
          return isStray ? { text: Buffer.from(body).toString('utf8') } : decoded;
        },
      }),
    },
  },
  'takes-the-media-type-of-soap-1-2': takingType(
    'Takes SOAP 1.1 under the media type of SOAP 1.2.',
    'application/soap+xml',
  ),
  'takes-plain-text': takingType('Takes a message as plain text.', 'text/plain'),
} as const satisfies SeededDefects;
