/** The texts that bytes may be taken for: by their mark, by their zeros, as UTF-8, and as the 8-bit encoding that they declare. */
export const textReadings = (bytes: Uint8Array): readonly string[] => {
  const wide = wideEncoding(bytes);
  if (wide !== undefined) return [new TextDecoder(wide).decode(bytes)];
  const text = new TextDecoder().decode(bytes);
  return declares8Bit(text) ? [text, Buffer.from(bytes).toString('latin1')] : [text];
};

const wideEncoding = ([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | undefined => {
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return 'utf-16le';
  return (first === 0xfe && second === 0xff) || (first === 0 && second !== 0) ? 'utf-16be' : undefined;
};

const declares8Bit = (text: string): boolean => {
  const [, encoding] = /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([^"']*)["']/.exec(text.slice(0, 200)) ?? [];
  return encoding !== undefined && !/^utf-?(?:8|16)/i.test(encoding);
};
