import { basename } from 'node:path';
import fc from 'fast-check';
import type { DocumentType } from '#contract/contract';
import { ContractError, wholeFile } from '#contract/folder/contract-error';
import type { Bilingual } from '#contract/texts/bilingual';
import { createTable } from '#documents/table';
import type { Finding } from '#judgement/finding';
import { baseDrafts } from './base.ts';
import type { Wishes } from './base-options.ts';
import type { Draft } from './draft/draft.ts';
import { drawnFor, type Face } from './faces.ts';
import type { Generation } from './generation.ts';
import { fileFaces, neededFaces, tableFaces } from './contract-faces.ts';
import { DeliveryError, generatedWrong } from './delivery-error.ts';
import { opinionOf } from './opinion.ts';
import { pathOf } from '#contract/roles/bindings';
import type { Use } from '#contract/use';

/** Nothing is wished for. */
export const noWishes: Wishes = { present: [], absent: [], declared: [] };

const usualDrafts = createTable<string, fc.Arbitrary<Draft>>();
/** These are big and seldom asked for twice. */
const wishedDrafts = createTable<string, fc.Arbitrary<Draft>>(16);
const facesByKey = createTable<string, ReadonlyMap<string, Face>>();

/** Drafts of a document type with these roles in which the oracle finds nothing at all, warnings included. */
export const validDrafts = (generation: Generation, documentType: string, wishes: Wishes): fc.Arbitrary<Draft> => {
  const make = (): fc.Arbitrary<Draft> => makeDrafts(generation, documentType, wishes);
  const isUsual = Object.values(wishes).every((list: readonly string[]) => list.length === 0);
  const table = isUsual ? usualDrafts : wishedDrafts;
  return table(generation.workshop, keyOf(generation, documentType, wishes), make);
};

const makeDrafts = (generation: Generation, documentType: string, wishes: Wishes): fc.Arbitrary<Draft> => {
  const type = typeNamed(generation, documentType);
  const faces = facesFor(generation);
  const shape = generation.faces.shape(generation, documentType);
  const base = baseDrafts(generation, type, { shape, wishes });
  return satisfied(base, faces, documentType).filter(onlyValid(generation, documentType, faces));
};

/** The faces of the contract's rules as they are for this generation. */
export const facesFor = (generation: Generation): ReadonlyMap<string, Face> =>
  facesByKey(
    generation.workshop,
    keyOf(generation),
    () =>
      new Map([
        ...tableFaces(generation),
        ...fileFaces(generation),
        ...neededFaces(generation),
        ...Object.entries(generation.faces.rules(generation)),
      ]),
  );

/** What tells arbitraries of one workshop apart. */
export const keyOf = ({ context, runId, authorities, media, text }: Generation, ...more: readonly unknown[]): string =>
  JSON.stringify([context, runId, authorities ?? null, media ?? null, text ?? null, ...more]);

const typeNamed = ({ contract }: Generation, name: string): DocumentType => {
  const type = contract.documentTypes.find((one) => one.name === name);
  if (type !== undefined) return type;
  const known = contract.documentTypes.map((one) => one.name).join(', ');
  throw new DeliveryError(`no document type '${name}': contract ${contract.id} has ${known}`);
};

/** All that the rules draw is drawn with the base, so that a draft shrinks as one value. */
const satisfied = (
  base: fc.Arbitrary<Draft>,
  faces: ReadonlyMap<string, Face>,
  documentType: string,
): fc.Arbitrary<Draft> => {
  const edits = [...faces.values()].flatMap(({ satisfy }) => (satisfy === undefined ? [] : [satisfy]));
  return fc
    .tuple(base, ...edits.map((edit) => drawnFor(edit, documentType)))
    .map(([draft, ...drawn]) =>
      edits.reduce((open, { apply }, index) => apply(open, drawn[index], documentType), draft),
    );
};

/** How many drafts in a row may break a rule that has no face to satisfy it: before the first that keeps all, and after it. */
const mostRejected = { first: 200, later: 1000 };

/** True for a valid draft. One that breaks a rule without faces is left out; any other is a bug of ours and thrown. */
const onlyValid = (generation: Generation, documentType: string, faces: ReadonlyMap<string, Face>) => {
  const unfaced = new Set(
    generation.contract.rules.filter(({ id }) => !faces.has(id)).map(({ id, place }) => `${place.file}#${id}`),
  );
  let rejected = 0;
  let most = mostRejected.first;
  return (draft: Draft): boolean => {
    checkManners(generation, draft);
    const opinion = opinionOf(generation, draft);
    if (opinion.verdict === 'unjudgeable')
      throw new DeliveryError(`a valid ${documentType} can't be judged: ${opinion.reason.en}`);
    const ours = opinion.findings.filter(({ constraint }) => !unfaced.has(constraint));
    if (ours.length > 0) throw generatedWrong(generation.contract, documentType, ours);
    const isKept = opinion.findings.length === 0;
    rejected = isKept ? 0 : rejected + 1;
    if (isKept) most = mostRejected.later;
    if (rejected >= most) throw unkept(generation, documentType, { findings: opinion.findings, most });
    return isKept;
  };
};

interface Rejection {
  readonly findings: readonly Finding[];
  /** How many in a row were let go before it was given up; the same however often it is tried again. */
  readonly most: number;
}

/** Nothing that was made keeps a rule that nobody wrote a face for. */
export class Unkept extends ContractError {}

/** The rule that chance does not keep is the contract author's to help. */
const unkept = (generation: Generation, documentType: string, { findings, most }: Rejection): Unkept => {
  const { contract } = generation;
  const rule = contract.rules.find(({ id, place }) => findings.some((one) => one.constraint === `${place.file}#${id}`));
  const kept = rule === undefined ? both('alle regels', 'all rules') : both(`regel ${rule.id}`, `rule ${rule.id}`);
  const way = wayToKeep(generation);
  return new Unkept(
    rule?.place ?? wholeFile(contract.schemas.rules),
    both(
      `van ${String(most)} gemaakte aanleveringen van ${documentType} voldoet er geen aan ${kept.nl}; ${way.nl}`,
      `no ${documentType} of ${String(most)} that were made keeps ${kept.en}; ${way.en}`,
    ),
  );
};

const wayToKeep = (generation: Generation): Bilingual => {
  const { faces } = generation.contract;
  if (faces === undefined)
    return both(
      'geef die een satisfy in een bestand dat contract.yaml noemt als schemas.faces',
      'give it a satisfy in a file that contract.yaml names as schemas.faces',
    );
  const file = basename(faces);
  if (facesFor(generation).size > 0) return both(`geef die een satisfy in ${file}`, `give it a satisfy in ${file}`);
  return both(
    `zonder ${file} (--no-rules) voldoet alleen bij toeval iets aan regels: laat --no-rules weg als u dat bestand gelezen hebt`,
    `without ${file} (--no-rules) chance alone keeps rules: leave --no-rules out once you have read that file`,
  );
};

const both = (nl: string, en: string): Bilingual => ({ nl, en });

/** Throws when a draft names a body, or asks for a medium, that it was not allowed. */
const checkManners = ({ contract, authorities, media, workshop: { roles } }: Generation, draft: Draft): void => {
  const refuse = (use: Use, allowed: readonly string[] | undefined): void => {
    const role = pathOf(contract, use);
    if (role === undefined || allowed === undefined) return;
    const unasked = roles.all(draft, role).find((value) => !allowed.includes(value));
    if (unasked === undefined) return;
    throw new DeliveryError(
      `a delivery has ${role} '${unasked}', allowed is ${allowed.join(', ') || 'none'}: rules.mjs must keep to api.authorities and api.media`,
    );
  };
  const names = authorities?.map(({ name }) => name);
  refuse('authority', names);
  refuse('publisher', names);
  refuse('medium', media);
};
