import type { IncomingMessage } from 'node:http';
import { type GatheredBytes, gatherBytes } from '../gathered-bytes.ts';
import type { BodyPlace } from './body-room.ts';

/** Reads a body; `too-large` beyond `most` bytes, `gone` when the client broke off or its place was given up. */
export const readBody = async (
  incoming: IncomingMessage,
  most: number,
  place: BodyPlace,
): Promise<Uint8Array | 'too-large' | 'gone'> => {
  try {
    const body = await collect(incoming, most, place);
    if (body === undefined) return 'too-large';
    return incoming.complete ? body.whole() : 'gone';
  } catch {
    return 'gone';
  }
};

/** A body that is too large is read without being kept: a client that is still sending would not see the answer. */
const collect = async (
  incoming: IncomingMessage,
  most: number,
  place: BodyPlace,
): Promise<GatheredBytes | undefined> => {
  let body = gatherBytes();
  let length = 0;
  for await (const chunk of incoming.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > most) body = gatherBytes();
    else {
      body.add(chunk);
      place.take(chunk.length);
    }
    if (length > most + patienceBytes) return undefined;
  }
  return length > most ? undefined : body;
};

const patienceBytes = 64 * 1024 * 1024;
