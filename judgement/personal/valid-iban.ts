/** The IBAN that a text begins with, as written; undefined where none of its beginnings has check digits that are right (ISO 13616, mod 97). */
export const validIban = (text: string): string | undefined => {
  const [whole = ''] = /^[A-Za-z]{2}\d{2}(?: ?[A-Za-z0-9]){11,30}/.exec(text) ?? [];
  for (let length = whole.length; length >= shortest; length -= 1) {
    const written = whole.slice(0, length);
    if (!/[A-Za-z0-9]/.test(text.charAt(length)) && isValid(written.replaceAll(' ', ''))) return written.trimEnd();
  }
  return undefined;
};

/** That of Norway. */
const shortest = 15;

const isValid = (iban: string): boolean => {
  if (iban.length < shortest) return false;
  const digits = (iban.slice(4) + iban.slice(0, 4)).replace(/[A-Za-z]/g, (letter) => String(parseInt(letter, 36)));
  return BigInt(digits) % 97n === 1n;
};
