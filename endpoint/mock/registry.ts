import type { ViewFile } from './judgement/view-decoding.ts';

/** One message that came to the service, as far as is still known of it, long texts clipped. What the message did not tell is undefined. */
export interface ReceivedDelivery {
  /** Counts from 1, in the order in which they came. */
  readonly id: number;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly bytes: number;
  /** Who sent it; undefined where nobody got in. */
  readonly sender: string | undefined;
  readonly outcome: 'accepted' | 'refused';
  readonly httpStatus: number;
  /** Of an accepted one. */
  readonly dossierNumber: string | undefined;
  readonly status: string | undefined;
  /** Of a refused one. */
  readonly code: string | undefined;
  readonly text: string | undefined;
  readonly documentType: string | undefined;
  readonly reference: string | undefined;
  readonly title: string | undefined;
  readonly authority: string | undefined;
  readonly medium: string | undefined;
  readonly publicationDate: string | undefined;
  /** Ids of rules that were broken without being grounds for refusal. */
  readonly warnings: readonly string[];
  /** The first of them. */
  readonly files: readonly { readonly name: string; readonly bytes: number }[];
  /** False once the bytes have made way for newer ones. */
  readonly stored: boolean;
}

/** A delivery that got a dossier number. */
export interface KeptDossier extends ReceivedDelivery {
  readonly outcome: 'accepted';
  readonly dossierNumber: string;
  readonly status: string;
}

export interface MockCounts {
  readonly received: number;
  readonly accepted: number;
  readonly refused: number;
}

/** The bytes of one message. */
export interface Stored {
  readonly request: Uint8Array;
  readonly files: readonly ViewFile[];
}

const mebibyte = 1024 * 1024;

/**
 * What is remembered at most: entries in the list and the bytes that they take, bytes of messages with their files, and likenesses
 * of dossiers. Likenesses are digests: a dossier is known again long after its entry is gone.
 */
export interface MemoryBounds {
  readonly entries: number;
  readonly entryBytes: number;
  readonly bytes: number;
  readonly likenesses: number;
}

/** For who looks at messages in memory. */
const memoryBounds: MemoryBounds = {
  entries: 50_000,
  entryBytes: 48 * mebibyte,
  bytes: 64 * mebibyte,
  likenesses: 250_000,
};

/** Where all is recorded elsewhere, and read again from there. */
export const recordedBounds: MemoryBounds = { ...memoryBounds, entries: 1000, entryBytes: mebibyte, bytes: mebibyte };

/** The memory of the mock. */
export interface Registry {
  readonly bounds: MemoryBounds;
  readonly add: (entry: Omit<ReceivedDelivery, 'id' | 'stored'>, stored: Stored) => void;
  /** All, or those that are wanted. */
  readonly list: (isWanted?: (one: Entry) => boolean) => readonly ReceivedDelivery[];
  readonly kept: () => readonly KeptDossier[];
  readonly stored: (id: number) => Stored | undefined;
  readonly counts: () => MockCounts;
  /** The next number; no number is given twice. */
  readonly nextNumber: () => number;
  readonly isDuplicate: (likeness: string | undefined) => boolean;
  /** Keeps a likeness, with the dossier number that it was given. */
  readonly remember: (likeness: string | undefined, dossierNumber?: string) => void;
  /** The dossier number of what is like it. */
  readonly numberOf: (likeness: string | undefined) => string | undefined;
}

type Entry = Omit<ReceivedDelivery, 'stored'>;

/** What an earlier mock left: so many numbers were given, and dossiers of these likenesses accepted. */
export interface Before {
  readonly numbers: number;
  readonly likenesses: Iterable<string>;
}

/** The likeness of a delivery among those of its sender: what one delivers is never a duplicate of what another did. */
export const likenessOf = (sender: string | undefined, likeness: string | undefined): string | undefined =>
  likeness === undefined || sender === undefined ? likeness : `${sender} ${likeness}`;

/** A registry without entries; what is oldest makes way first, and what was refused before what was accepted. */
export const createRegistry = (bounds = memoryBounds, before: Before = { numbers: 0, likenesses: [] }): Registry => {
  const entries = new Map<number, Entry>();
  const refused = new Set<number>();
  let entryBytes = 0;
  const bytes = new Map<number, Stored>();
  const likenesses = new Map<string, string | undefined>([...before.likenesses].map((one) => [one, undefined]));
  const counted = { received: 0, accepted: 0, refused: 0 };
  let held = 0;
  let number = before.numbers;
  const store = (id: number, stored: Stored): void => {
    const size = sizeOf(stored);
    if (size > bounds.bytes) return;
    bytes.set(id, stored);
    held += size;
    for (const [oldest, one] of bytes) {
      if (held <= bounds.bytes) break;
      bytes.delete(oldest);
      held -= sizeOf(one);
    }
  };
  const enter = (entry: Entry): void => {
    entries.set(entry.id, entry);
    if (entry.outcome === 'refused') refused.add(entry.id);
    entryBytes += weightOf(entry);
    while (entries.size > bounds.entries || entryBytes > bounds.entryBytes) {
      const [oldest] = refused.size > 0 ? refused : entries.keys();
      const gone = oldest === undefined ? undefined : entries.get(oldest);
      if (gone === undefined) return;
      entries.delete(gone.id);
      refused.delete(gone.id);
      entryBytes -= weightOf(gone);
    }
  };
  const list: Registry['list'] = (isWanted = () => true) =>
    [...entries.values()].filter(isWanted).map((one) => ({ ...one, stored: bytes.has(one.id) }));
  return {
    bounds,
    add: (entry, stored) => {
      counted.received += 1;
      counted[entry.outcome] += 1;
      enter({ ...entry, id: counted.received });
      store(counted.received, stored);
    },
    list,
    kept: () => list().filter(isKept),
    stored: (id) => bytes.get(id),
    counts: () => ({ ...counted }),
    nextNumber: () => (number += 1),
    isDuplicate: (likeness) => likeness !== undefined && likenesses.has(likeness),
    numberOf: (likeness) => (likeness === undefined ? undefined : likenesses.get(likeness)),
    remember: (likeness, dossierNumber) => {
      if (likeness === undefined) return;
      likenesses.set(likeness, dossierNumber);
      const [oldest] = likenesses.keys();
      if (likenesses.size > bounds.likenesses && oldest !== undefined) likenesses.delete(oldest);
    },
  };
};

/** Bytes that JavaScript takes for whatever is kept, besides the text or bytes in it; about. */
const overhead = 300;

const sizeOf = ({ request, files }: Stored): number =>
  files.reduce((sum, { name, bytes }) => sum + bytes.length + 2 * name.length + overhead, request.length + overhead);

/** A character takes two bytes at most; about. */
const weightOf = (entry: Entry): number => 2 * JSON.stringify(entry).length + overhead;

const isKept = (one: ReceivedDelivery): one is KeptDossier => one.outcome === 'accepted';
