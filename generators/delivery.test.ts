import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { thirdOpinion } from '#judgement/third-opinion';
import { elementsOf, type XmlElement } from '#xml/tree';
import { serialize } from '#xml/serialize';
import { validDelivery, type Delivery } from './delivery.ts';
import { generationForTests } from '../test/samples/generation.ts';
import { inFull } from '../test/samples/in-full.ts';

const generation = await generationForTests();
const { contract, oracle, context, workshop } = generation;
const { roles } = workshop;
const types = contract.documentTypes.map(({ name }) => name);
const [first = ''] = types;
const announcement = 'GAOverigeAankondigingen';
const number = '000000000042';
const seed = 20200101;

/** How many deliveries of each document type are judged. */
const judged = inFull(1000, 100);
/** How many of each document type in settings of their own. */
const each = inFull(50, 8);

const sample = (type: string, numRuns: number, from = generation): readonly Delivery[] =>
  fc.sample(validDelivery(from, type), { seed, numRuns });

/** What one seed draws of each document type, drawn once; fewer are the first of them. */
const drawn = new Map(types.map((type) => [type, sample(type, Math.max(judged, 300))]));
const drawnOf = (type: string, count: number): readonly Delivery[] => (drawn.get(type) ?? []).slice(0, count);
const hash = (deliveries: readonly Delivery[]): readonly string[] =>
  deliveries.map((one) => Buffer.from(one.message(number)).toString('base64'));

describe.each(types)('%s', (type) => {
  // Each is judged as it is drawn, and one in which anything is found is thrown.
  test(
    'many deliveries are valid, and the schema validator of another library agrees',
    { timeout: 60_000 },
    async () => {
      const deliveries = drawnOf(type, judged);

      const opinions = await thirdOpinion(
        contract,
        deliveries.filter((_, index) => index % 10 === 0).map((one) => one.message(number)),
      );

      expect(deliveries).toHaveLength(judged);
      expect(opinions.filter(({ verdict }) => verdict !== 'valid')).toEqual([]);
    },
  );

  test('another number leaves length and verdict as they are', () => {
    for (const one of drawnOf(type, 50)) {
      const opinion = oracle.judge(one.message(number), context);

      expect(opinion).toMatchObject({ verdict: 'valid', findings: [] });
      expect(one.message('999999999999')).not.toEqual(one.message(number));
    }
  });

  test('every delivery says that it is a test', () => {
    for (const { draft, message } of drawnOf(type, 50)) {
      expect(roles.get(draft, 'titel')).toMatch(/^\[TEST 3PAS\] ./);
      expect(Buffer.from(message(number)).toString()).toContain(`>3PASTEST-proef-${number}<`);
      expect(noticeOf(draft)).toContain('Dit is een testbericht (3PASTEST-proef-000000000000).');
    }
  });

  test('the same seed gives the same bytes, in a generation of its own too', async () => {
    const again = await generationForTests();

    expect(hash(sample(type, 20, again))).toEqual(hash(drawnOf(type, 20)));
  });

  test('the smallest delivery is short and valid', () => {
    let bytes: Uint8Array = new Uint8Array();
    // All fails, so that what is tried last is the smallest.
    const failing = fc.property(validDelivery(generation, type), (one) => {
      bytes = one.message(number);
      return false;
    });
    fc.check(failing, { seed });

    expect(oracle.judge(bytes, context).verdict).toBe('valid');
    expect(bytes.length).toBeLessThan(type === announcement ? 3000 : 2000);
  });
});

const noticeOf = (draft: Delivery['draft']): string => {
  const content = Object.values(draft.payloads)[0]?.files[0]?.content;
  return content instanceof Uint8Array
    ? Buffer.from(content).toString('latin1').replaceAll('\\', '')
    : (roles.all(draft, 'inhoud/alinea')[0] ?? '');
};

describe('over many deliveries', () => {
  const many = types.flatMap((type) => drawnOf(type, 300));
  const namesIn = (tree: XmlElement): readonly string[] => [tree.name, ...elementsOf(tree).flatMap(namesIn)];

  test('every element of the schemas comes up', () => {
    const seen = new Set(
      many.flatMap(({ draft }) => [
        ...namesIn(draft.request),
        ...Object.values(draft.payloads).flatMap(({ files }) =>
          files.flatMap(({ content }) => (content instanceof Uint8Array ? [] : namesIn(content))),
        ),
      ]),
    );
    const declared = contract.constraints.flatMap(
      ({ id }) => /\/([A-Za-z-]+)\/(?:content|maxOccurs)$/.exec(id)?.[1] ?? [],
    );

    expect(declared.filter((name) => !seen.has(name))).toEqual([]);
  });

  test('what is optional is there at times and at times not', () => {
    const optional = [
      'samenvatting',
      'uitgever',
      'datumBesluit',
      'reactietermijn',
      'medium',
      'publicatiedatum',
      'rectificeert',
    ];
    for (const role of optional) {
      expect(new Set(many.map(({ draft }) => roles.count(draft, role) > 0)), role).toEqual(new Set([true, false]));
    }
  });

  test('titles reach the longest that is allowed', () => {
    expect(Math.max(...many.map(({ draft }) => Array.from(roles.get(draft, 'titel') ?? '').length))).toBe(255);
  });
});

describe('limits', () => {
  test('without media none is asked for', () => {
    const deliveries = types.flatMap((type) => sample(type, 50, { ...generation, media: [] }));

    expect(
      deliveries.flatMap(({ draft }) => [...roles.all(draft, 'medium'), ...roles.all(draft, 'publicatiedatum')]),
    ).toEqual([]);
  });

  test.each([
    ['Gemeenteblad', 'gemeente'],
    ['Provinciaal blad', 'provincie'],
    ['Waterschapsblad', 'waterschap'],
    ['Blad gemeenschappelijke regeling', 'regionaal samenwerkingsorgaan'],
  ])('%s is asked for by a %s', (medium, kind) => {
    for (const { draft } of sample(first, 50, { ...generation, media: [medium] })) {
      expect([roles.get(draft, 'medium'), roles.get(draft, 'bevoegdGezag/soort')]).toEqual([medium, kind]);
    }
  });

  test('only the allowed authorities are named, as publisher too', () => {
    const authorities = [
      { kind: 'gemeente', name: "'s-Gravenhage" },
      { kind: 'waterschap', name: 'Hoogheemraadschap De Stichtse Rijnlanden' },
    ];
    const names = types.flatMap((type) =>
      sample(type, each, { ...generation, authorities }).flatMap(({ draft }) => [
        ...roles.all(draft, 'bevoegdGezag'),
        ...roles.all(draft, 'uitgever'),
      ]),
    );

    expect(new Set(names)).toEqual(new Set(authorities.map(({ name }) => name)));
  });

  test('with mandates the authority has one', () => {
    const mandates = [{ kind: 'gemeente', name: 'Utrecht' }];
    const limited = { ...generation, context: { ...context, oin: '00000001002220647000', mandates } };

    expect(new Set(sample(first, 50, limited).map(({ draft }) => roles.get(draft, 'bevoegdGezag')))).toEqual(
      new Set(['Utrecht']),
    );
  });

  test.each(['2025-12-31', '2026-05-13', '2028-02-29', '2031-04-10', '2099-12-30'])(
    'on %s deliveries are valid',
    (today) => {
      for (const type of types)
        expect(sample(type, each, { ...generation, context: { ...context, today } })).toHaveLength(each);
    },
  );
});

describe('a number', () => {
  test('has twelve digits', () => {
    expect(() => sample(first, 1)[0]?.message('42')).toThrow('twelve digits');
  });
});

test('a document type that the contract does not have is an error', () => {
  expect(() => validDelivery(generation, 'Verkeersbesluit')).toThrow("no document type 'Verkeersbesluit'");
});

test('a rules.mjs that satisfies a rule wrongly is found out', () => {
  const faces = {
    ...generation.faces,
    rules: (api: Parameters<typeof generation.faces.rules>[0]) => ({
      ...generation.faces.rules(api),
      'postcode-vorm': {
        satisfy: { apply: (draft: Delivery['draft']) => roles.set(draft, 'gebiedsmarkering/postcode', '1234 AB') },
      },
    }),
  };
  const broken = { ...generation, faces, runId: 'fout' };

  expect(() => sample(first, 200, broken)).toThrow(/was generated wrong: rules\.sch#postcode-vorm at .*Postcode/);
});

test('a rule without faces is kept by leaving out what breaks it', () => {
  const faces = {
    shape: generation.faces.shape,
    rules: (api: Parameters<typeof generation.faces.rules>[0]) => {
      const { 'bopa-gml-id-uniek': _, ...others } = generation.faces.rules(api);
      return others;
    },
  };
  const unfaced = { ...generation, faces, runId: 'zonder' };

  const deliveries = sample('OmgevingsvergunningAfhandelingPlanafwijking', 50, unfaced);

  expect(deliveries.map(({ draft }) => roles.count(draft, 'bopa'))).toEqual(deliveries.map(() => 0));
});

test('a pinned seed gives a pinned delivery', () => {
  expect(sample(first, 2).map(({ draft }) => serialize(draft.request).replaceAll('\u0000', ''))).toMatchSnapshot();
});
