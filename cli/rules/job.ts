import type { Contract } from '#contract/contract';
import { ContractError } from '#contract/folder/contract-error';
import { comesWithUs } from '#contract/folder/comes-with-us';
import type { Generation } from '#generators/generation';
import { type Faces } from '#generators/faces';
import { judgeExamples, rehearse, type Rehearsal } from '#generators/rehearse';
import { saidBy } from '../said-by.ts';
import { tryDeliveries } from '../contract/try-deliveries.ts';
import type { XmlElement } from '#xml/tree';
import { contractCoverage } from '../coverage/contract-coverage.ts';
import { neverBroken } from '../coverage/never-broken.ts';
import type { GeneratedCoverage } from '../coverage/collector.ts';
import { type Amounts, type IndexEntry, makeAll } from '../generate/make.ts';
import type { PactInteraction } from '../pact/interactions/interaction.ts';
import { interactionsOf } from '../pact/interactions/interactions.ts';
import type { Outlined } from '../pact/interactions/outline.ts';
import { type Occasion, type Rehearsed, rehearsedGeneration } from '../rehearsal.ts';
import type { NeverBroken } from '#evidence/event';

/** What is done with the deliveries of a contract, after they were rehearsed where the contract does not come with the suite. */
export type Job = { readonly occasion: Occasion; readonly rehearsal: Rehearsal | undefined } & (
  | { readonly kind: 'lint' }
  /** Which constraints can be broken in no delivery of a document type. */
  | { readonly kind: 'never-broken'; readonly sender: Sender }
  | { readonly kind: 'coverage'; readonly amounts: Amounts }
  | { readonly kind: 'generate'; readonly amounts: Amounts; readonly documentTypes: readonly string[] }
  | {
      readonly kind: 'pact';
      readonly outline: readonly Outlined[];
      readonly sender: Sender;
      /** Entries of the SOAP header besides those of the contract. */
      readonly headers: readonly XmlElement[];
    }
);

/** What a job gives, as it goes. */
export type Given =
  | { readonly kind: 'rehearsed' }
  | { readonly kind: 'made'; readonly entry: IndexEntry; readonly bytes: Uint8Array | undefined }
  | { readonly kind: 'made-all'; readonly documentType: string }
  | { readonly kind: 'never-broken'; readonly never: readonly NeverBroken[] }
  | { readonly kind: 'line'; readonly line: string }
  | { readonly kind: 'coverage'; readonly coverage: GeneratedCoverage }
  | { readonly kind: 'interactions'; readonly interactions: readonly PactInteraction[] };

/** Takes what a job gives. */
export type Take = (given: Given) => void;

/** A job, and what its deliveries are made from. */
interface Work {
  readonly contract: Contract;
  readonly faces: Faces;
  readonly job: Job;
}

/** Who delivers, for whom and where that may appear. */
export type Sender = Pick<Generation['context'], 'oin' | 'mandates'> & Pick<Generation, 'authorities' | 'media'>;

/** The same, where it matters who delivers. */
const sentBy = (generation: Generation, { authorities, media, oin, mandates }: Sender): Generation => ({
  ...generation,
  authorities,
  media,
  context: { ...generation.context, oin, mandates },
});

/** What comes with the suite is rehearsed by its own tests, and by who asks whether it is right. */
const isTried = ({ kind }: Job, contract: Contract): boolean => kind !== 'lint' && comesWithUs(contract);

/** Throws one `ContractError` for all that is wrong; deliveries that can't be made are not tried. */
const lint = ({ rehearsal, ...made }: Rehearsed): void => {
  const generation = rehearsedGeneration({ ...made, rehearsal: undefined });
  const problems = [
    () => {
      judgeExamples(generation);
    },
    () => {
      if (rehearsal === undefined) return;
      rehearse(generation, rehearsal);
      tryDeliveries(generation);
    },
  ].flatMap(problemOf);
  if (problems.length === 1 && problems[0] !== undefined) throw problems[0];
  if (problems.length === 0) return;
  throw new ContractError(undefined, {
    nl: problems.map((one) => saidBy(one).nl).join('\n'),
    en: problems.map(({ message }) => message).join('\n'),
  });
};

const problemOf = (step: () => void): readonly ContractError[] => {
  try {
    step();
    return [];
  } catch (error) {
    if (error instanceof ContractError) return [error];
    throw error;
  }
};

/** Does a job with the faces of a contract; throws `ContractError` for faces that do not work. */
export const doJob = ({ contract, faces, job }: Work, take: Take): void => {
  const { occasion } = job;
  const rehearsal = isTried(job, contract) ? undefined : job.rehearsal;
  if (job.kind === 'lint') {
    lint({ contract, faces, occasion, rehearsal });
    take({ kind: 'rehearsed' });
    return;
  }
  const generation = rehearsedGeneration({ contract, faces, occasion, rehearsal });
  take({ kind: 'rehearsed' });
  if (job.kind === 'never-broken') take({ kind: 'never-broken', never: neverBroken(sentBy(generation, job.sender)) });
  if (job.kind === 'coverage') take({ kind: 'coverage', coverage: contractCoverage(generation, job.amounts, take) });
  if (job.kind === 'pact') {
    const plain = { ...sentBy(generation, job.sender), text: 'plain' } as const;
    take({
      kind: 'interactions',
      interactions: interactionsOf({ generation: plain, headers: job.headers }, job.outline),
    });
  }
  if (job.kind !== 'generate') return;
  for (const documentType of job.documentTypes) {
    for (const { entry, bytes } of makeAll(generation, documentType, job.amounts)) take({ kind: 'made', entry, bytes });
    take({ kind: 'made-all', documentType });
  }
};
