/** The memory of the bodies of all requests that are not answered yet. */
export interface BodyRoom {
  /** A place for one request; undefined when there are too many. `giveUp` ends a request that asks for more than there is. */
  readonly open: (giveUp: () => void) => BodyPlace | undefined;
}

/** What one request takes of it. */
export interface BodyPlace {
  readonly take: (bytes: number) => void;
  /** Its body is whole: from here on it is sure of its place. */
  readonly settle: () => void;
  readonly leave: () => void;
}

interface Holder {
  bytes: number;
  isReading: boolean;
  readonly giveUp: () => void;
}

export interface RoomBounds {
  readonly requests: number;
  readonly bytes: number;
  /** Bytes of a body that is never given up for want of room. */
  readonly small: number;
}

/** Room for some large bodies, and for many of the usual size. */
const roomBounds: RoomBounds = { requests: 1000, bytes: 48 * 1024 * 1024, small: 64 * 1024 };

/** Where there is not enough, the largest body that is still coming in is given up: a slow sender does not keep out the others. */
export const createBodyRoom = ({ requests, bytes: most, small }: RoomBounds = roomBounds): BodyRoom => {
  const holders = new Set<Holder>();
  let held = 0;
  const makeRoom = (): void => {
    if (held <= most) return;
    const reading = [...holders].filter(({ isReading, bytes }) => isReading && bytes > small);
    const largest = reading.reduce<Holder | undefined>(
      (one, other) => (other.bytes > (one?.bytes ?? 0) ? other : one),
      undefined,
    );
    if (largest === undefined) return;
    held -= largest.bytes;
    largest.bytes = 0;
    largest.isReading = false;
    largest.giveUp();
  };
  return {
    open: (giveUp) => {
      if (holders.size >= requests) return undefined;
      const holder: Holder = { bytes: 0, isReading: true, giveUp };
      holders.add(holder);
      return {
        take: (bytes) => {
          if (!holder.isReading) return;
          holder.bytes += bytes;
          held += bytes;
          makeRoom();
        },
        settle: () => {
          holder.isReading = false;
        },
        leave: () => {
          if (holders.delete(holder)) held -= holder.bytes;
        },
      };
    },
  };
};
