import { validIban } from './valid-iban.ts';

/** Kinds of text that may be about a person. */
export const personalKinds = ['bsn', 'mail', 'phone', 'iban'] as const;

export type PersonalKind = (typeof personalKinds)[number];

/** The kinds that a text holds: what is an IBAN or an address is looked at no further. */
export const personalIn = (text: string): ReadonlySet<PersonalKind> => {
  const found = new Set<PersonalKind>();
  const withoutIbans = text.replace(ibanStart, (start: string, offset: number) => {
    if (validIban(text.slice(offset, offset + longestIban)) === undefined) return start;
    found.add('iban');
    return start;
  });
  const rest = (found.has('iban') ? masked(withoutIbans) : text).replace(mail, (address: string) => {
    if (!isReserved(address)) found.add('mail');
    return ' ';
  });
  if (phone.test(rest)) found.add('phone');
  if (Array.from(rest.matchAll(nineDigits), ([digits]) => digits.replace(/[. ]/g, '')).some(passesElevenTest))
    found.add('bsn');
  return found;
};

/** Two letters and two digits, on which an IBAN goes on. */
const ibanStart = /(?<![A-Za-z0-9])[A-Za-z]{2}\d{2}(?=\s?[A-Za-z0-9])/g;

/** ISO 13616: 34 characters, with a space after each four. */
const longestIban = 44;

const masked = (text: string): string => {
  let rest = text;
  for (const { index } of text.matchAll(ibanStart)) {
    const iban = validIban(text.slice(index, index + longestIban));
    if (iban !== undefined) rest = rest.slice(0, index) + ' '.repeat(iban.length) + rest.slice(index + iban.length);
  }
  return rest;
};

const mail = /(?<![\w.+-])[\w.+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}/g;

/** RFC 2606 and RFC 6761: names that are nobody's. */
const isReserved = (address: string): boolean =>
  /[@.](?:example\.(?:com|net|org)|example|test|invalid|localhost)$/i.test(address);

/** Ten digits from a zero, or nine behind +31 or 0031, as people group them. */
const phone = /(?<![\w])(?<!\d[.,-])(?:(?:\+|00)31[\s-]?(?:\(0\)[\s-]?)?[1-9]|\(?0[1-9])(?:[\s()-]{0,2}\d){8}(?!\d)/;

/** As one, or grouped as on a letter or as people read them: 1234.56.782, 111 222 333. */
const nineDigits = /(?<!\w)(?<!\d[.,-])(?:\d{9}|\d{4}\.\d{2}\.\d{3}|(?<!\d )\d{3} \d{3} \d{3}(?! \d))(?![\w]|[.,-]\d)/g;

/** The test of a citizen service number, which the RSIN of an organisation passes too: one in eleven numbers does by chance. */
const passesElevenTest = (digits: string): boolean => {
  const sum = [...digits].reduce((all, digit, index) => all + Number(digit) * (index === 8 ? -1 : 9 - index), 0);
  return sum % 11 === 0 && Number(digits) > 0;
};
