import type { Bilingual } from '#contract/texts/bilingual';
import { charsetConflictText, charsetText, codingText, mediaTypeText } from '#contract/texts/media-type-text';
import { redacted } from '#endpoint/redact';
import { quoted } from '#contract/texts/quoted';
import type { Finding } from '#judgement/finding';
import type { HttpMessage } from './http-text.ts';

/**
 * What is wrong with the head of a request: its media type, its Authorization, and its SOAPAction, which many services take
 * unquoted; `actions` are those that its body may go with.
 */
export const headFindings = ({ start, headers, body }: HttpMessage, actions: readonly string[]): readonly Finding[] => {
  const lines = [start, ...headers.map(([name]) => name)];
  const lineOf = (name: string): number =>
    lines.findIndex((line, index) => index > 0 && line.toLowerCase() === name) + 1;
  const [type = ''] = valuesOf(headers, 'content-type').map(
    (value) => value.split(';', 1)[0]?.trim().toLowerCase() ?? '',
  );
  const coded = codingText(valuesOf(headers, 'content-encoding')[0]);
  const [contentType = ''] = valuesOf(headers, 'content-type');
  const charset = charsetText(contentType) ?? charsetConflictText(contentType, body);
  // SOAP 1.2 has its action in Content-Type.
  const said = type === 'application/soap+xml' ? [] : actionFindings(valuesOf(headers, 'soapaction'), actions);
  return [
    ...(type === 'text/xml' ? [] : [found(constraintOf(type), lineOf('content-type'), mediaTypeText(type))]),
    ...(charset === undefined ? [] : [found('http#charset', lineOf('content-type'), charset)]),
    ...(coded === undefined ? [] : [found('http#content-encoding', lineOf('content-encoding'), coded)]),
    ...said.map((finding) => ({ ...finding, ...placeAt(lineOf('soapaction')) })),
    ...accessFindings(valuesOf(headers, 'authorization'), lineOf('authorization')),
  ];
};

/** What is sent as something else altogether is named as that. */
const constraintOf = (type: string): string => {
  if (/^multipart\/|^application\/xop\+xml/.test(type)) return 'http#multipart';
  return type === 'application/soap+xml' ? 'http#soap-1-2' : 'http#content-type';
};

const valuesOf = (headers: HttpMessage['headers'], wanted: string): readonly string[] =>
  headers.flatMap(([name, value]) => (name.toLowerCase() === wanted ? [value] : []));

const actionFindings = (values: readonly string[], actions: readonly string[]): readonly Finding[] => {
  const [value = ''] = values;
  const written = actionText(values, actions[0] ?? '');
  const named = value.replace(/^"(.*)"$/, '$1');
  const isOther = values.length === 1 && !actions.includes(named);
  return [
    ...(written === undefined
      ? []
      : [
          { ...found('http#soapaction', 0, written), ...(values.length === 1 ? { severity: 'warning' as const } : {}) },
        ]),
    // A service in WCF finds the operation by it, and refuses a body of another.
    ...(isOther ? [found('http#action', 0, otherAction(named, actions))] : []),
  ];
};

const otherAction = (named: string, actions: readonly string[]): Bilingual => ({
  nl: `SOAPAction is ${quoted(named)}; bij dit verzoek hoort ${actions.join(' of ')}.`,
  en: `SOAPAction is ${quoted(named)}; with this request goes ${actions.join(' or ')}.`,
});

const actionText = (values: readonly string[], action: string): Bilingual | undefined => {
  const [value = ''] = values;
  const way = { nl: `Stuur SOAPAction: "${action}".`, en: `Send SOAPAction: "${action}".` };
  if (values.length === 1 && /^"[^"]*"$/.test(value)) return undefined;
  if (values.length === 1)
    return {
      nl: `De waarde van SOAPAction staat niet tussen aanhalingstekens: ${quoted(value)} (SOAP 1.1, par. 6.1.1; BP 1.1, R2744). ${way.nl}`,
      en: `The value of SOAPAction is not in quotation marks: ${quoted(value)} (SOAP 1.1, section 6.1.1; BP 1.1, R2744). ${way.en}`,
    };
  return values.length === 0
    ? { nl: `De header SOAPAction ontbreekt. ${way.nl}`, en: `The header SOAPAction is missing. ${way.en}` }
    : {
        nl: `De header SOAPAction staat er meer dan één keer. ${way.nl}`,
        en: `The header SOAPAction stands there more than once. ${way.en}`,
      };
};

/** Of a username and password (RFC 7617); values are secrets and are not told. */
const accessFindings = (values: readonly string[], line: number): readonly Finding[] => {
  const [value = ''] = values;
  if (values.length === 0) return [];
  if (values.length > 1) return [found('http#authorization', line, twice)];
  const [, scheme = '', token = ''] = /^(\S*)\s*(.*)$/.exec(value) ?? [];
  if (scheme.toLowerCase() !== 'basic')
    return [{ ...found('http#authorization', line, otherScheme(token === '' ? '' : scheme)), severity: 'warning' }];
  return isBasic(token) ? [] : [found('http#authorization', line, noBasic)];
};

/** What is recorded has a mark in place of the secret. */
const isBasic = (token: string): boolean =>
  token === redacted ||
  (/^[A-Za-z0-9+/]+={0,2}$/.test(token) && token.length % 4 === 0 && Buffer.from(token, 'base64').includes(':'));

const twice: Bilingual = {
  nl: 'De header Authorization staat er meer dan één keer. Stuur er één.',
  en: 'The header Authorization stands there more than once. Send one.',
};

const noBasic: Bilingual = {
  nl: 'Achter Basic in Authorization staat geen base64 van gebruikersnaam:wachtwoord (RFC 7617). Codeer beide samen, met een dubbele punt ertussen.',
  en: 'What follows Basic in Authorization is no base64 of username:password (RFC 7617). Encode both together, with a colon between them.',
};

/** What is no name of a scheme can be a secret. */
const otherScheme = (scheme: string): Bilingual => {
  const isName = /^[A-Za-z][\w-]{0,11}$/.test(scheme);
  return {
    nl: `Authorization begint ${isName ? `met ${quoted(scheme)}` : 'niet met een schema'}; een gebruikersnaam en wachtwoord gaan met Basic (RFC 7617).`,
    en: `Authorization begins with ${isName ? quoted(scheme) : 'no scheme'}; a username and password go by Basic (RFC 7617).`,
  };
};

const placeAt = (line: number): Pick<Finding, 'line' | 'column'> => ({ line, ...(line === 0 ? {} : { column: 1 }) });

const found = (constraint: string, line: number, text: Bilingual): Finding => ({
  ...{ constraint, severity: 'error', ground: 'public', path: '/' },
  ...placeAt(line),
  text,
});
