import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { planRun } from '#cli/run/plan-run';
import { password, username } from '#defects/place';
import type { HttpRequest } from '#endpoint/server/http-message';
import { createOracle } from '#judgement/oracle';
import { type RequirementId, requirementOf, requirements } from '#judgement/requirements/registry';
import { profileScopes } from '#profiles/profile';
import { act, contract, sharedPki } from '../defects/shared.ts';
import { temporaryFolder } from '../run/three-pas.ts';
import { type Place, openPlace, writeIdentity } from './place.ts';
import { inFull } from '../samples/in-full.ts';

const folder = temporaryFolder();
const oracle = createOracle(contract);
const context = { today: '2026-11-23', oin: undefined, mandates: undefined };
let places: { readonly plain: Place; readonly tls: Place };
let leaf = '';
beforeAll(async () => {
  const pki = await sharedPki();
  writeIdentity(folder, pki);
  leaf = pki.clients.g1.cert;
  places = { plain: await openPlace('plain'), tls: await openPlace('tls') };
  vi.stubEnv('NAAM', username);
  vi.stubEnv('WACHTWOORD', password);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await Promise.all([places.plain.mock.close(), places.tls.mock.close()]);
});

const sendsOf = (requirement: RequirementId | undefined) => requirement && requirements.get(requirement)?.sends;

type Scope = (typeof profileScopes)[number];

/** A permission as a profile holds it. */
interface Permission {
  readonly from: string;
  readonly until: string;
  readonly scope: readonly Scope[];
}

const always = { from: '2020-01-01', until: '2099-12-31' };

interface Asked {
  readonly phase: 1 | 2;
  readonly permission: Permission | undefined;
  readonly documentType: readonly string[];
  readonly clock?: string;
}

const run = async ({ phase, permission, documentType, clock = '2026-11-23T10:00:00Z' }: Asked) => {
  const place = phase === 1 ? places.plain : places.tls;
  const file = join(folder, 'profiel.yaml');
  const lines = [
    'profile: p',
    'title: t',
    `phase: ${String(phase)}`,
    `endpoint: { url: '${place.mock.url}' }`,
    ...(phase === 1
      ? ['credentials: { username: { env: NAAM }, password: { env: WACHTWOORD } }']
      : [
          'certificate: { file: eigen.pem }',
          'serverRoots: [roots.pem]',
          'wrongCertificates: { expired: { file: verlopen.pem } }',
        ]),
    'limits: { requestsPerSecond: 100000, requests: 100000, accepted: 100000 }',
    'bevoegdGezag: [{ soort: gemeente, naam: Woerden }]',
    ...(permission === undefined
      ? []
      : [
          `toestemming: { door: niemand, datum: '${permission.from}', tot: '${permission.until}', omvang: [${permission.scope.join(', ')}] }`,
        ]),
  ];
  writeFileSync(file, `${lines.join('\n')}\n`);
  const { config } = planRun({
    profile: file,
    documentType,
    runs: 1,
    seed: 1,
    clock,
    runId: 'proef',
    reporter: [],
    out: join(folder, 'uit'),
  });
  const { ended, exchanges } = await act({ ...config, mayRepeat: false });
  return { ended, exchanges, arrived: place.arrived.splice(0) };
};

const named = Buffer.from(`${username}:${password}`).toString('base64');
const plain = /^<(s|soap):Envelope xmlns:\1="[^"]*">(?:(?!<!--|<!\[CDATA\[|<\?|<!DOCTYPE)[^])*<\/\1:Envelope>$/;

/** Whether a request is none that a system sends which delivers as it should. */
const isOdd = ({ method, headers, body }: HttpRequest): boolean => {
  if (method === 'GET') return false;
  const text = Buffer.from(body).toString('utf8');
  const actions = [contract.service.deliver, contract.service.alive].map((one) => `"${one?.action ?? ''}"`);
  const isUsual =
    headers['content-type'] === 'text/xml; charset=utf-8' &&
    headers['transfer-encoding'] === undefined &&
    actions.includes(headers['soapaction'] ?? '');
  const isMessage = text.includes('IsAlive') || oracle.judge(body, context).verdict === 'valid';
  return !isUsual || !plain.test(text) || !isMessage;
};

/** What an arrival needs a permission for, as far as its bytes tell. */
const needsOf = (request: HttpRequest): readonly string[] => {
  const { headers, body, client } = request;
  const isOther = client === undefined ? headers['authorization'] !== `Basic ${named}` : !isOwn(client.chain);
  return [
    ...(isOdd(request) ? ['odd'] : []),
    ...(Buffer.from(body).includes('BopaGegevens') ? ['bopa'] : []),
    ...(isOther ? [client === undefined ? 'wrong-credentials' : 'wrong-certificates'] : []),
  ];
};

const isOwn = ([first]: readonly Uint8Array[]): boolean => {
  const body = leaf.slice(leaf.indexOf('\n') + 1, leaf.indexOf('-----END')).replaceAll('\n', '');
  return first !== undefined && Buffer.from(first).toString('base64') === body;
};

const bopaType = 'OmgevingsvergunningAfhandelingPlanafwijking';
const types = fc.constantFrom(['Melding', bopaType], [bopaType], ['Melding']);
const phases = fc.constantFrom<(1 | 2)[]>(1, 2);

/** Every permission that covers nothing today: it is over, or has not begun, on the clock of the run or on the real one. */
const worthless = fc.constantFrom<readonly [Permission | undefined, string]>(
  [undefined, '2026-11-23'],
  [{ ...always, scope: [] }, '2026-11-23'],
  [{ ...always, until: '2026-11-22', scope: profileScopes }, '2026-11-23'],
  [{ ...always, from: '2026-11-24', scope: profileScopes }, '2026-11-23'],
  [{ ...always, until: '2020-12-31', scope: profileScopes }, '2020-06-01'],
  [{ ...always, from: '2098-01-01', scope: profileScopes }, '2098-06-01'],
);

describe('at an endpoint that is not ours', () => {
  test('with no permission that counts nothing arrives but plain, valid deliveries of our own', async () => {
    let deliveries = 0;
    const property = fc.asyncProperty(worthless, phases, types, async ([permission, clock], phase, documentType) => {
      const { arrived } = await run({ phase, permission, documentType, clock: `${clock}T10:00:00Z` });
      deliveries += arrived.length;
      expect(arrived.flatMap(needsOf)).toEqual([]);
    });

    await fc.assert(property, {
      seed: 20261125,
      numRuns: inFull(12, 4),
      examples: [[[undefined, '2026-11-23'], 1, [bopaType]]],
    });
    expect(deliveries).toBeGreaterThan(inFull(100, 30));
  });

  test('with a permission of some scopes nothing of another scope arrives', async () => {
    const property = fc.asyncProperty(
      fc.subarray([...profileScopes]),
      phases,
      types,
      async (scope, phase, documentType) => {
        const { arrived, exchanges } = await run({ phase, permission: { ...always, scope }, documentType });
        const mayBeOdd = scope.some((one) => one === 'violations' || one === 'variants' || one === 'attacks');
        // A wrong password is told from a wrong name by nobody.
        const same = scope.includes('wrong-password') ? ['wrong-credentials'] : [];
        const allowed: ReadonlySet<string> = new Set([...scope, ...same, ...(mayBeOdd ? ['odd'] : [])]);
        // Who sends no credentials, or others, may be as odd as the answer to it.
        expect(new Set(arrived.flatMap(needsOf).filter((need) => !allowed.has(need)))).toEqual(new Set());
        const sends = new Set(exchanges.map(({ check }) => sendsOf(requirementOf(check))));
        expect(
          [...sends].filter((one) => one !== 'alive' && one !== 'valid' && !scope.some((each) => each === one)),
        ).toEqual([]);
      },
    );

    await fc.assert(property, { seed: 20261125, numRuns: inFull(6, 3) });
  });

  test.each(inFull<readonly (1 | 2)[]>([1, 2], [2]))(
    'with a permission for everything all of it arrives in phase %i',
    async (phase) => {
      const permission = { ...always, scope: profileScopes };
      const { arrived } = await run({ phase, permission, documentType: ['Melding', bopaType] });

      const other = phase === 1 ? 'wrong-credentials' : 'wrong-certificates';
      expect(new Set(arrived.flatMap(needsOf))).toEqual(new Set(['odd', 'bopa', other]));
    },
  );
});
