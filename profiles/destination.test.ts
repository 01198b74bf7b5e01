import { expect, test } from 'vitest';
import { type Destination, destinationOf, isForTests } from './destination.ts';

const guard = {
  production: ['https://drop.example/', 'https://prod-eto.example/', 'https://localhost:4443/'],
  testHosts: ['proef.example', '192.0.2.7', '2001:db8::7', 'drop.example', 'drop.overheid.nl'],
};

test.each<[string, Destination]>([
  ['http://127.0.0.1:1/', 'loopback'],
  ['https://127.1/', 'loopback'],
  ['https://LOCALHOST./', 'loopback'],
  ['https://[::ffff:127.0.0.1]/', 'loopback'],
  ['https://localhost:4443/', 'production'],
  ['https://drop-eto.overheid.nl/', 'marked'],
  ['https://TST2.example./', 'marked'],
  ['https://acc.voorbeeld.nl/', 'marked'],
  ['https://drop.test/', 'marked'],
  ['https://proef.example:8443/', 'listed'],
  ['https://Proef.Example./', 'listed'],
  ['https://192.0.2.7/', 'listed'],
  ['https://[::ffff:c000:207]/', 'listed'],
  ['https://[2001:db8:0::7]/', 'listed'],
  ['https://drop.example/', 'production'],
  ['https://prod-eto.example/', 'production'],
  ['https://drop.overheid.nl/', 'listed'],
  ['https://aanlever.overheid.nl/', 'production'],
  ['https://drop.dev/', 'unknown'],
  ['https://demo/', 'marked'],
  ['https://host.example/eto', 'unknown'],
  ['https://host.example/?tst#test', 'unknown'],
  ['https://eto@host.example/', 'unknown'],
  ['https://a.proef.example/', 'unknown'],
  ['https://latest.example/', 'unknown'],
  ['https://tést.example/', 'unknown'],
  ['https://xn--test-abc.example/', 'unknown'],
  ['https://192.0.2.8/', 'unknown'],
  ['https://[acc::de]/', 'unknown'],
  ['https://0.0.0.0/', 'unknown'],
  ['https://x.localhost/', 'unknown'],
  ['https://127.0.0.1.example/', 'unknown'],
])('%j is %s to a delivery', (url, destination) => {
  expect(destinationOf(url, guard)).toBe(destination);
  expect(isForTests(url, guard)).toBe(['loopback', 'marked', 'listed'].includes(destination));
});
