import type { IncomingMessage } from 'node:http';
import type { BodyPlace } from './body-room.ts';

/** A body, or why there is none: it is larger than `most`, or the client or its place went away half-way. */
export const readBody = async (
  incoming: IncomingMessage,
  most: number,
  place: BodyPlace,
): Promise<Uint8Array | 'too-large' | 'gone'> => {
  try {
    const chunks = await collect(incoming, most, place);
    if (chunks === undefined) return 'too-large';
    return incoming.complete ? Buffer.concat(chunks) : 'gone';
  } catch {
    return 'gone';
  }
};

/** A body that is too large is read on without being kept: a client that is still sending would not see the answer. */
const collect = async (
  incoming: IncomingMessage,
  most: number,
  place: BodyPlace,
): Promise<readonly Buffer[] | undefined> => {
  let chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of incoming.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > most) chunks = [];
    else {
      chunks.push(chunk);
      place.take(chunk.length);
    }
    if (length > most + patienceBytes) return undefined;
  }
  return length > most ? undefined : chunks;
};

const patienceBytes = 64 * 1024 * 1024;
