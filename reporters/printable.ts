/** Text with every character that XML 1.0 forbids replaced by U+FFFD; what the other side sent may hold any. */
export const printable = (text: string): string =>
  text.toWellFormed().replace(/[^\u0009\u000A\u000D\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD');
