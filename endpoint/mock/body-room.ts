/** The memory of the bodies of all requests that are not answered yet, and of answers that are not taken yet. */
export interface BodyRoom {
  /** A place for one request; undefined when there are too many. `giveUp` ends a request that asks for more than there is. */
  readonly open: (giveUp: () => void) => BodyPlace | undefined;
}

/** What one request takes of it. */
export interface BodyPlace {
  readonly take: (bytes: number) => void;
  /** Its body is whole: from here on it is sure of its place. */
  readonly settle: () => void;
  /** An answer takes its place, until it is taken; `giveUp` ends one that asks for more than there is. */
  readonly hand: (bytes: number, giveUp: () => void) => void;
  readonly leave: () => void;
}

interface Holder {
  bytes: number;
  /** The other side is to send or to take it. */
  isAwaited: boolean;
  giveUp: () => void;
}

export interface RoomBounds {
  readonly requests: number;
  readonly bytes: number;
  /** Bytes of a body or an answer that is never given up for want of room. */
  readonly small: number;
}

/** Room for some large bodies, and for many of the usual size. */
const roomBounds: RoomBounds = { requests: 1000, bytes: 32 * 1024 * 1024, small: 64 * 1024 };

/** Where there is not enough, the largest that is still coming in or going out is given up: a slow peer does not keep out the others. */
export const createBodyRoom = ({ requests, bytes: most, small }: RoomBounds = roomBounds): BodyRoom => {
  const holders = new Set<Holder>();
  let held = 0;
  const makeRoom = (): void => {
    if (held <= most) return;
    const awaited = [...holders].filter(({ isAwaited, bytes }) => isAwaited && bytes > small);
    const largest = awaited.reduce<Holder | undefined>(
      (one, other) => (other.bytes > (one?.bytes ?? 0) ? other : one),
      undefined,
    );
    if (largest === undefined) return;
    held -= largest.bytes;
    largest.bytes = 0;
    largest.isAwaited = false;
    largest.giveUp();
  };
  return {
    open: (giveUp) => {
      if (holders.size >= requests) return undefined;
      const holder: Holder = { bytes: 0, isAwaited: true, giveUp };
      holders.add(holder);
      return {
        take: (bytes) => {
          if (!holder.isAwaited) return;
          holder.bytes += bytes;
          held += bytes;
          makeRoom();
        },
        settle: () => {
          holder.isAwaited = false;
        },
        hand: (size, end) => {
          if (!holders.has(holder)) return;
          held += size - holder.bytes;
          Object.assign(holder, { bytes: size, isAwaited: true, giveUp: end });
          makeRoom();
        },
        leave: () => {
          if (holders.delete(holder)) held -= holder.bytes;
        },
      };
    },
  };
};
