const start =
  'A-Za-z_\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}';
const rest = '\\-.0-9\\u00B7\\u0300-\\u036F\\u203F\\u2040';

/** A name without colon, as a regular expression with the flag `u`: what the fifth edition of XML 1.0 takes, which the earlier ones take less of. */
export const ncName = `[${start}][${start}${rest}]*`;

/** A name with a prefix or without. */
export const qName = `(?:${ncName}:)?${ncName}`;
