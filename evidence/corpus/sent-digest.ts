import { createHash } from 'node:crypto';
import type { CaseRequest } from './corpus-case.ts';

/** Digest of the requests that showed a failure, header values and bodies, in hexadecimal digits: another request shows nothing of it. */
export const sentDigest = (requests: readonly CaseRequest[]): string => {
  const hash = createHash('sha256');
  for (const { purpose, constraint, method, contentType, soapAction, chunked, asksFirst, body } of requests) {
    const parts = [purpose, constraint ?? null, method, contentType, soapAction, chunked, asksFirst, body.length];
    hash.update(JSON.stringify(parts)).update(body);
  }
  return hash.digest('hex');
};
