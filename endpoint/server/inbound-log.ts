import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { InboundFate } from '#contract/wire/exchange';
import { systemClock } from '../clock.ts';
import { defaultHeaderNames } from '../credentials.ts';
import type { Guest } from './connections.ts';
import type { HttpResponse } from './http-message.ts';
import { type InboundExchange, type Recording, followExchange, unrecorded } from './inbound-exchange.ts';
import { type PendingBytes, watchPending } from './pending-bytes.ts';
import { headOf, withoutHead } from './request-head.ts';
import { answerUnread, asBytes, canAnswer, refusalOf, refuseTunnels } from './unread.ts';

/** Follows everything that comes to a server, whether it can be read or not. */
export interface InboundLog {
  readonly open: (incoming: IncomingMessage, outgoing: ServerResponse) => InboundExchange;
}

interface Logged {
  readonly server: Server;
  readonly isSecure: boolean;
  readonly guestOf: (socket: Socket) => Guest | undefined;
}

/** Follows what comes to a server, and answers what can't be read; nothing is followed without a recording. */
export const openLog = (logged: Logged, recording: Recording | undefined): InboundLog => {
  if (recording === undefined) {
    refuseTunnels(logged.server, () => unrecorded);
    answerUnread(logged.server, logged.isSecure);
    return { open: () => unrecorded };
  }
  const { credentialHeaders = carriers } = recording;
  const { now } = systemClock;
  const secret = new Set(credentialHeaders.map((name) => name.toLowerCase()));
  const lines = new WeakMap<Socket, Line>();
  logged.server.on(logged.isSecure ? 'secureConnection' : 'connection', (socket: Socket) => {
    const line: Line = {
      guest: logged.guestOf(socket),
      pending: watchPending(socket, now),
      current: undefined,
      fault: undefined,
    };
    lines.set(socket, line);
    const begun = withoutHead(socket, { guest: line.guest, startedAt: 0 });
    socket.once('close', () => {
      const startedAt = line.pending.since();
      if (startedAt === undefined) return;
      const one = followExchange(recording, { ...begun, startedAt }, now);
      one.arrived(line.pending.bytes(), line.pending.count());
      noteOn(one, faultOf(line));
      one.end('not-http');
    });
  });
  if (logged.isSecure) logHandshakes(logged, recording);
  logged.server.on('clientError', (error: Error, socket: Socket) => {
    refuse(lines.get(socket), error, socket);
  });
  const follow = (incoming: IncomingMessage): InboundExchange => {
    const line = lines.get(incoming.socket);
    const startedAt = line?.pending.since() ?? now();
    line?.pending.pause();
    return followExchange(recording, headOf(incoming, { guest: line?.guest, startedAt, secret }), now);
  };
  refuseTunnels(logged.server, follow);
  return {
    open: (incoming, outgoing) => {
      const line = lines.get(incoming.socket);
      const one = follow(incoming);
      incoming.once('end', () => line?.pending.resume());
      if (line !== undefined) line.current = { one, incoming, outgoing };
      return one;
    },
  };
};

const carriers = [defaultHeaderNames.username, defaultHeaderNames.password];

/** A connection that speaks HTTP, or was to. */
interface Line {
  readonly guest: Guest | undefined;
  readonly pending: PendingBytes;
  /** The request that came last. */
  current:
    | { readonly one: InboundExchange; readonly incoming: IncomingMessage; readonly outgoing: ServerResponse }
    | undefined;
  fault: Fault | undefined;
}

/** Why a connection could not be read any further. */
interface Fault {
  readonly fate: InboundFate;
  readonly reason: string;
  /** What was answered, if anything was. */
  readonly response: HttpResponse | undefined;
}

const faultOf = ({ guest, fault }: Line): Fault => {
  if (guest?.isEvicted() === true) return { fate: 'no-room', reason: '', response: undefined };
  return fault ?? { fate: 'request-broken-off', reason: '', response: undefined };
};

/** Answers what could not be read, and records it. */
const refuse = (line: Line | undefined, error: Error, socket: Socket): void => {
  const refusal = refusalOf(error, line?.pending.bytes() ?? new Uint8Array());
  if (refusal === undefined) return;
  if (line !== undefined) {
    const { fate } = refusal;
    const response = canAnswer(socket, line.current?.outgoing) ? refusal.response : undefined;
    line.fault ??= { fate, reason: error.message, response };
    if (line.current?.incoming.complete === false) noteOn(line.current.one, line.fault);
    if (response !== undefined) socket.write(asBytes(response));
  }
  socket.destroy(error);
};

const noteOn = (one: InboundExchange, { fate, reason, response }: Fault): void => {
  if (response !== undefined) one.plan({ response });
  one.blame(fate, reason);
};

/** A connection on which TLS came to nothing; one that sent nothing only looked whether the port is open. */
const logHandshakes = ({ server, guestOf }: Logged, recording: Recording): void => {
  const { now } = systemClock;
  const shaken = new WeakSet<Guest>();
  const reasons = new WeakMap<Guest, string>();
  server.on('secureConnection', (socket: Socket) => {
    const guest = guestOf(socket);
    if (guest !== undefined) shaken.add(guest);
  });
  // Node emits this for handshakes too, and first; once the socket is destroyed its guest can't be found.
  server.on('clientError', (error: Error, socket: Socket) => {
    const guest = guestOf(socket);
    if (guest !== undefined) reasons.set(guest, error.message.trim());
  });
  server.on('connection', (socket: Socket) => {
    const guest = guestOf(socket);
    const { request, ...begun } = withoutHead(socket, { guest, startedAt: now() });
    // Below TLS the socket is a plain one.
    const url = request.url.replace(/^http:/, 'https:');
    socket.once('close', () => {
      if (guest === undefined || shaken.has(guest) || socket.bytesRead === 0) return;
      const one = followExchange(recording, { ...begun, request: { ...request, url } }, now);
      if (guest.isEvicted()) one.blame('no-room');
      one.blame('handshake-failed', reasons.get(guest));
      one.end('handshake-failed');
    });
  });
};
