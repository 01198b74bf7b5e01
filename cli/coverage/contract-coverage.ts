import { deliveriesOf } from '#contract/deliveries';
import { keyOf } from '#xml/qname';
import type { XmlElement } from '#xml/tree';
import type { Draft } from '#generators/draft/draft';
import type { Generation } from '#generators/generation';
import { planCoverage, type CoveragePlan } from '#documents/coverage/plan';
import { allRoles } from '#generators/draft/role-schema';
import type { Goal } from '#documents/coverage/goal';
import { makeAll } from '../generate/make.ts';
import { createCollector, type GeneratedCoverage } from './collector.ts';

/** What `generate` reaches of a contract with the same seed and number, over all document types together. */
export const contractCoverage = (
  generation: Generation,
  { n, seed }: { readonly n: number; readonly seed: number },
  take: (given: { readonly kind: 'line'; readonly line: string }) => void,
): GeneratedCoverage => {
  const { contract } = generation;
  const plans = plansOf(generation);
  const collector = createCollector();
  for (const { goals } of plans.values()) collector.addGoals(goals);
  const listed = contract.constraints.map(({ id }): Goal => ({ kind: 'broken', id }));
  collector.addGoals(listed);
  for (const { name } of contract.documentTypes)
    for (const { entry, delivery } of makeAll(generation, name, { n, seed, violations: true })) {
      const { kind, constraint = '', reason = '' } = entry;
      if (kind === 'valid' && delivery !== undefined) collector.valid(hitsOf(plans, delivery.draft));
      if (kind === 'violation') collector.broken(constraint);
      if (kind === 'untested' || kind === 'not-applicable') collector.untested({ constraint, reason });
      take({ kind: 'line', line: `${name}: ${collector.line()}` });
    }
  return collector.result(seed);
};

/** A plan for the request and for each kind of payload, by the name of the root. */
const plansOf = ({ contract, workshop }: Generation): ReadonlyMap<string, CoveragePlan> => {
  const payloads = allRoles(contract.roles).flatMap(({ role: { payload } }) => payload ?? []);
  return new Map([
    ...deliveriesOf(contract.service).map(
      ({ request }) => [keyOf(request), planCoverage(workshop.modelOf(contract.schemas.message), request)] as const,
    ),
    ...payloads.map(({ schema, root }) => [keyOf(root), planCoverage(workshop.modelOf(schema), root)] as const),
  ]);
};

const hitsOf = (plans: ReadonlyMap<string, CoveragePlan>, { request, payloads }: Draft): readonly string[] => {
  const files = Object.values(payloads).flatMap((payload) => payload.files.map(({ content }) => content));
  const trees = [request, ...files.filter((content): content is XmlElement => !(content instanceof Uint8Array))];
  return trees.flatMap((tree) => plans.get(keyOf(tree))?.hits(tree) ?? []);
};
