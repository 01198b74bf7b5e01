/** The bytes with line ends as LF, which a checkout may have changed; what has a zero byte is no text. */
export const withPlainLineEnds = (bytes: Uint8Array): Uint8Array => {
  if (!bytes.includes(0x0d) || bytes.includes(0)) return bytes;
  return bytes.filter((byte, index) => byte !== 0x0d || bytes[index + 1] !== 0x0a);
};
