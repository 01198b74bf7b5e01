/** An HTTP message as text tools keep it: its first line, empty where it has no head, headers and body. */
export interface HttpMessage {
  readonly start: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Uint8Array;
}

/** Reads a message with its head, or the body alone. */
export const messageIn = (bytes: Uint8Array): HttpMessage => {
  const end = /\r?\n\r?\n/.exec(Buffer.from(bytes.subarray(0, longestHead)).toString('latin1'));
  const head = end === null ? '' : Buffer.from(bytes.subarray(0, end.index)).toString('latin1');
  const [start = '', ...lines] = head.split(/\r?\n/);
  if (end === null || !/^(?:[A-Z]+ \S+ HTTP\/\d|HTTP\/\d)/.test(start)) return { start: '', headers: [], body: bytes };
  const headers = lines.flatMap((line) => {
    const [, name, value = ''] = /^([^:\s]+):\s*(.*)$/.exec(line) ?? [];
    return name === undefined ? [] : [[name, value.trim()] as const];
  });
  return { start, headers, body: bytes.subarray(end.index + end[0].length) };
};

const longestHead = 64 * 1024;
