/** Characters of an answer that are searched; whoever tells what is inside does so at the start. */
const most = 100_000;

/** The text of an answer or request of any kind, references resolved and names of namespaces left out. */
export const toldText = (bytes: Uint8Array): string => {
  const text = decodedText(bytes.subarray(0, most));
  return withoutReferences(
    text.replaceAll(/\s(?:xmlns(?::[\w.-]+)?|(?:\w+:)?schemaLocation)\s*=\s*(?:"[^"]*"|'[^']*')/g, ''),
  );
};

/** Bytes as text in the encoding that they show: UTF-16 by its mark or its zeros, else UTF-8. */
export const decodedText = (bytes: Uint8Array): string => new TextDecoder(encodingOf(bytes)).decode(bytes);

const encodingOf = ([first, second]: Uint8Array): string => {
  if (first === 0xfe || first === 0) return 'utf-16be';
  return first === 0xff || second === 0 ? 'utf-16le' : 'utf-8';
};

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

const withoutReferences = (text: string): string =>
  text.replaceAll(/&(?:#x[\da-f]{1,6}|#\d{1,7}|lt|gt|amp|quot|apos);/gi, (whole) => {
    const name = whole.slice(1, -1).toLowerCase();
    if (!name.startsWith('#')) return named[name] ?? whole;
    const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
