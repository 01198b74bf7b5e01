import type { Bilingual } from '#contract/texts/bilingual';
import { charsetText, mediaTypeText } from '#contract/texts/media-type-text';
import { quoted } from '#contract/texts/quoted';
import type { Finding } from '#judgement/finding';
import type { HttpMessage } from './http-text.ts';

/** What is wrong with the head of a request: its media type, and its SOAPAction, which many services take unquoted. */
export const headFindings = ({ start, headers }: HttpMessage, action: string): readonly Finding[] => {
  const lines = [start, ...headers.map(([name]) => name)];
  const lineOf = (name: string): number =>
    lines.findIndex((line, index) => index > 0 && line.toLowerCase() === name) + 1;
  const [type = ''] = valuesOf(headers, 'content-type').map(
    (value) => value.split(';', 1)[0]?.trim().toLowerCase() ?? '',
  );
  const charset = charsetText(valuesOf(headers, 'content-type')[0] ?? '');
  const wrongType = [
    ...(type === 'text/xml' ? [] : [found(constraintOf(type), lineOf('content-type'), mediaTypeText(type))]),
    ...(charset === undefined ? [] : [found('http#charset', lineOf('content-type'), charset)]),
  ];
  const actions = valuesOf(headers, 'soapaction');
  // SOAP 1.2 has its action in Content-Type.
  const said = type === 'application/soap+xml' ? undefined : actionText(actions, action);
  return [
    ...wrongType,
    ...(said === undefined
      ? []
      : [
          {
            ...found('http#soapaction', lineOf('soapaction'), said),
            ...(actions.length === 1 ? { severity: 'warning' as const } : {}),
          },
        ]),
  ];
};

/** What is sent as something else altogether is named as that. */
const constraintOf = (type: string): string => {
  if (/^multipart\/|^application\/xop\+xml/.test(type)) return 'http#multipart';
  return type === 'application/soap+xml' ? 'http#soap-1-2' : 'http#content-type';
};

const valuesOf = (headers: HttpMessage['headers'], wanted: string): readonly string[] =>
  headers.flatMap(([name, value]) => (name.toLowerCase() === wanted ? [value] : []));

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

const found = (constraint: string, line: number, text: Bilingual): Finding => ({
  ...{ constraint, severity: 'error', ground: 'public', path: '/', line },
  ...(line === 0 ? {} : { column: 1 }),
  text,
});
