import fc from 'fast-check';
import { ContractError } from '#contract/folder/contract-error';
import type { Contract } from '#contract/contract';
import { pathOf } from '#contract/roles/bindings';
import { allUses } from '#contract/use';
import { DocumentError } from '#documents/document-error';
import { GenerationError } from '#documents/schema/generation-error';
import { DeliveryError } from '#generators/delivery-error';
import { deliveryOf } from '#generators/delivery';
import { allRoles } from '#generators/draft/role-schema';
import { RoleError } from '#generators/draft/role-nodes';
import type { Draft } from '#generators/draft/draft';
import { noWishes, validDrafts } from '#generators/drafts';
import type { Faces } from '#generators/faces';
import type { Generation } from '#generators/generation';
import { rehearsedGeneration } from '../rehearsal.ts';

/** Examples of a folder that is made, and the roles that none of them has. */
export interface Examples {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly missing: ReadonlySet<string>;
}

const runId = 'voorbeeld';
const number = '000000000001';

/** What deliveries of the folder are made with; a contract without its rules makes them without. */
export const generationFor = (contract: Contract, faces: Faces, today: string): Generation =>
  rehearsedGeneration({ contract, faces, occasion: { today, runId }, rehearsal: undefined });

/** Makes an example of each document type; together they have as many of the roles as can be. */
export const makeExamples = (generation: Generation): Examples => {
  const { contract } = generation;
  const missing = new Set(allRoles(contract.roles).map(({ path }) => path));
  const used = allUses.flatMap((use) => pathOf(contract, use) ?? []);
  const files = new Map<string, Uint8Array>();
  for (const { name, example } of contract.documentTypes) {
    const drafts = candidates(
      generation,
      name,
      used.filter((path) => missing.has(path)),
    );
    const rolesIn = (draft: Draft): readonly string[] =>
      [...missing].filter((path) => isThere(generation, draft, path));
    const best = drafts.reduce((one, other) => (rolesIn(other).length > rolesIn(one).length ? other : one));
    for (const path of rolesIn(best)) missing.delete(path);
    files.set(example, deliveryOf(generation, best).message(number));
  }
  return { files, missing };
};

/** A computed role is there where what it is computed at is. */
const isThere = ({ workshop: { roles } }: Generation, draft: Draft, path: string): boolean => {
  try {
    return roles.count(draft, path) > 0;
  } catch (error) {
    if (!(error instanceof RoleError)) throw error;
    return !path.includes('/') || roles.count(draft, path.slice(0, path.lastIndexOf('/'))) > 0;
  }
};

/** Drafts with all that is still wanted, with each of it, and as chance has them. */
const candidates = (generation: Generation, type: string, wanted: readonly string[]): readonly [Draft, ...Draft[]] => {
  const usual = fc.sample(validDrafts(generation, type, noWishes), { seed: 1, numRuns: 5 });
  const wishes = wanted.length === 0 ? [] : [wanted, ...wanted.map((path) => [path])];
  const [first, ...others] = [
    ...wishes.flatMap((wish) => wished(generation, type, { present: wish, numRuns: 2 })),
    ...usual,
  ];
  if (first === undefined) throw new ContractError(undefined, `no ${type} could be made`);
  return [first, ...others];
};

const wished = (
  generation: Generation,
  type: string,
  { present, numRuns }: { readonly present: readonly string[]; readonly numRuns: number },
): readonly Draft[] => {
  try {
    return fc.sample(validDrafts(generation, type, { ...noWishes, present }), { seed: 1, numRuns });
  } catch (error) {
    if (isUnmakeable(error)) return [];
    throw error;
  }
};

/** What is wished for can be more than the rules or the schema allow together. */
const isUnmakeable = (error: unknown): boolean =>
  [DeliveryError, RoleError, ContractError, GenerationError, DocumentError].some((kind) => error instanceof kind);

/**
 * The least share of deliveries made without a rule that must keep it: of all, of an error; of those of each document type, and of those
 * that have a role which may be absent, of any rule.
 */
const leastKept = { ofAll: 0.6, ofGroup: 0.2 } as const;

/** The rules that deliveries keep by chance, one with the others: what nobody wrote faces for can't be kept otherwise. */
export const keptByChance = (contract: Contract, today: string): readonly string[] => {
  let left = madeWithoutRules(contract, today);
  const kept: string[] = [];
  for (const { id, place, severity } of contract.rules) {
    const keeps = ({ broken }: Made): boolean => !broken.has(`${place.file}#${id}`);
    const least = severity === 'error' ? leastKept.ofAll : 0;
    const isOften =
      isShare(left, keeps, least) && [...byGroup(left)].every((own) => isShare(own, keeps, leastKept.ofGroup));
    if (!isOften) continue;
    kept.push(id);
    left = left.filter(keeps);
  }
  return kept;
};

/** A delivery, what it is one of, and what it breaks. */
interface Made {
  readonly group: string;
  readonly broken: ReadonlySet<string>;
}

const madeWithoutRules = (contract: Contract, today: string): readonly Made[] => {
  const judged = generationFor(contract, { rules: () => ({}), shape: () => ({}) }, today);
  const free = generationFor({ ...contract, rules: [] }, { rules: () => ({}), shape: () => ({}) }, today);
  const made =
    (group: string) =>
    (draft: Draft): Made => {
      const opinion = judged.oracle.judge(deliveryOf(free, draft).message(number), judged.context);
      const findings = opinion.verdict === 'unjudgeable' ? [] : opinion.findings;
      return { group, broken: new Set(findings.map(({ constraint }) => constraint)) };
    };
  const used = allUses.flatMap((use) => pathOf(contract, use) ?? []);
  return contract.documentTypes.flatMap(({ name }) => {
    const usual = fc.sample(validDrafts(free, name, noWishes), { seed: 1, numRuns: 20 });
    const rare = used.filter((path) => usual.some((draft) => !isThere(free, draft, path)));
    return [
      ...usual.map(made(name)),
      ...rare.flatMap((path) => wished(free, name, { present: [path], numRuns: 10 }).map(made(`${name} with ${path}`))),
    ];
  });
};

const byGroup = (all: readonly Made[]): Iterable<readonly Made[]> => Map.groupBy(all, ({ group }) => group).values();

const isShare = (all: readonly Made[], keeps: (one: Made) => boolean, least: number): boolean =>
  all.filter(keeps).length >= least * all.length;
