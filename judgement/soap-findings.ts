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
  | 'no-body'
  | 'body'
  | 'one-request'
  | 'header'
  | 'request'
  | 'no-soap-attributes'
  | 'must-understand'
  | 'inline'
  | 'password-text'
  | 'unknown-header'
  | 'excess';

const texts: Readonly<Record<SoapStatement, Bilingual>> = {
  'well-formed': {
    nl: 'Het bericht is geen welgevormde XML.',
    en: 'The message is not well-formed XML.',
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
  'no-body': {
    nl: 'De envelop heeft geen Body (SOAP 1.1, par. 4). Zet er een in, met het verzoek.',
    en: 'The envelope has no Body (SOAP 1.1, section 4). Put one in it, with the request.',
  },
  body: {
    nl: 'De envelop bestaat niet uit hoogstens één Header en dan precies één Body (SOAP 1.1, par. 4; BP 1.1, R1011). Laat al het andere weg.',
    en: 'The envelope is not at most one Header and then exactly one Body (SOAP 1.1, section 4; BP 1.1, R1011). Leave out everything else.',
  },
  'one-request': {
    nl: 'Body bevat niet precies één element (BP 1.1, R9981 en R2210). Zet er één verzoek in.',
    en: 'Body does not hold exactly one element (BP 1.1, R9981 and R2210). Put one request in it.',
  },
  header: {
    nl: 'In de Header ontbreekt een blok dat deze dienst vraagt. Zet het erin.',
    en: 'The Header lacks a block that this service asks for. Put it there.',
  },
  'no-soap-attributes': {
    nl: 'Envelope, Header, Body of het verzoek heeft een attribuut van SOAP, zoals encodingStyle (BP 1.1, R1005, R1006 en R1032). Laat het weg.',
    en: 'Envelope, Header, Body or the request has an attribute of SOAP, such as encodingStyle (BP 1.1, R1005, R1006 and R1032). Leave it out.',
  },
  'must-understand': {
    nl: 'soap:mustUnderstand is geen 0 of 1 (BP 1.1, R1013). Schrijf 0 of 1.',
    en: 'soap:mustUnderstand is not 0 or 1 (BP 1.1, R1013). Write 0 or 1.',
  },
  inline: {
    nl: 'Het bericht verwijst met xop:Include naar een bijlage (MTOM). Zet MTOM uit: de inhoud hoort als base64 in het bericht zelf.',
    en: 'The message refers to an attachment by xop:Include (MTOM). Turn MTOM off: the content belongs in the message itself, as base64.',
  },
  'password-text': {
    nl: 'De UsernameToken heeft een PasswordDigest. Stuur het wachtwoord als PasswordText, over TLS: een digest kan alleen controleren wie het wachtwoord leesbaar bewaart.',
    en: 'The UsernameToken has a PasswordDigest. Send the password as PasswordText, over TLS: only who stores it readable can check a digest.',
  },
  'unknown-header': {
    nl: 'De Header heeft een blok met mustUnderstand="1" dat deze dienst niet kent, en dat moet zij dan weigeren (SOAP 1.1, par. 4.2.3). Zet WS-Addressing of wat het erin zet uit, of laat mustUnderstand weg.',
    en: 'The Header has a block with mustUnderstand="1" that this service does not know, so that it has to refuse it (SOAP 1.1, section 4.2.3). Turn off WS-Addressing or what else puts it there, or leave out mustUnderstand.',
  },
  excess: {
    nl: 'Dit bericht gaat over de grenzen van wat hier gelezen wordt, en verder is niets ervan beoordeeld.',
    en: 'This message is past the limits of what is read here, and nothing else of it was judged.',
  },
  request: {
    nl: 'Het element in Body is geen verzoek van deze dienst.',
    en: 'The element in Body is no request of this service.',
  },
};

/** A finding on the envelope; `detail` is a sentence more. */
export const soapFinding = (
  statement: SoapStatement,
  path = '/',
  { line = 0, column = 0, detail, why }: Detail = {},
): Finding => ({
  constraint: `soap#${statement}`,
  severity: statement === 'password-text' ? 'warning' : 'error',
  ground: assumed.has(statement) ? 'assumed' : 'public',
  path,
  line,
  ...(column === 0 ? {} : { column }),
  ...(why === undefined ? {} : { why }),
  text: withDetail(texts[statement], detail),
});

/** Which blocks and which form of a password the service takes is nowhere public. */
const assumed: ReadonlySet<SoapStatement> = new Set<SoapStatement>(['password-text', 'unknown-header', 'excess']);

interface Detail {
  readonly line?: number;
  readonly column?: number;
  readonly detail?: Bilingual | undefined;
  readonly why?: Finding['why'] | undefined;
}

/** A text with a sentence more, where there is one. */
export const withDetail = ({ nl, en }: Bilingual, detail: Bilingual | undefined): Bilingual =>
  detail === undefined ? { nl, en } : { nl: `${nl} ${detail.nl}`, en: `${en} ${detail.en}` };
