import { describe, expect, test } from 'vitest';
import { type ListenSettings, settingsOf } from './settings.ts';
import type { ListenOptions } from './options.ts';

const settings = (options: Partial<ListenOptions> = {}): ListenSettings =>
  settingsOf({ profile: 'mock-poc', port: 0, pagePort: 0, keep: 90, ...options });

describe('the settings of a receiver', () => {
  test('keep to this machine unless an address is given', () => {
    expect(settings()).toMatchObject({ addresses: ['127.0.0.1', '::1'], isOpen: false, hostNames: [] });
    expect(settings({ host: 'localhost' })).toMatchObject({ isOpen: false });
    expect(settings({ host: '192.0.2.7' })).toMatchObject({
      addresses: ['127.0.0.1', '::1', '192.0.2.7'],
      isOpen: true,
      hostNames: ['192.0.2.7'],
    });
    expect(settings({ host: '0.0.0.0' })).toMatchObject({ addresses: ['0.0.0.0', '::1'], isOpen: true });
  });

  test('take the names that requests may be for from all that gives one', () => {
    const { hostNames } = settings({ name: ['Zaak.Voorbeeld.nl'], publicUrl: 'https://drop.voorbeeld.nl/3pas' });

    expect(hostNames).toEqual(['zaak.voorbeeld.nl', 'drop.voorbeeld.nl']);
  });

  test('let the username of the profile in where nobody names another', () => {
    expect(settings().access).toEqual({ carrier: 'basic', usernames: ['proefaansluiting'], password: undefined });
    expect(settings({ username: ['a', 'b'], carrier: 'wsse' }).access).toMatchObject({ usernames: ['a', 'b'] });
  });

  test.each<[string, Partial<ListenOptions>, RegExp]>([
    ['production', { profile: 'mock-productie' }, /is of phase 4/],
    ['a certificate in phase 1', { clientCa: ['x.pem'] }, /--client-ca does not go with phase 1/],
    ['a username under TLS', { profile: 'mock-tst-koop', username: ['a'] }, /--username does not go with phase 2/],
    ['half a certificate', { profile: 'mock-tst-koop', serverCert: 'x.pem' }, /--server-cert and --server-key/],
    ['a name for an address', { host: 'drop.voorbeeld.nl' }, /is no IP address/],
    ['a path for a name', { recording: '../elders' }, /is the name of a folder/],
    ['a password that is not there', { passwordEnv: 'ER_IS_GEEN_3PAS' }, /is not set/],
  ])('refuse %s', (_, options, message) => {
    expect(() => settings(options)).toThrow(message);
  });
});
