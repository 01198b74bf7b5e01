import { expect, test } from 'vitest';
import type { Answer } from './answer.ts';
import { mayBeDossier } from './may-be-dossier.ts';

const lost = (
  kind: 'timeout' | 'aborted' | 'reset' | 'truncated' | 'dns' | 'budget' | 'refused',
  unsent?: true,
): Answer => ({
  kind: 'none',
  failure: { kind, code: '', message: '', unsent },
});
const fault = (dossierNumber: string): Answer => ({
  kind: 'fault',
  http: 200,
  dossierNumber,
  fault: { code: 'Client', codeNamespace: '', text: '', hasDetail: false, detail: undefined, parts: [] },
});
const unexpected = (http: number): Answer => ({ kind: 'unexpected', http, reason: { nl: '', en: '' } });

test.each<[Answer, boolean]>([
  [{ kind: 'accepted', http: 200, dossierNumber: '1', status: 'prepared' }, true],
  [{ kind: 'accepted', http: 500, dossierNumber: '1', status: 'prepared' }, true],
  [lost('timeout'), true],
  [lost('aborted'), true],
  [lost('truncated'), true],
  [lost('reset'), true],
  [lost('reset', true), false],
  [lost('dns'), false],
  [lost('refused'), false],
  [lost('budget'), false],
  [unexpected(200), true],
  [unexpected(202), true],
  [unexpected(302), false],
  [{ kind: 'alive', http: 200 }, true],
  [fault(''), false],
  [fault('7'), true],
  [{ kind: 'http-error', http: 500 }, false],
  [{ kind: 'http-error', http: 503 }, false],
  [{ kind: 'http-error', http: 504 }, true],
])('after %j there may be a dossier: %s', (answer, may) => {
  expect(mayBeDossier(answer)).toBe(may);
});
