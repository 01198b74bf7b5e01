/** The connections of a server: when it is full, the least deserving one is closed for a new one. */
export interface ConnectionRoom {
  /** `end` closes the connection; it is called immediately when all others are being served. */
  readonly enter: (end: () => void) => Connection;
}

export interface Connection {
  /** Opens a request on this connection; undefined when too many are open. */
  readonly ask: () => OpenRequest | undefined;
  readonly leave: () => void;
}

/** A request on a connection. */
export interface OpenRequest {
  /** The request is complete: its connection is not closed until the answer is written. */
  readonly serve: () => void;
  /** The answer is written, and the client has to take it. */
  readonly hand: () => void;
  readonly end: () => void;
  /** Resolves when the request has ended, at the latest with its connection. */
  readonly ended: Promise<unknown>;
}

export interface ConnectionBounds {
  readonly connections: number;
  /** This many idle connections are spared while they are young, since a new client is still in its handshake. */
  readonly young: { readonly connections: number; readonly ms: number };
  /** Open requests on one connection. */
  readonly requests: number;
}

const connectionBounds: ConnectionBounds = {
  connections: 256,
  young: { connections: 64, ms: 2000 },
  requests: 8,
};

/** No open request; the client has to send or take something; we have to answer. */
type Standing = 'idle' | 'awaited' | 'served';

interface Guest {
  readonly end: () => void;
  readonly requests: Map<OpenRequest, Standing>;
  standing: Standing;
}

/** Closes idle connections first, then the one awaited longest; never one that is being served. */
export const createConnectionRoom = (bounds = connectionBounds, now = () => performance.now()): ConnectionRoom => {
  /** With the moment of their last change; insertion order is that order too. */
  const standing: Readonly<Record<Standing, Map<Guest, number>>> = {
    idle: new Map(),
    awaited: new Map(),
    served: new Map(),
  };
  const count = (): number => standing.idle.size + standing.awaited.size + standing.served.size;
  const place = (guest: Guest): void => {
    const next = standingOf(guest);
    if (next === guest.standing || !standing[guest.standing].delete(guest)) return;
    guest.standing = next;
    standing[next].set(guest, now());
  };
  const leastDeserving = (): Guest | undefined => {
    const [[idle, since] = []] = standing.idle;
    const [awaited] = standing.awaited.keys();
    const { connections, ms } = bounds.young;
    const isSpared = standing.idle.size <= connections && now() - (since ?? 0) < ms;
    return isSpared ? (awaited ?? idle) : (idle ?? awaited);
  };
  const makeRoom = (newcomer: Guest): void => {
    if (count() < bounds.connections) return;
    const gone = leastDeserving() ?? newcomer;
    standing[gone.standing].delete(gone);
    gone.end();
  };
  return {
    enter: (end) => {
      const guest: Guest = { end, requests: new Map(), standing: 'idle' };
      makeRoom(guest);
      if (count() < bounds.connections) standing.idle.set(guest, now());
      return {
        ask: () => (guest.requests.size < bounds.requests ? openRequest(guest, place) : undefined),
        leave: () => {
          standing[guest.standing].delete(guest);
          for (const request of guest.requests.keys()) request.end();
        },
      };
    },
  };
};

const standingOf = ({ requests }: Guest): Standing => {
  const all = [...requests.values()];
  if (all.includes('served')) return 'served';
  return all.length > 0 ? 'awaited' : 'idle';
};

const openRequest = (guest: Guest, place: (guest: Guest) => void): OpenRequest => {
  const become = (standing: Standing): void => {
    if (!guest.requests.has(request)) return;
    guest.requests.set(request, standing);
    place(guest);
  };
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const request: OpenRequest = {
    ended: promise,
    serve: () => {
      become('served');
    },
    hand: () => {
      become('awaited');
    },
    end: () => {
      guest.requests.delete(request);
      place(guest);
      resolve(undefined);
    },
  };
  guest.requests.set(request, 'awaited');
  place(guest);
  return request;
};
