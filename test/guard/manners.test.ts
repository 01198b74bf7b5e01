import { resolve } from 'node:path';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { Contract } from '#contract/contract';
import { readContract } from '#contract/reader';
import type { MockRequest } from '#endpoint/mock/http-message';
import type { Faces } from '#generators/faces';
import type { Generation } from '#generators/generation';
import { generationOf } from '#generators/generation-for-tests';
import type { RunConfig } from '#harness/run-config';
import { type Elsewhere, actElsewhere, configElsewhere, openElsewhere } from './elsewhere.ts';

const contract = readContract(resolve(import.meta.dirname, '../contracts/post'));
const noFaces: Faces = { rules: () => ({}), shape: () => ({}) };
let place: Elsewhere;
beforeAll(async () => {
  place = await openElsewhere(contract);
});
beforeEach(() => {
  place.name();
});
afterEach(() => {
  vi.restoreAllMocks();
});
afterAll(() => place.close());

const only = (requirement: string): boolean => /^(?:delivery|protocol)\./.test(requirement);
const marks = ['[TEST 3PAS]', '3PASTEST-proef-'];

/** A message with what its content is base64 of. */
const opened = ({ body }: MockRequest): string => {
  const text = Buffer.from(body).toString();
  const [, content = ''] = /<Inhoud[^>]*>([^<]*)/.exec(text) ?? [];
  return text + Buffer.from(content, 'base64').toString();
};

/** What the contract says of its uses, and what its generators do though they must not. */
interface Fault {
  readonly said: Contract['uses'];
  readonly spoils: readonly ('title' | 'reference' | 'medium')[];
  readonly permitted: RunConfig['permitted'];
}

const faulty = ({ said, spoils }: Fault): Generation => {
  const own = { ...contract, uses: { ...contract.uses, ...said } };
  const generation = generationOf(own, noFaces);
  const values = {
    ...(spoils.includes('title') ? { titel: 'Kap van een eik' } : {}),
    ...(spoils.includes('reference') ? { kenmerk: 'Z-2026-1' } : {}),
    ...(spoils.includes('medium') ? { afzender: 'Staatscourant' } : {}),
  };
  const spoil = { rules: () => ({ 'spoed-is-brief': { satisfy: { apply: spoilt } } }), shape: () => ({}) };
  const { roles } = generation.workshop;
  function spoilt(draft: Parameters<typeof roles.set>[0]) {
    const kept = roles.set(draft, 'wijze', 'gewoon');
    return Object.entries(values).reduce((open, [role, text]) => roles.set(open, role, text), kept);
  }
  return { ...generation, faces: spoil };
};

const fault = fc.record<Fault>({
  said: fc.constantFrom<Contract['uses'][]>({}, { title: 'none' }, { medium: 'none' }, { reference: 'none' }),
  spoils: fc.subarray(['title', 'reference', 'medium'], { minLength: 0 }),
  permitted: fc.constantFrom<NonNullable<RunConfig['permitted']>[]>([], ['violations', 'variants', 'attacks']),
});

test('nothing arrives that is unmarked or asks for a medium, whatever makes deliveries', async () => {
  let deliveries = 0;
  const property = fc.asyncProperty(fault, async (one) => {
    const ended = await actElsewhere(configElsewhere(place, one.permitted), faulty(one), only);
    const arrived = place.arrived.splice(0).map(opened);
    const bound = { ...contract.uses, ...one.said };
    deliveries += arrived.length;

    expect(arrived.filter((text) => /["'>]Staatscourant["'<]/.test(text))).toEqual([]);
    if (bound.title !== 'none') expect(arrived.filter((text) => text.includes('Onderwerp>Kap'))).toEqual([]);
    expect(arrived.filter((text) => text.includes(':Bezorg') && !marks.some((mark) => text.includes(mark)))).toEqual(
      [],
    );
    const isStopped = one.spoils.includes('medium') || (one.spoils.includes('title') && bound.title !== 'none');
    if (isStopped) expect(ended.filter(({ verdict }) => verdict === 'passed')).toEqual([]);
    if (one.spoils.length === 0) expect(ended.filter(({ verdict }) => verdict === 'broken')).toEqual([]);
  });

  await fc.assert(property, { seed: 20261129, numRuns: 16, examples: [[{ said: {}, spoils: [], permitted: [] }]] });
  expect(deliveries).toBeGreaterThan(5);
});
