import type { Bilingual } from '#contract/texts/bilingual';
import type { Finding } from './finding.ts';

/** What SOAP 1.1 and the WS-I Basic Profile 1.1 ask of an envelope, as far as it can be seen in the bytes. */
export type SoapStatement =
  | 'well-formed'
  | 'encoding'
  | 'no-dtd'
  | 'no-processing-instructions'
  | 'envelope'
  | 'version'
  | 'body'
  | 'one-request'
  | 'header'
  | 'request';

const texts: Readonly<Record<SoapStatement, Bilingual>> = {
  'well-formed': {
    nl: 'Het bericht is geen welgevormde XML. Laat het door een XML-bibliotheek schrijven.',
    en: 'The message is not well-formed XML. Have an XML library write it.',
  },
  encoding: {
    nl: 'Het bericht is niet gecodeerd in UTF-8 of UTF-16 (SSBP 1.0, R1012). Schrijf het in UTF-8.',
    en: 'The message is not encoded in UTF-8 or UTF-16 (SSBP 1.0, R1012). Write it in UTF-8.',
  },
  'no-dtd': {
    nl: 'Het bericht heeft een DTD (BP 1.1, R1008). Laat de DOCTYPE-declaratie weg.',
    en: 'The message has a DTD (BP 1.1, R1008). Leave out the DOCTYPE declaration.',
  },
  'no-processing-instructions': {
    nl: 'Het bericht heeft een verwerkingsinstructie (BP 1.1, R1009). Laat haar weg.',
    en: 'The message has a processing instruction (BP 1.1, R1009). Leave it out.',
  },
  envelope: {
    nl: 'Het bericht is geen SOAP-envelop (SOAP 1.1, par. 4). Gebruik Envelope als hoofdelement.',
    en: 'The message is no SOAP envelope (SOAP 1.1, section 4). Make Envelope its root.',
  },
  version: {
    nl: 'De envelop is niet van SOAP 1.1 (SOAP 1.1, par. 4.1.2). Gebruik http://schemas.xmlsoap.org/soap/envelope/.',
    en: 'The envelope is not of SOAP 1.1 (SOAP 1.1, section 4.1.2). Use http://schemas.xmlsoap.org/soap/envelope/.',
  },
  body: {
    nl: 'De envelop bestaat niet uit hoogstens één Header en dan precies één Body (SOAP 1.1, par. 4; BP 1.1, R1011). Laat al het andere weg.',
    en: 'The envelope is not at most one Header and then exactly one Body (SOAP 1.1, section 4; BP 1.1, R1011). Leave out everything else.',
  },
  'one-request': {
    nl: 'Body bevat niet precies één element (BP 1.1, R2201 en R2210). Zet er één verzoek in.',
    en: 'Body does not hold exactly one element (BP 1.1, R2201 and R2210). Put one request in it.',
  },
  header: {
    nl: 'In de Header ontbreekt een blok dat deze dienst vraagt. Zet het erin.',
    en: 'The Header lacks a block that this service asks for. Put it there.',
  },
  request: {
    nl: 'Het element in Body is geen verzoek van deze dienst. Controleer de naam en de naamruimte.',
    en: 'The element in Body is no request of this service. Check its name and namespace.',
  },
};

/** A finding on the envelope; `detail` is what the parser says, in its own words. */
export const soapFinding = (statement: SoapStatement, path = '/', { line = 0, detail = '' } = {}): Finding => ({
  constraint: `soap#${statement}`,
  severity: 'error',
  ground: 'public',
  path,
  line,
  text: withDetail(texts[statement], detail),
});

const withDetail = ({ nl, en }: Bilingual, detail: string): Bilingual =>
  detail === '' ? { nl, en } : { nl: `${nl} [${detail}]`, en: `${en} [${detail}]` };
