import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import type { LookupFunction } from 'node:net';
import { vi } from 'vitest';

/** Has names of this folder's profiles lead to this machine, and production elsewhere, until `vi.restoreAllMocks`. */
export const nameHere = (): void => {
  const own = dns.lookup;
  const lookup: LookupFunction = (asked, options, done) => {
    own(isOurs(asked) ? '127.0.0.1' : asked, options, done);
  };
  vi.spyOn(dns, 'lookup').mockImplementation(lookup as typeof dns.lookup);
  const all = (asked: string) => Promise.resolve([{ address: isOurs(asked) ? '127.0.0.1' : '192.0.2.7', family: 4 }]);
  vi.spyOn(dns.promises, 'lookup').mockImplementation(all as never);
  syncBuiltinESMExports();
};

const isOurs = (host: string): boolean => /^(?:eto-proef|bekend)\.example$/.test(host);
