import { describe, expect, test } from 'vitest';
import { bareHost, isLoopback } from './host.ts';

test.each([
  ['Drop.Example.', 'drop.example'],
  ['[2001:DB8:0::0001]', '2001:db8::1'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['[::ffff:c000:207]', '192.0.2.7'],
  ['0:0:0:0:0:ffff:c000:0207', '192.0.2.7'],
  ['fe80::1%eth0', 'fe80::1'],
])('%j is %j', (host, bare) => {
  expect(bareHost(host)).toBe(bare);
});

describe('this machine itself', () => {
  test.each([
    ...['localhost', 'LOCALHOST', 'localhost.', '127.0.0.1', '127.8.8.8', '::1', '[::1]', '0:0:0:0:0:0:0:1'],
    ...['::ffff:127.0.0.1', '[::ffff:7f00:1]'],
  ])('is %j', (host) => {
    expect(isLoopback(host)).toBe(true);
  });

  test.each([
    ...['::ffff:10.0.0.1', '1.127.0.0', '', '0.0.0.0', '[::]', '127.0.0.1.example', 'localhost.example'],
    ...['x.localhost', 'vm', '10.0.0.1', '169.254.1.1', 'fe80::1', 'localhostx', '127'],
  ])('is not %j', (host) => {
    expect(isLoopback(host)).toBe(false);
  });
});
