import type { Readable } from 'node:stream';

/** Bytes of a line, many times a delivery of the greatest size: whoever writes without end is cut off. */
const longest = 256 * 1024 * 1024;

/** The lines of a stream that end in it; ends early at one that is too long. */
export async function* linesOf(stream: Readable): AsyncGenerator<string> {
  let parts: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    let rest = chunk;
    for (let end = rest.indexOf(lineFeed); end >= 0; end = rest.indexOf(lineFeed)) {
      yield Buffer.concat([...parts, rest.subarray(0, end)]).toString('utf8');
      [parts, length, rest] = [[], 0, rest.subarray(end + 1)];
    }
    parts.push(rest);
    length += rest.length;
    if (length > longest) return;
  }
}

const lineFeed = 0x0a;
