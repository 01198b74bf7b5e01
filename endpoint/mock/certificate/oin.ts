import { AsnConvert } from '@peculiar/asn1-schema';
import { Name } from '@peculiar/asn1-x509';
import type { Certificate } from './presented.ts';

/** Where a subject has its OIN, or what could be one. */
export type FoundOin =
  | { readonly at: 'serial-number'; readonly text: string; readonly isPrintable: boolean }
  | { readonly at: 'elsewhere'; readonly text: string }
  | { readonly at: 'nowhere' };

const serialNumber = '2.5.4.5';

/** The organisation (O) of the subject. */
export const organisationIn = ({ says }: Certificate): string | undefined => says.subjectName.getField('O')[0];

/** Looks in subject.serialNumber, then for 20 digits anywhere else in the subject. */
export const oinIn = ({ says }: Certificate): FoundOin => {
  const attributes = AsnConvert.parse(says.subjectName.toArrayBuffer(), Name).flatMap((one) => [...one]);
  const own = attributes.find(({ type }) => type === serialNumber)?.value;
  if (own !== undefined)
    return { at: 'serial-number', text: own.toString(), isPrintable: own.printableString !== undefined };
  const [text] = attributes.flatMap(({ value }) => /(?<!\d)\d{20}(?!\d)/.exec(value.toString()) ?? []);
  return text === undefined ? { at: 'nowhere' } : { at: 'elsewhere', text };
};
