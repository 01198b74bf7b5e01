import type { IncomingMessage } from 'node:http';
import { gatherBytes } from '../gathered-bytes.ts';
import type { BodyPlace } from './body-room.ts';

/** The part of a body that arrived. */
export interface Arrived {
  /** `gone`: the client broke off, or its place was given up. */
  readonly state: 'whole' | 'too-large' | 'gone';
  /** Nothing of a body that is too large. */
  readonly body: Uint8Array;
  /** Bytes that arrived, kept or not. */
  readonly bytes: number;
}

/** Reads a body of at most so many bytes. */
export const readBody = async (incoming: IncomingMessage, most: number, place: BodyPlace): Promise<Arrived> => {
  let body = gatherBytes();
  let bytes = 0;
  const arrived = (state: Arrived['state']): Arrived => ({ state, body: body.whole(), bytes });
  try {
    for await (const chunk of incoming.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > most) body = gatherBytes();
      else {
        body.add(chunk);
        place.take(chunk.length);
      }
      if (bytes > most + patienceBytes) break;
    }
  } catch {
    return arrived('gone');
  }
  if (bytes > most) return arrived('too-large');
  return arrived(incoming.complete ? 'whole' : 'gone');
};

/** A body that is too large is read so far without being kept: a client that is still sending would not see the answer. */
const patienceBytes = 64 * 1024 * 1024;
