import type { Bilingual } from '#contract/texts/bilingual';
import type { CertificateChain } from './chain.ts';
import { type CertificateFacts, valueIn } from './facts.ts';
import { typeOfG4 } from './g4-names.ts';
import { oinIn, splitOin, testPrefix } from './oin.ts';
import { type CertificateJudge, breaks, holds, notApplicable } from './opinion.ts';

/** The organisation that holds the certificate. */
export const namesOrganisation: CertificateJudge = ({ leaf }) => {
  const organisation = valueIn(leaf.subject, 'O')?.trim() ?? '';
  return organisation === '' ? breaks('O ontbreekt', 'O is missing') : holds(organisation, organisation);
};

/** C=NL. */
export const namesCountry: CertificateJudge = ({ leaf }) => {
  const country = valueIn(leaf.subject, 'C');
  if (country === 'NL') return holds('C=NL', 'C=NL');
  return country === undefined ? breaks('C ontbreekt', 'C is missing') : breaks(`C=${country}`, `C=${country}`);
};

const serialNumber = ({ subject }: CertificateFacts): string | undefined => valueIn(subject, 'serialNumber');

/** Something is in subject.serialNumber; otherwise where an OIN stands instead. */
export const oinInSerialNumber: CertificateJudge = ({ leaf, chain }) => {
  const oin = serialNumber(leaf);
  if (oin !== undefined) return holds(oin, oin);
  const elsewhere = oinElsewhere(leaf);
  if (elsewhere === undefined) return withoutOin(leaf, chain);
  return breaks(
    `subject.serialNumber ontbreekt; ${elsewhere.oin} staat in ${elsewhere.place.nl}`,
    `subject.serialNumber is missing; ${elsewhere.oin} is in ${elsewhere.place.en}`,
  );
};

/** Under G4 only the KVK number in organizationIdentifier is demanded (pkioverheid/g4-trial@3d8d72d7). */
const withoutOin = ({ subject }: CertificateFacts, chain: CertificateChain): ReturnType<CertificateJudge> => {
  if (chain.hierarchy !== 'G4' && typeOfG4(chain) === undefined)
    return breaks('het certificaat heeft geen OIN', 'the certificate has no OIN');
  const instead = valueIn(subject, 'organizationIdentifier') ?? '–';
  return breaks(
    `het certificaat heeft geen OIN (wel organizationIdentifier ${instead}); onder G4 staat het er alleen in als het bij de aanvraag is gevraagd`,
    `the certificate has no OIN (but organizationIdentifier ${instead}); under G4 it is there only when it was asked for in the order`,
  );
};

interface Found {
  readonly oin: string;
  readonly place: Bilingual;
}

const oinElsewhere = ({ subject, serial, extensions }: CertificateFacts): Found | undefined =>
  [
    ...subject.map(({ name, value }) => ({ text: value, place: same(`subject.${name}`) })),
    ...extensions.alternativeNames.map((text) => ({ text, place: same('subjectAltName') })),
    {
      text: serial.padStart(20, '0'),
      place: { nl: 'het volgnummer van het certificaat zelf', en: 'the serial number of the certificate itself' },
    },
  ]
    .map(({ text, place }) => ({ oin: oinIn(text), place }))
    .find((one): one is Found => one.oin !== undefined);

const same = (text: string): Bilingual => ({ nl: text, en: text });

const withSerialNumber =
  (judge: (oin: string, leaf: CertificateFacts) => ReturnType<CertificateJudge>): CertificateJudge =>
  ({ leaf }) => {
    const oin = serialNumber(leaf);
    return oin === undefined
      ? notApplicable('er staat geen OIN in subject.serialNumber', 'there is no OIN in subject.serialNumber')
      : judge(oin, leaf);
  };

/** Twenty digits, nothing before or after. */
export const oinTwentyDigits = withSerialNumber((oin) => {
  if (splitOin(oin) !== undefined) return holds(oin, oin);
  const digits = String(oin.replace(/\D/g, '').length);
  const strange = [...new Set(oin.replace(/\d/g, ''))].map((one) => `"${one}"`).join(' ');
  return strange === ''
    ? breaks(`"${oin}" telt ${digits} cijfers`, `"${oin}" has ${digits} digits`)
    : breaks(`"${oin}" bevat ${strange}`, `"${oin}" holds ${strange}`);
});

/** PrintableString, as RFC 5280 has it. */
export const oinPrintableString = withSerialNumber((_, { subject }) => {
  const type = subject.find(({ name }) => name === 'serialNumber')?.type ?? 'other';
  return type === 'PrintableString' ? holds(type, type) : breaks(`het is een ${type}`, `it is a ${type}`);
});

const withOin = (
  judge: (oin: NonNullable<ReturnType<typeof splitOin>>) => ReturnType<CertificateJudge>,
): CertificateJudge =>
  withSerialNumber((text) => {
    const oin = splitOin(text);
    return oin === undefined
      ? notApplicable('subject.serialNumber is geen twintig cijfers', 'subject.serialNumber is not twenty digits')
      : judge(oin);
  });

/** A prefix that the OIN-Stelsel names. */
export const oinPrefixKnown = withOin(({ prefix, register }) =>
  register === undefined
    ? breaks(`voorvoegsel ${prefix} is niet bekend`, `prefix ${prefix} is not known`)
    : holds(`${prefix}: ${register.number.nl}`, `${prefix}: ${register.number.en}`),
);

/** Behind an RSIN or KVK number. */
export const oinSuffixZeros = withOin(({ prefix, suffix }) => {
  if (prefix !== '00000001' && prefix !== '00000003')
    return notApplicable('alleen bij een RSIN of KVK-nummer', 'for an RSIN or KVK number only');
  return /^0+$/.test(suffix)
    ? holds(`eindigt op ${suffix}`, `ends in ${suffix}`)
    : breaks(`eindigt op ${suffix}`, `ends in ${suffix}`);
});

/** A test OIN is for the ETO. */
export const oinRealInProduction = withOin(({ prefix }) =>
  prefix === testPrefix
    ? breaks(`${prefix} is het voorvoegsel van een test-OIN`, `${prefix} is the prefix of a test OIN`)
    : holds(`voorvoegsel ${prefix}`, `prefix ${prefix}`),
);
