import type { Socket } from 'node:net';
import { describe, expect, test } from 'vitest';
import { answering, body, clientOf, failureIn, listen, ok, responseIn } from '../test/samples/peer.ts';

const leave = 'HTTP/1.1 100 Continue\r\n\r\n';

/** Gives leave to the head, and answers once the body is there. */
const asked = (socket: Socket, heard: () => string): void => {
  socket.on('data', () => {
    socket.write(heard().endsWith(body.toString('latin1')) ? ok('goed') : leave);
  });
};

describe('a request that asks whether its body may come', () => {
  test('has the header, and its body goes when leave is given', async () => {
    const { url, heard } = await listen(asked);

    const exchange = await clientOf({ url }).send({ body, asksFirst: true });

    expect(responseIn(exchange)).toMatchObject({ status: 200, body: Buffer.from('goed') });
    expect(exchange.request.headers).toMatchObject({ expect: '100-continue', 'content-length': String(body.length) });
    const [head = '', sent] = heard().split('\r\n\r\n');
    expect(head.toLowerCase()).toContain('\r\nexpect: 100-continue');
    expect(sent).toBe(body.toString('latin1'));
  });

  test('sends it without leave too, since a server need not give it', async () => {
    const { url } = await listen((socket, heard) => {
      socket.on('data', () => {
        if (heard().endsWith(body.toString('latin1'))) socket.write(ok('goed'));
      });
    });

    expect(responseIn(await clientOf({ url }).send({ body, asksFirst: true })).status).toBe(200);
  });

  test('sends it once, also where leave comes after it', async () => {
    const { url, heard } = await listen((socket) => {
      socket.on('data', () => {
        if (heard().endsWith(body.toString('latin1'))) socket.write(leave + ok('goed'));
      });
    });

    expect(responseIn(await clientOf({ url }).send({ body, asksFirst: true })).status).toBe(200);
    expect(heard().split(body.toString('latin1'))).toHaveLength(2);
  });

  test('takes a final answer for the answer, and keeps its body', async () => {
    const { url, heard } = await listen(answering('HTTP/1.1 417 Expectation Failed\r\nContent-Length: 0\r\n\r\n'));

    expect(responseIn(await clientOf({ url }).send({ body, asksFirst: true })).status).toBe(417);
    expect(heard().endsWith('\r\n\r\n')).toBe(true);
  });

  test.each<readonly [string, string, (socket: Socket) => void]>([
    ['closes', 'reset', (socket) => socket.once('data', () => socket.end())],
    ['closes after leave', 'reset', (socket) => socket.once('data', () => socket.end(leave))],
    ['answers by half', 'truncated', (socket) => socket.once('data', () => socket.end(ok('abcdef').slice(0, -3)))],
    ['hangs', 'timeout', () => undefined],
    ['is no HTTP', 'other', (socket) => socket.once('data', () => socket.end('dag\r\n\r\n'))],
  ])('fails in words where the server %s', async (_, kind, talk) => {
    const { url } = await listen(talk);

    expect(failureIn(await clientOf({ url }).send({ body, asksFirst: true })).kind).toBe(kind);
  });
});
