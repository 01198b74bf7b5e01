/** Whether a value shows nothing: white space, and characters that can't be seen. */
export const isBlank = (value: string): boolean => /^[\s\p{C}]*$/u.test(value);

const mostCharacters = 120;

/** A value in quotes and in visible ASCII, without the credentials that an address can hold. */
export const shown = (value: string): string => {
  const masked = value.replace(/[^/\s]*@/g, '***@');
  const cut = masked.length > mostCharacters ? `${masked.slice(0, mostCharacters)}…` : masked;
  return `"${cut.replace(/[^ -~…]/gu, (one) => `\\u{${(one.codePointAt(0) ?? 0).toString(16)}}`)}"`;
};
