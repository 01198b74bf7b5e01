import { createTable } from '#documents/table';
import { askedOfSender, unknownOf } from '#contract/rules/about-sender';
import { holdsFiles } from '#contract/roles/decodings';
import type { Bilingual } from '#contract/texts/bilingual';
import type { Constraint, Rule } from '#contract/contract';
import { baseOptions } from './base-options.ts';
import { certainIn } from './certain.ts';
import { constraintSources, type ConstraintSource } from './constraint-source.ts';
import { roleSteps } from './draft/role-nodes.ts';
import { rootOf } from './draft/role-schema.ts';
import { facesFor, keyOf, noWishes } from './drafts.ts';
import type { Face } from './faces.ts';
import type { Generation } from './generation.ts';
import type { SchemaTarget } from './schema-violations.ts';
import { createViolators, type Violators } from '#documents/violation/violator';

/** What there is to break, or why it can't be broken in deliveries of a document type. */
export type Target =
  | { readonly kind: 'schema'; readonly target: SchemaTarget }
  | { readonly kind: 'rule'; readonly rule: Rule }
  | ({ readonly kind: 'none' } & Unviolable);

/** Why a constraint can't be broken: it is about nothing that the document type has, or nothing here can break it. */
export interface Unviolable {
  readonly verdict: 'not-applicable' | 'untested';
  readonly reason: Bilingual;
}

/** Finds what a constraint takes to be broken in deliveries of a document type. */
export const targetOf = (generation: Generation, documentType: string, constraint: Constraint): Target =>
  constraint.kind === 'rule'
    ? ruleTarget(generation, documentType, constraint)
    : schemaTarget(generation, documentType, constraint);

const untested = (nl: string, en: string): Target => ({ kind: 'none', verdict: 'untested', reason: { nl, en } });

const notApplicable = (reason: Bilingual): Target => ({ kind: 'none', verdict: 'not-applicable', reason });

const ruleTarget = (generation: Generation, documentType: string, { id }: Constraint): Target => {
  const rule = generation.contract.rules.find((one) => `${one.place.file}#${one.id}` === id);
  const face = rule === undefined ? undefined : facesFor(generation).get(rule.id);
  if (rule === undefined || face?.violate === undefined)
    return untested(
      'rules.mjs zegt niet hoe deze regel te schenden is',
      'rules.mjs does not say how to break this rule',
    );
  const unknown = unknownOf(askedOfSender(rule), generation.context);
  if (unknown !== undefined) return untested(unknown.nl, unknown.en);
  const applies = face.appliesTo?.(documentType) ?? true;
  if (applies !== true) return notApplicable(typeof applies === 'string' ? { nl: applies, en: applies } : applies);
  const missing = missingRole(generation, documentType, face);
  return missing === undefined ? { kind: 'rule', rule } : notApplicable(neverHas(documentType, missing));
};

const missingRole = (generation: Generation, documentType: string, { violate }: Face): string | undefined =>
  violate?.needs?.find((role) => isNever(generation, documentType, role));

const options = createTable<string, ReturnType<typeof baseOptions>>();
/** Ids of declarations that every document has, by schema. */
const certainParts = createTable<string, ReadonlySet<string>>();
const violators = createTable<string, Violators>();
/** Of documents without limits, by schema. */
const freeViolators = createTable<string, Violators>();

/** How the schema engine makes deliveries of a document type. */
const optionsFor = (generation: Generation, documentType: string): ReturnType<typeof baseOptions> =>
  options(generation.workshop, keyOf(generation, documentType), () => {
    const shape = generation.faces.shape(generation, documentType);
    return baseOptions(generation, documentType, { shape, wishes: noWishes });
  });

const isNever = (generation: Generation, documentType: string, role: string): boolean => {
  const { absent } = optionsFor(generation, documentType);
  const reached = generation.workshop.declarations(role);
  return reached.every(({ declaration, trail }) => [...trail, declaration].some(({ id }) => absent.has(id)));
};

const schemaTarget = (generation: Generation, documentType: string, { id }: Constraint): Target => {
  const source = constraintSources(generation).get(id);
  if (source === undefined)
    return untested(
      'geen schema van het contract heeft deze bepaling',
      'no schema of the contract has this constraint',
    );
  const missing = missingPayload(generation, documentType, source);
  if (missing !== undefined) return notApplicable(missing);
  const violator = violatorsFor(generation, documentType, source).of(id);
  if (violator === undefined) return whyNone(generation, documentType, { id, source });
  const root = source.rootOf(documentType);
  const certain = certainParts(generation.workshop, `${source.schema} ${root.name}`, () =>
    certainIn(rootOf(generation.workshop.modelOf(source.schema), root)),
  );
  const needs = violator.present.filter((one) => !certain.has(one));
  return { kind: 'schema', target: { violator, needs, payload: source.payload } };
};

const violatorsFor = (generation: Generation, documentType: string, source: ConstraintSource): Violators => {
  const { workshop } = generation;
  const { schema } = source;
  return violators(workshop, keyOf(generation, documentType, schema), () =>
    createViolators(workshop.modelOf(schema), source.rootOf(documentType), optionsFor(generation, documentType)),
  );
};

const whyNone = (
  { contract, workshop }: Generation,
  documentType: string,
  { id, source: { schema, rootOf: rootFor } }: { readonly id: string; readonly source: ConstraintSource },
): Target => {
  const isBreakable = contract.documentTypes.some(({ name }) => {
    const root = rootFor(name);
    return freeViolators(workshop, `${schema} ${root.name}`, () =>
      createViolators(workshop.modelOf(schema), root, { beyondMinimal: true }),
    ).of(id);
  });
  if (isBreakable)
    return notApplicable({
      nl: `${documentType} heeft nooit waar deze bepaling over gaat`,
      en: `${documentType} never has what this constraint is about`,
    });
  return notApplicable({
    nl: 'zij bindt nergens op zichzelf: zij is deel van een union of abstract, en wat daarvoor in de plaats komt wordt geschonden',
    en: 'it binds nowhere by itself: it is part of a union or abstract, and what stands for that is broken in its place',
  });
};

const neverHas = (documentType: string, what: string): Bilingual => ({
  nl: `${documentType} heeft nooit ${what}`,
  en: `${documentType} never has ${what}`,
});

/** Why there is no document of this schema in a document type. */
const missingPayload = (
  generation: Generation,
  documentType: string,
  { payload, schema }: ConstraintSource,
): Bilingual | undefined => {
  if (payload === undefined) return undefined;
  if (isNever(generation, documentType, payload)) return neverHas(documentType, payload);
  const role = roleSteps(generation.contract.roles, payload).at(-1)?.role;
  const type = generation.contract.documentTypes.find((one) => one.name === documentType);
  const isOther = role !== undefined && holdsFiles(role) && type?.content !== 'xml';
  if (!isOther) return undefined;
  return {
    nl: `de inhoud van ${documentType} is geen XML volgens ${schema}`,
    en: `the content of ${documentType} is no XML of ${schema}`,
  };
};
