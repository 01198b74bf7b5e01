import { BaseStringBlock } from 'asn1js';
import type { Certificate } from 'pkijs';
import { shortly } from '#contract/texts/visible';

const shortNames: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.5': 'serialNumber',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '2.5.4.97': 'organizationIdentifier',
};

/** Characters of a whole name that are told. */
const most = 300;

/** A name in a certificate as `CN=…, O=…`: a comma or other sign of that form is escaped in a value (RFC 4514, 2.4), so that no value is taken for two. */
export const nameOf = ({ typesAndValues }: Certificate['subject']): string =>
  shortly(
    typesAndValues
      .slice(0, most)
      .map(({ type, value }) => `${shortNames[type] ?? type}=${valueOf(value)}`)
      .join(', '),
    most,
  );

/** What is no text is told as such. */
const valueOf = (value: unknown): string =>
  value instanceof BaseStringBlock
    ? value
        .getValue()
        .slice(0, most)
        .replaceAll(/[\\,+"<>;=]/g, '\\$&')
    : '#';
