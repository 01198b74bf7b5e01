import type { Constraint, Contract } from '#contract/contract';
import { holesIn } from '#generators/draft/draft';
import { violable, type Violation, violation } from '#generators/violation';
import { textOf } from '#xml/tree';
import type { Making } from './making.ts';
import type { InteractionKind, Outlined } from './outline.ts';
import { shortest } from './shortest.ts';

/** The shortest delivery that breaks the first constraint of its kind; undefined where the contract has none to break. */
export const brokenDelivery = (
  { generation }: Making,
  { kind, documentType = '' }: Outlined,
): Violation | undefined => {
  const isWanted = wanted(kind, generation.contract);
  for (const one of violable(generation, documentType)) {
    if (!one.violable || !isWanted(one.constraint)) continue;
    const delivery = shortest(violation(generation, documentType, one.constraint.id));
    if (kind === 'content' || hasSameContent(delivery)) return delivery;
  }
  return undefined;
};

/** Whether breaking a constraint is refused for this reason. */
const wanted = (kind: InteractionKind, contract: Contract): ((constraint: Constraint) => boolean) => {
  if (kind === 'schema') return ({ kind: of, place }) => of === 'schema' && place.file === contract.schemas.message;
  if (kind === 'content') {
    const inside = new Set(contract.roles.flatMap(({ payload }) => payload?.schema ?? []));
    return ({ kind: of, place }) => of === 'schema' && inside.has(place.file);
  }
  const errors = new Set(
    contract.rules.flatMap(({ id, place, severity }) => (severity === 'error' ? [`${place.file}#${id}`] : [])),
  );
  return ({ id }) => errors.has(id);
};

/** Whether what is wrong stands in the message itself: a rule on the content can be a matter of content. */
const hasSameContent = ({ draft, parent }: Violation): boolean =>
  holesIn(textOf(draft.request)).join() === holesIn(textOf(parent.draft.request)).join() &&
  Object.entries(draft.payloads).every(([key, payload]) => payload === parent.draft.payloads[key]);
