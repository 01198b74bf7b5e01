/** How long a connection may have been idle to be used again, as far as the peer has shown. */
export interface IdleLimit {
  readonly allows: (idleMs: number) => boolean;
  /** Learns that the peer closed, without saying so, a connection that had been idle for so long. */
  readonly closedAfter: (idleMs: number) => void;
  /** Whether a connection was seen to serve more than once. */
  readonly isProven: () => boolean;
  readonly proven: () => void;
}

/** Begins without a limit; one that is known needs no proof. Keeps to half of the shortest time after which the peer closed; what it closes at once is never used again. */
export const idleLimit = (isKnown: boolean): IdleLimit => {
  let most = Infinity;
  let isProven = isKnown;
  return {
    allows: (idleMs) => idleMs <= most,
    closedAfter: (idleMs) => {
      most = Math.min(most, idleMs < atOnce ? -1 : idleMs / 2);
    },
    isProven: () => isProven,
    proven: () => {
      isProven = true;
    },
  };
};

/** Milliseconds within which the end of a connection belongs to the answer before it. */
const atOnce = 100;
