import { createServer } from 'node:http';
import { expect, test } from 'vitest';
import { openPort } from './open-port.ts';

test('an address that was asked for and is not of this machine is told, and leaves no port open', async () => {
  const server = createServer();

  // RFC 5737: an address of no machine.
  await expect(openPort(server, 0, ['127.0.0.1', '192.0.2.1'])).rejects.toMatchObject({
    text: { nl: 'Deze machine heeft geen adres 192.0.2.1. Kies een adres dat zij heeft, of 0.0.0.0 voor alle.' },
  });
  expect(server.listening).toBe(false);
});
