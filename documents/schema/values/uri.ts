const plain = "A-Za-z0-9\\-_.!~*'()$&+,;=";
const escaped = '%[0-9A-Fa-f]{2}';
const letters = '¡-\uD7FF\uF900-\uFDCF';

const inAuthority = `([${plain}]|${escaped})`;
const inName = `([${plain}@${letters}]|${escaped})`;
const inPath = `([${plain}@:${letters}]|${escaped})`;
const inQuery = `([${plain}@:/?${letters}]|${escaped})`;

const rest = `(/${inPath}*)*`;
const absolute = `/(${inPath}+${rest})?`;
const authority = `//((([${plain}:]|${escaped})*@)?${inAuthority}+(:[0-9]{1,5})?${rest}|/${inPath}+${rest})`;
const hierarchy = `[A-Za-z][A-Za-z0-9+.\\-]*:(${authority}|${absolute}|${inPath}+${rest})`;

/**
 * References that RFC 2396, which XSD names, and RFC 3986 both take, as a pattern: a colon only behind a scheme, in a path or
 * before a port, letters beyond ASCII where they would be escaped, no address of IP version 6.
 */
export const agreedUri = `(${hierarchy}|${authority}|${absolute}|${inName}+${rest})?(\\?${inQuery}*)?(#${inQuery}*)?`;

const whole = new RegExp(`^(?:${agreedUri})$`, 'u');

/** Tells whether every reading of RFC 2396 and its successors accepts a text. */
export const isAgreedUri = (text: string): boolean => whole.test(text);
