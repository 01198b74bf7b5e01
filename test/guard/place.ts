import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HttpRequest } from '#endpoint/server/http-message';
import type { Defect } from '#endpoint/mock/parts';
import { createMockServer, type MockServer } from '#endpoint/mock/server';
import type { TestPki } from '#endpoint/pki/test-pki';
import { contract, mockFor } from '../defects/shared.ts';

/** An endpoint on loopback that is not ours to the suite, and remembers what arrived. */
export interface Place {
  readonly mock: MockServer;
  /** Requests to the service, in order; a test empties it. */
  readonly arrived: HttpRequest[];
}

/** Opens one over plain HTTP, over TLS, or over TLS in the manner of production under a PKI of its own. */
export const openPlace = async (kind: 'plain' | 'tls' | { readonly pki: TestPki }): Promise<Place> => {
  const arrived: HttpRequest[] = [];
  const recording: Defect = {
    wrap: (handler) => (request) => {
      if (!request.target.startsWith('/_mock/')) arrived.push(request);
      return handler(request);
    },
  };
  const mock =
    typeof kind === 'object'
      ? await createMockServer({ contract, tls: { pki: kind.pki }, aliveOnly: true, defects: [recording] })
      : await mockFor([recording], { topics: [], phase: kind === 'plain' ? 1 : 2 });
  return { mock, arrived };
};

/** Writes a certificate of a test PKI with its key, a wrong one, and the roots of the server to a folder. */
export const writeIdentity = (folder: string, { clients, serverRoots }: TestPki): void => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'eigen.pem'), clients.g1.cert + clients.g1.key);
  writeFileSync(join(folder, 'verlopen.pem'), clients.expired.cert + clients.expired.key);
  writeFileSync(join(folder, 'roots.pem'), serverRoots.join(''));
};
