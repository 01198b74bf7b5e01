import { describe, expect, test } from 'vitest';
import { parseTree } from '#xml/parse';
import { readSchema } from '#xml/schema/read';
import { orderSchema } from '../../test/samples/order-schema.ts';
import { countHits, foldCoverage, type Coverage } from './fold.ts';
import { goalKey, type GoalKind } from './goal.ts';
import { planCoverage } from './plan.ts';

const model = readSchema(new Map([['order.xsd', Buffer.from(orderSchema)]]), 'order.xsd');
const plan = planCoverage(model, { namespace: 'urn:o', name: 'order' });

const order = (content: string, attributes = ''): string => `<order xmlns="urn:o"${attributes}>${content}</order>`;

const coverageOf = (...documents: readonly string[]): Coverage =>
  foldCoverage(plan.goals, countHits(documents.flatMap((one) => plan.hits(parseTree(Buffer.from(one))))));

const reached = (coverage: Coverage, kind: GoalKind): readonly string[] =>
  coverage.goals.filter((goal) => goal.kind === kind && goal.hits > 0).map(({ id }) => id.replace('order.xsd#', ''));

const small = order('<customer>a</customer><cash>true</cash><line>1</line>');

describe('the goals of a schema', () => {
  test('are each there once, every constraint to be kept and to be broken', () => {
    const keys = plan.goals.map(goalKey);

    expect(new Set(keys).size).toBe(keys.length);
    const ids = (kind: GoalKind) => plan.goals.filter((goal) => goal.kind === kind).map(({ id }) => id);
    expect(ids('kept')).toEqual(ids('broken'));
    expect(ids('kept')).toContain('order.xsd#order/customer/maxLength');
    expect(ids('value')).toEqual([
      'order.xsd#order/@kind/enumeration=spot',
      'order.xsd#order/@kind/enumeration=forward',
    ]);
  });
});

describe('a document reaches', () => {
  test('the constraints that bind in it', () => {
    const kept = reached(coverageOf(small), 'kept');

    expect(kept).toContain('order/customer/maxLength');
    expect(kept).toContain('root');
    expect(kept).not.toContain('order/until/type');
    expect(kept).not.toContain('order/@kind/enumeration');
  });

  test('values at a limit', () => {
    expect(reached(coverageOf(small), 'bound')).toEqual(['order/line/minOccurs=1', 'order/customer/minLength=1']);
    const long = order('<customer>twelve tekens</customer><cash>true</cash><line>1</line><line>2</line>');
    expect(reached(coverageOf(long), 'bound')).toEqual([]);
    expect(reached(coverageOf(long.replace('twelve tekens', 'twelve teken')), 'bound')).toEqual([
      'order/customer/maxLength=12',
    ]);
  });

  test('branches, values, parts and pairs of parts', () => {
    const full = order(
      '<customer>a</customer><until>2026-01-01</until><account>1</account><line>1</line>',
      ' kind="spot"',
    );

    expect(reached(coverageOf(small), 'branch')).toEqual(['order/choice=cash']);
    expect(reached(coverageOf(full), 'branch')).toEqual(['order/choice=account']);
    expect(reached(coverageOf(full), 'value')).toEqual(['order/@kind/enumeration=spot']);
    expect(reached(coverageOf(small), 'part')).toEqual(['order/@kind=absent', 'order/until=absent']);
    expect(reached(coverageOf(full), 'pair')).toEqual(['order/@kind=present & order.xsd#order/until=present']);
    expect(coverageOf(small, full).kinds).toMatchObject({
      branch: { reached: 2, all: 2 },
      part: { reached: 4, all: 4 },
      pair: { reached: 2, all: 4 },
      broken: { reached: 0 },
    });
  });
});
