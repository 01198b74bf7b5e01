import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readProfile } from './reader.ts';

const folder = mkdtempSync(join(tmpdir(), 'via-'));
const read = (via: string, more = '', environment: Readonly<Record<string, string>> = {}) => {
  const file = join(folder, 'p.yaml');
  writeFileSync(
    file,
    `profile: p\ntitle: t\nphase: 2\nendpoint: { url: 'https://eto.voorbeeld.nl/dienst', via: ${via} }\n${more}`,
  );
  return readProfile(file, environment);
};

describe('endpoint.via', () => {
  test('carries the certificate in the place of the profile, and needs no proxy', () => {
    const { endpoint, certificate, proxy } = read('{ env: VIA }', '', {
      VIA: 'http://[::1]:9',
      https_proxy: 'http://p:1',
    });

    expect(endpoint).toMatchObject({ url: 'https://eto.voorbeeld.nl/dienst', via: 'http://[::1]:9' });
    expect([certificate, proxy]).toEqual([undefined, undefined]);
  });

  test.each([
    ["'http://10.0.0.1:80'", /p\.yaml:4: endpoint\.via "http:\/\/10\.0\.0\.1:80" is another machine/],
    ["'http://proxy.localhost:80'", /is another machine/],
    ["'http://0.0.0.0:80'", /is another machine/],
    ["'https://127.0.0.1:80'", /is no http address/],
    ["'http://127.0.0.1:80/pad'", /has more than a host and a port/],
    ["'127.0.0.1:80'", /is no address|is another machine|is no http address/],
    ["'http://a:geheim@127.0.0.1:80'", /has more than a host and a port/],
  ])('is not %s', (via, message) => {
    expect(() => read(via)).toThrow(message);
    expect(() => read(via)).not.toThrow(/geheim/);
  });

  test.each([
    ['certificate: { file: c.pem }', /p\.yaml:5: .*certificate would never be shown/],
    ['wrongCertificates: { expired: { file: c.pem } }', /wrongCertificates would never be shown/],
    ["proxy: { url: 'http://proxy:3128' }", /take one of the two out/],
  ])('stands beside no %s', (more, message) => {
    expect(() => read("'http://127.0.0.1:80'", more)).toThrow(message);
  });

  test('leaves production what it is', () => {
    const named = { DROP_PRODUCTIE_URL: 'https://eto.voorbeeld.nl/x' };

    expect(() => read("'http://127.0.0.1:80'", '', named)).toThrow(/taken for production/);
  });
});
