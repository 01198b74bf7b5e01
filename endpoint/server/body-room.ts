/** Memory for the bodies of all requests not yet answered and of answers not yet taken by the client. */
export interface BodyRoom {
  /** Reserves a place for one request; undefined when there are too many. `giveUp` ends the request when memory runs out. */
  readonly open: (giveUp: () => void) => BodyPlace | undefined;
}

/** The share of one request. */
export interface BodyPlace {
  readonly take: (bytes: number) => void;
  /** The body is complete: from here on the request keeps its place. */
  readonly settle: () => void;
  /** Replaces the body by the answer until the client has taken it; `giveUp` ends the answer when memory runs out. */
  readonly hand: (bytes: number, giveUp: () => void) => void;
  readonly leave: () => void;
}

interface Holder {
  bytes: number;
  /** Whether the client still has to send or take it. */
  isAwaited: boolean;
  giveUp: () => void;
}

export interface RoomBounds {
  readonly requests: number;
  readonly bytes: number;
  /** Bodies and answers up to this many bytes are never given up. */
  readonly small: number;
}

/** Room for some large bodies, and for many of the usual size. */
const roomBounds: RoomBounds = { requests: 1000, bytes: 32 * 1024 * 1024, small: 64 * 1024 };

/** When memory runs out, the largest body or answer still in transfer is given up, so that a slow client does not block the others. */
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
