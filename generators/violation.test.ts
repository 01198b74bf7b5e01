import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { generationForTests } from '../test/samples/generation.ts';
import { violable, violation, type Violation } from './violation.ts';
import { inFull } from '../test/samples/in-full.ts';

const generation = await generationForTests();
const { contract, oracle, context } = generation;
const types = contract.documentTypes.map(({ name }) => name);
const [first = ''] = types;
const number = '000000000042';

/** How many violations of each constraint are looked at for each document type. */
const each = inFull(20, 1);

/** Each document type has its turn at every so many of the constraints. */
const turns = inFull(1, 5);

const sample = (type: string, constraint: string, numRuns = each): readonly Violation[] =>
  fc.sample(violation(generation, type, constraint), { seed: types.indexOf(type), numRuns });

/** What is wrong with a violation that is sent under a number of its own; undefined when nothing is. */
const wrongWith = (one: Violation): string | undefined => {
  const parent = oracle.judge(one.parent.message(number), context);
  const opinion = oracle.judge(one.message(number), context);
  if (parent.verdict !== 'valid' || parent.findings.length > 0) return 'its parent is not valid';
  if (opinion.verdict === 'unjudgeable') return opinion.reason.en;
  if (opinion.verdict !== (one.severity === 'error' ? 'invalid' : 'valid')) return `it is ${opinion.verdict}`;
  const ids = opinion.findings.map(({ constraint }) =>
    constraint === 'soap#request' ? 'dossier.xsd#root' : constraint,
  );
  if (!ids.includes(one.constraint)) return `found is ${ids.join(', ')}`;
  const follows = opinion.findings
    .filter((finding) => finding.follows === one.constraint)
    .map(({ constraint }) => constraint);
  const others = ids.filter((id) => id !== one.constraint && !one.implied.includes(id) && !follows.includes(id));
  return others.length === 0 ? undefined : `found as well is ${others.join(', ')}`;
};

describe.each(types)('%s', (type) => {
  test('every constraint that can be broken is, and nothing else', { timeout: 120_000 * each }, () => {
    const targets = violable(generation, type).filter((one) => one.violable);
    const own = targets.filter((_, index) => index % turns === types.indexOf(type) % turns);

    const wrong = own.flatMap(({ constraint: { id } }) =>
      sample(type, id).flatMap((one) => {
        const problem = wrongWith(one);
        return problem === undefined ? [] : [`${id} by ${one.operator}: ${problem}`];
      }),
    );

    expect(wrong).toEqual([]);
    expect(targets.length).toBeGreaterThan(380);
  });
});

describe('what can not be broken', () => {
  const reasons = (type: string, from = generation): Readonly<Record<string, number>> => {
    const counts: Record<string, number> = {};
    for (const one of violable(from, type)) if (!one.violable) counts[one.reason.en] = (counts[one.reason.en] ?? 0) + 1;
    return counts;
  };

  test('has its reason', () => {
    expect(Object.fromEntries(types.map((type) => [type, reasons(type)]))).toMatchInlineSnapshot(`
      {
        "BeschikkingAanvraag": {
          "BeschikkingAanvraag never has bopa/gml": 107,
          "BeschikkingAanvraag never has what this constraint is about": 22,
          "a term for zienswijzen on an application may be shorter": 1,
          "it binds nowhere by itself: it is part of a union or abstract, and what stands for that is broken in its place": 2,
          "only GAOverigeAankondigingen belongs in the Staatscourant": 1,
          "only GAOverigeAankondigingen has a PDF for content": 1,
          "only a notice with planafwijking has BopaGegevens": 12,
          "the profile names no machtigingen": 1,
          "the rubriek of this document type is not omgevingsvergunning": 1,
        },
        "BeschikkingAfhandeling": {
          "BeschikkingAfhandeling never has bopa/gml": 107,
          "BeschikkingAfhandeling never has what this constraint is about": 22,
          "it binds nowhere by itself: it is part of a union or abstract, and what stands for that is broken in its place": 2,
          "only GAOverigeAankondigingen belongs in the Staatscourant": 1,
          "only GAOverigeAankondigingen has a PDF for content": 1,
          "only a notice with planafwijking has BopaGegevens": 12,
          "the profile names no machtigingen": 1,
          "the rubriek of this document type is not omgevingsvergunning": 1,
        },
        "GAOverigeAankondigingen": {
          "GAOverigeAankondigingen never has bopa/gml": 107,
          "GAOverigeAankondigingen never has what this constraint is about": 22,
          "it binds nowhere by itself: it is part of a union or abstract, and what stands for that is broken in its place": 2,
          "only a notice with planafwijking has BopaGegevens": 12,
          "the content of GAOverigeAankondigingen is no XML of inhoud.xsd": 36,
          "the content of this document type is a PDF": 3,
          "the profile names no machtigingen": 1,
          "the rubriek of this document type is not omgevingsvergunning": 1,
          "this document type needs no gebiedsmarkering": 1,
        },
        "Melding": {
          "Melding never has bopa/gml": 107,
          "Melding never has what this constraint is about": 22,
          "it binds nowhere by itself: it is part of a union or abstract, and what stands for that is broken in its place": 2,
          "only GAOverigeAankondigingen belongs in the Staatscourant": 1,
          "only GAOverigeAankondigingen has a PDF for content": 1,
          "only a notice with planafwijking has BopaGegevens": 12,
          "the profile names no machtigingen": 1,
          "the rubriek of this document type is not omgevingsvergunning": 1,
          "this document type needs no gebiedsmarkering": 1,
        },
        "OmgevingsvergunningAanvraag": {
          "OmgevingsvergunningAanvraag never has bopa/gml": 107,
          "OmgevingsvergunningAanvraag never has what this constraint is about": 19,
          "it binds nowhere by itself: it is part of a union or abstract, and what stands for that is broken in its place": 2,
          "only GAOverigeAankondigingen belongs in the Staatscourant": 1,
          "only GAOverigeAankondigingen has a PDF for content": 1,
          "only a notice with planafwijking has BopaGegevens": 12,
          "the profile names no machtigingen": 1,
          "the rubriek of this document type is omgevingsvergunning": 1,
        },
        "OmgevingsvergunningAfhandeling": {
          "OmgevingsvergunningAfhandeling never has bopa/gml": 107,
          "OmgevingsvergunningAfhandeling never has what this constraint is about": 19,
          "it binds nowhere by itself: it is part of a union or abstract, and what stands for that is broken in its place": 2,
          "only GAOverigeAankondigingen belongs in the Staatscourant": 1,
          "only GAOverigeAankondigingen has a PDF for content": 1,
          "only a notice with planafwijking has BopaGegevens": 12,
          "the profile names no machtigingen": 1,
          "the rubriek of this document type is omgevingsvergunning": 1,
        },
        "OmgevingsvergunningAfhandelingPlanafwijking": {
          "it binds nowhere by itself: it is part of a union or abstract, and what stands for that is broken in its place": 2,
          "only GAOverigeAankondigingen belongs in the Staatscourant": 1,
          "only GAOverigeAankondigingen has a PDF for content": 1,
          "the profile names no machtigingen": 1,
          "the rubriek of this document type is omgevingsvergunning": 1,
        },
      }
    `);
  });

  test('is, over all document types, two lists that stand in a union, and what the profile does not name', () => {
    const broken = new Set(
      types.flatMap((type) => violable(generation, type).flatMap((one) => (one.violable ? [one.constraint.id] : []))),
    );

    expect(contract.constraints.map(({ id }) => id).filter((id) => !broken.has(id))).toEqual([
      'codelists.xsd#RegionaalSamenwerkingsorgaan/enumeration',
      'codelists.xsd#OpenbaarLichaam/enumeration',
      'rules.sch#bevoegd-gezag-gemachtigd',
    ]);
  });

  test('with mandates is nothing', () => {
    const mandates = [{ kind: 'gemeente', name: 'Utrecht' }];
    const limited = { ...generation, context: { ...context, oin: '00000001002220647000', mandates } };

    const [one] = fc.sample(violation(limited, first, 'rules.sch#bevoegd-gezag-gemachtigd'), { seed: 1, numRuns: 1 });

    expect(oracle.judge(one?.message(number) ?? new Uint8Array(), limited.context)).toMatchObject({
      verdict: 'invalid',
      findings: [{ constraint: 'rules.sch#bevoegd-gezag-gemachtigd' }],
    });
  });

  test('without media is what speaks of a medium', () => {
    const silent = reasons(first, { ...generation, media: [] });

    expect(silent['no medium may be asked for']).toBe(3);
  });

  test('is a rule without faces', () => {
    const faces = { ...generation.faces, rules: () => ({}) };
    const unfaced = { ...generation, faces, runId: 'zonder' };

    expect(
      violable(unfaced, first)
        .filter(({ constraint }) => constraint.kind === 'rule')
        .every((one) => !one.violable && one.verdict === 'untested' && one.reason.en.startsWith('rules.mjs')),
    ).toBe(true);
  });

  test('is an error when it is asked for', () => {
    const drawn = (id: string) => () => fc.sample(violation(generation, 'Melding', id), { seed: 1, numRuns: 1 });

    expect(drawn('rules.sch#bopa-srsnaam')).toThrow(
      "rules.sch#bopa-srsnaam can't be broken in Melding: only a notice with planafwijking",
    );
    expect(drawn('dossier.xsd#Nergens')).toThrow("has no constraint 'dossier.xsd#Nergens'");
  });
});

describe('shrinking', () => {
  test.each([
    'dossier.xsd#Dossier/Titel/maxLength',
    'dossier.xsd#Dossier/order',
    'inhoud.xsd#Inhoud/al/minOccurs',
    'rules.sch#ring-enkelvoudig',
    'rules.sch#publicatiedatum-is-werkdag',
  ])('keeps breaking %s, in a smaller message', (constraint) => {
    const tried: Violation[] = [];
    const failing = fc.property(violation(generation, first, constraint), (one) => {
      tried.push(one);
      return false;
    });

    fc.check(failing, { seed: 3 });

    expect(tried.map(wrongWith).filter((problem) => problem !== undefined)).toEqual([]);
    const sizes = [tried[0], tried.at(-1)].map((one) => one?.message(number).length ?? 0);
    expect(sizes[1]).toBeLessThanOrEqual(sizes[0] ?? 0);
    expect(sizes[1]).toBeLessThan(2500);
  });
});

test('the same seed gives the same bytes', async () => {
  const again = await generationForTests();
  const drawn = (from: typeof generation) =>
    fc
      .sample(violation(from, first, 'dossier.xsd#Dossier/Titel/maxLength'), { seed: 9, numRuns: 10 })
      .map((one) => Buffer.from(one.message(number)).toString());

  expect(drawn(again)).toEqual(drawn(generation));
});

test('a broken reference is not mended by the stamp', () => {
  const [long] = sample(first, 'dossier.xsd#Dossier/Referentienummer/maxLength', 1);

  expect(long && wrongWith(long)).toBeUndefined();
});
