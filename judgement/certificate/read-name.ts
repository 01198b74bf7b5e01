import type { AttributeValue, Name } from '@peculiar/asn1-x509';
import type { DistinguishedName, StringType } from './facts.ts';

const names: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.4': 'SN',
  '2.5.4.5': 'serialNumber',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.9': 'street',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '2.5.4.12': 'title',
  '2.5.4.42': 'GN',
  '2.5.4.97': 'organizationIdentifier',
  '0.9.2342.19200300.100.1.25': 'DC',
  '0.9.2342.19200300.100.1.1': 'UID',
  '1.2.840.113549.1.9.1': 'emailAddress',
};

/** The attributes of a name in their order, each with the ASN.1 type of its text. */
export const readName = (name: Name): DistinguishedName =>
  [...name].flatMap((set) =>
    [...set].map(({ type: oid, value }) => ({
      oid,
      name: names[oid] ?? oid,
      value: value.toString(),
      type: typeOf(value),
    })),
  );

const types: readonly (readonly [keyof AttributeValue, StringType])[] = [
  ['printableString', 'PrintableString'],
  ['utf8String', 'UTF8String'],
  ['teletexString', 'TeletexString'],
  ['bmpString', 'BMPString'],
  ['universalString', 'UniversalString'],
  ['ia5String', 'IA5String'],
];

const typeOf = (value: AttributeValue): StringType => types.find(([key]) => value[key] !== undefined)?.[1] ?? 'other';
