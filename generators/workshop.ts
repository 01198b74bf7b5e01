import type { Contract } from '#contract/contract';
import { readSchema } from '#xml/schema/read';
import { roleDeclarationsOf, rootOf, type ModelOf, type RoleDeclarations } from './draft/role-schema.ts';
import { rolesOf, type Roles } from './draft/roles.ts';

/** What is worked out once for a contract. */
export interface Workshop {
  readonly modelOf: ModelOf;
  readonly declarations: RoleDeclarations;
  readonly roles: Roles;
  /** What `make` gave when it was first asked for under this key. */
  readonly once: Remember;
  /** The same for what is big and seldom asked for twice: only what was made last is kept. */
  readonly lately: Remember;
  /** The same for drafts that are broken in many ways. */
  readonly stock: Remember;
}

type Remember = <Value extends object>(key: string, make: () => Value) => Value;

/** How many of the big things, and of the drafts, are kept. */
const mostKept = { lately: 16, stock: 400 };

/** The workshop of a contract. */
export const createWorkshop = (contract: Contract): Workshop => {
  const once = createMemory(Infinity);
  const modelOf: ModelOf = (schema) => once(`schema ${schema}`, () => readSchema(contract.files, schema));
  const roles = rolesOf(contract, (payload) =>
    payload === undefined
      ? rootOf(modelOf(contract.schemas.message), contract.service.deliver.request)
      : rootOf(modelOf(payload.schema), payload.root),
  );
  const find = roleDeclarationsOf(contract, modelOf);
  return {
    modelOf,
    declarations: (rolePath) => once(`declarations ${rolePath}`, () => find(rolePath)),
    roles,
    once,
    lately: createMemory(mostKept.lately),
    stock: createMemory(mostKept.stock),
  };
};

const createMemory = (most: number): Remember => {
  const kept = new Map<string, object>();
  return <Value extends object>(key: string, make: () => Value): Value => {
    const known = kept.get(key);
    if (known !== undefined) return known as Value;
    const made = make();
    kept.set(key, made);
    const [oldest] = kept.keys();
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    return made;
  };
};
