import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { UsageError } from '#cli/usage-error';
import { ContractError } from '#contract/folder/contract-error';
import type { Generation } from '#generators/generation';
import { temporaryFolder } from '../run/three-pas.ts';
import { actAll, generationFor, planned } from './folder/act-folder.ts';
import type { Field, Part } from './folder/drawn-fields.ts';
import { type DrawnFolder, drawnFolder } from './folder/drawn-folder.ts';
import { type DrawnProfile, drawnProfile, politely, profileYaml, runDay, scopeOf } from './folder/drawn-profile.ts';
import { mayLeave } from './folder/may-leave.ts';
import { nameHere } from './folder/named-here.ts';
import { offences } from './folder/offences.ts';
import { readArrival } from './folder/read-arrival.ts';
import { openRecordingServer, type RecordingServer, type Temper } from './folder/recording-server.ts';
import { rolePathOf } from './folder/roles.ts';
import { writeFolder } from './folder/write-folder.ts';

const place = temporaryFolder();
let server: RecordingServer;
beforeAll(async () => {
  vi.useFakeTimers({ now: new Date(`${runDay}T10:00:00Z`), toFake: ['Date'] });
  server = await openRecordingServer();
  nameHere();
});
afterAll(async () => {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
  vi.useRealTimers();
  vi.unstubAllEnvs();
  await server.close();
});

/** What makers of deliveries do though they must not: one value spoilt in each, or bodies and media of all kinds. */
type Spoil = 'nothing' | 'bounds' | 'title' | 'reference' | 'medium' | 'authority' | 'documentType';

interface Case {
  readonly folder: DrawnFolder;
  readonly profile: DrawnProfile;
  readonly spoil: Spoil;
  readonly temper: Temper;
}

const cases: fc.Arbitrary<Case> = fc.record({
  folder: drawnFolder,
  profile: drawnProfile,
  spoil: fc.oneof(
    fc.constant<Spoil>('nothing'),
    fc.constantFrom<Spoil[]>('bounds', 'title', 'reference', 'medium', 'authority', 'documentType'),
  ),
  temper: fc.constantFrom<Temper[]>('accepts', 'accepts', 'refuses', 'hangs-up', 'by-turns'),
});

const runId = 'proef';
const spoilt: Readonly<Partial<Record<Spoil, string>>> = {
  ...{ title: 'Kap', reference: 'Z-1', medium: 'Staatscourant', authority: 'Zeeland' },
};

/** A generation that does what it must not: where it is bound, the client alone stands in its way. */
const spoiling = (generation: Generation, { folder, spoil }: Case): Generation => {
  if (spoil === 'nothing') return generation;
  const isBound = spoil !== 'bounds' && spoil !== 'medium' && spoil !== 'authority';
  const free = isBound ? generation : { ...generation, authorities: undefined, media: undefined };
  const field = folder.fields.find(({ part }) => part === spoil);
  const value = spoil === 'documentType' ? folder.types[2] : spoilt[spoil];
  if (field === undefined || value === undefined) return free;
  const { set } = generation.workshop.roles;
  const role = rolePathOf(folder, field);
  return {
    ...free,
    faces: { rules: () => ({ always: { satisfy: { apply: (draft) => set(draft, role, value) } } }), shape: () => ({}) },
  };
};

let count = 0;

/** What a run of a case came to: undefined where it was refused. */
const ran = async (one: Case) => {
  const { folder, profile, temper } = one;
  const files = join(place, String((count += 1)));
  mkdirSync(files);
  const file = join(files, 'profile.yaml');
  writeFileSync(file, profileYaml(profile, server.port));
  vi.stubEnv('DROP_PRODUCTIE_URL', profile.production);
  const contract = writeFolder(folder, join(files, 'contract'));
  const arrived = server.record(temper, answerOf(folder));
  try {
    const plan = await planned({ contract, profile: file, runId, out: join(files, 'out') });
    const ended = await actAll(plan.config, spoiling(generationFor(plan), one));
    return { arrived, ended, refusal: undefined };
  } catch (error) {
    if (!(error instanceof ContractError || error instanceof UsageError)) throw error;
    return { arrived, ended: undefined, refusal: error.message };
  } finally {
    rmSync(files, { recursive: true });
  }
};

const answerOf = ({ request }: DrawnFolder): string =>
  `<m:${request}Response xmlns:m="urn:drawn:message"><Number>#</Number></m:${request}Response>`;

test('whatever folder and profile, nothing arrives at another machine that manners forbid', async () => {
  let deliveries = 0;
  const property = fc.asyncProperty(cases, async (one) => {
    const { folder, profile, spoil } = one;
    const { arrived, ended, refusal } = await ran(one);
    const { requests = politely.requests, accepted = politely.accepted } = profile.limits;
    deliveries += arrived.length;

    expect({ refusal, mayLeave: ended !== undefined }).toEqual({ refusal, mayLeave: mayLeave(folder, profile) });
    if (ended === undefined) expect(arrived).toEqual([]);
    expect(arrived.flatMap(({ body }) => offences({ folder, profile, runId }, body))).toEqual([]);
    expect(arrived.length).toBeLessThanOrEqual(requests);
    expect(arrived.filter(({ mayBeDossier }) => mayBeDossier).length).toBeLessThanOrEqual(accepted);
    if (isForbidden(one)) expect(arrived.filter(({ body }) => readArrival(folder, body).isPlain)).toEqual([]);
    if (spoil === 'nothing') expect(ended?.filter(({ verdict }) => verdict === 'broken') ?? []).toEqual([]);
  });

  await fc.assert(property, { seed: 20261129, numRuns: 28, endOnFailure: true });
  expect(deliveries).toBeGreaterThan(100);
});

test('a list of bodies in another schema than that of the authority is no place to leave out', async () => {
  const at = (part: Part, place: Field['in']): Field => ({
    ...{ part, in: place, path: [`E-${part}`], attribute: undefined, roles: [{ name: part, steps: 1 }] },
  });
  const folder: DrawnFolder = {
    ...{ request: 'R', root: 'C', namespaces: 1, isQualified: true, decode: 'zip', types: ['T'], media: undefined },
    fields: [
      ...[at('reference', 'message'), at('title', 'message'), at('publisher', 'message'), at('content', 'message')],
      ...[at('authority', 'content'), at('notice', 'content')],
    ],
    says: {
      ...{ documentType: 'none', reference: 'bound', title: 'bound', authority: 'bound', authorityKind: 'none' },
      ...{ publisher: 'none', publisherKind: 'none', medium: 'none', content: 'bound', notice: 'bound' },
    },
    ...{ listsBodies: true, room: { title: 60, reference: 60 } },
  };
  const profile: DrawnProfile = {
    ...{ host: 'eto-proef.example', testHosts: [], production: undefined, permission: undefined, limits: {} },
    ...{ bodies: [{ soort: 'gemeente', naam: 'Zeist' }], media: [] },
  };

  const { arrived, refusal } = await ran({ folder, profile, spoil: 'nothing', temper: 'accepts' });

  expect(refusal).toMatch(/uses\.publisher leaves E-publisher of message\.xsd out, which takes "Zeist"/);
  expect(arrived).toEqual([]);
});

/** Whether each delivery has a value that may never leave. */
const isForbidden = ({ folder, profile, spoil }: Case): boolean => {
  if (spoil !== 'title' && spoil !== 'reference') return false;
  const isTold = folder.says[spoil] === 'bound' && (folder.room[spoil] ?? 60) > 30;
  return (
    isTold &&
    (spoil === 'title' || !scopeOf(profile).some((one) => ['violations', 'variants', 'attacks'].includes(one)))
  );
};
