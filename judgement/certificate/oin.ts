import type { Bilingual } from '#contract/texts/bilingual';

/** A prefix of an OIN: which register its number is from. Source: Logius OIN-Stelsel. */
export interface OinRegister {
  readonly prefix: string;
  readonly number: Bilingual;
  readonly register: Bilingual;
  /** Digits of the number; the rest is the suffix. Undefined where the source gives no length. */
  readonly digits?: number;
}

const same = (text: string): Bilingual => ({ nl: text, en: text });

/** Source: Logius OIN-Stelsel (Logius-standaarden/OIN-Stelsel@edafd7e2), the prefixes. */
const oinRegisters: readonly OinRegister[] = [
  { prefix: '00000001', number: same('RSIN'), register: same('Handelsregister'), digits: 9 },
  {
    prefix: '00000002',
    number: { nl: 'fiscaal nummer', en: 'fiscal number' },
    register: { nl: 'Belastingdienst', en: 'tax authority (Belastingdienst)' },
  },
  {
    prefix: '00000003',
    number: { nl: 'KVK-nummer', en: 'KVK number' },
    register: same('Handelsregister'),
    digits: 8,
  },
  {
    prefix: '00000004',
    number: same('SubOIN'),
    register: { nl: 'SubOIN-register', en: 'SubOIN register' },
    digits: 9,
  },
  { prefix: '00000005', number: { nl: 'vrij', en: 'free' }, register: { nl: 'geen', en: 'none' } },
  {
    prefix: '00000006',
    number: { nl: 'OIN-hoofdnummer van Logius', en: 'OIN main number of Logius' },
    register: same('Logius'),
  },
  { prefix: '00000007', number: same('BRIN'), register: same('DUO') },
  { prefix: '00000008', number: { nl: 'buitenlands nummer', en: 'foreign number' }, register: same('Logius') },
  { prefix: '00000009', number: { nl: 'UZI-nummer', en: 'UZI number' }, register: same('CIBG') },
  { prefix: '00000010', number: same('TRR-BD'), register: same('Logius / Belastingdienst') },
  {
    prefix: '00000099',
    number: { nl: 'test-OIN', en: 'test OIN' },
    register: { nl: 'geen; vrij te gebruiken', en: 'none: free for everyone' },
  },
];

/** The prefix of an OIN that is for tests. */
export const testPrefix = '00000099';

/** An OIN in its parts: eight digits, then a number, then what fills it up to twenty. */
export interface Oin {
  readonly prefix: string;
  readonly number: string;
  readonly suffix: string;
  /** Undefined for a prefix that the source does not name. */
  readonly register: OinRegister | undefined;
}

/** The parts of an OIN; undefined when it is not twenty digits. */
export const splitOin = (text: string): Oin | undefined => {
  if (!/^\d{20}$/.test(text)) return undefined;
  const [prefix, rest] = [text.slice(0, 8), text.slice(8)];
  const register = oinRegisters.find((one) => one.prefix === prefix);
  const digits = register?.digits ?? rest.length;
  return { prefix, number: rest.slice(0, digits), suffix: rest.slice(digits), register };
};

/** What in a text looks like an OIN, or like one that lost or won a digit. */
export const oinIn = (text: string): string | undefined => /(?<!\d)0{6,7}\d{11,15}(?!\d)/.exec(text)?.[0];
