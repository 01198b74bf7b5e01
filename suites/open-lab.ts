import type { Contract } from '#contract/contract';
import { allErrors } from '#contract/error-cases';
import { createClient } from '#endpoint/client';
import { allowedFaces } from '#generators/faces/allowed-faces';
import { createGeneration } from '#generators/create-generation';
import type { Generation } from '#generators/generation';
import { violable } from '#generators/violation';
import { type Journal, openJournal } from '#evidence/journal';
import { referenceIn } from '#evidence/reference-in';
import { type Noted, streamFold } from '#evidence/stream-fold';
import type { Bench, Exclusion } from '#harness/run-check';
import type { RunConfig } from '#harness/run-config';
import { createSpare } from '#harness/spare';
import type { Answer } from '#judgement/answer';
import type { Sent } from '#judgement/case';
import { deliveredType } from '#judgement/delivered-type';
import { guardedAnswers } from '#judgement/guarded-answers';
import { createOracle } from '#judgement/oracle';
import { clientOptions } from '#harness/client/client-options';
import { differenceOf } from './difference.ts';
import { environmentAround } from './environment.ts';
import { keptAt } from './kept.ts';
import type { Lab } from './lab.ts';
import type { LabOfRun, OpenLab } from './lab-and-bench.ts';
import { scrubFor } from './scrub.ts';
import { secretsIn } from '#harness/client/secrets';
import { resumeLab } from './resume-lab.ts';
import { parentsInStock } from './spread.ts';
import { createChances } from './steadily.ts';
import { unbrokenFor } from './unbroken-for.ts';

/** Many times what the longest answer that we take needs. */
const answerDeadlineMs = 3000;

/** Opens everything that the checks of a run act with and report to. */
export const openLab = async (contract: Contract, config: RunConfig): Promise<LabOfRun> => {
  const generation = await generationOf(contract, config);
  const open = labAround(config, generation, openJournal(config.out, { scrub: scrubFor(secretsIn(config)) }));
  return config.before === undefined ? { ...open, isLeft: () => true } : resumeLab(open, config.before);
};

const duplicateCode = (contract: Contract): string | undefined => {
  const { code } = contract.errorCodes.duplicate;
  return allErrors(contract).filter(([, one]) => one.code === code).length > 1 ? undefined : code;
};

/**
 * The same with a generation that several runs may share, and any journal.
 *
 * @internal
 */
export const labAround = (config: RunConfig, given: Generation, journal: Journal): OpenLab => {
  const { contract } = given;
  const options = clientOptions(contract, config);
  const client = createClient(options);
  const generation = { ...given, forbids: options.forbids };
  const answers = guardedAnswers(contract, answerDeadlineMs);
  const environment = environmentAround((request) => client.send(request), {
    ...config,
    duplicate: duplicateCode(contract),
    alive: contract.service.alive?.action,
    leaving: leavingInto(journal, contract, config),
  });
  const spare = createSpare(config.spare);
  const lab: Lab = {
    contract,
    config,
    generation,
    client: { ...client, send: environment.send },
    ...{ shared: new Map(), controls: new Map() },
    chances: createChances(spare),
    answered: environment.answered,
    acceptedTypes: new Set(),
    unviolable: remembered((documentType) => reasonsFor(generation, documentType)),
    givenUp: remembered(() => new Map()),
  };
  const today = config.mockControl === undefined ? undefined : config.today;
  const noted = async (one: Sent, documentType: string | undefined): Promise<Noted> => {
    environment.noteSent(one);
    const { id = '', lacks = false } = one.recorded ?? {};
    const looked = await answers.look(one, { kind: 'run', phase: config.phase, today });
    return { exchange: id, documentType, looked, lacks };
  };
  const bench: Bench = {
    journal,
    ...{ seed: config.seed, phase: config.phase },
    shrinks: config.limits.shrinks,
    spare,
    timeLimit: 10 * 60_000,
    read: async (exchange) => {
      let answer: Answer | undefined;
      try {
        answer = await answers.read(exchange);
        return answer;
      } finally {
        environment.note(exchange, answer);
      }
    },
    judge: answers.judge,
    typeOf: (message) => deliveredType(contract, message),
    ...streamsOf(noted),
    replayed: new Map(),
    difference: (sent, accepted) => differenceOf(contract, sent, accepted),
    kept: config.mockControl === undefined ? undefined : keptAt(config.mockControl),
  };
  return { lab, bench, answers };
};

/** The stream of a run, and those of some of its exchanges, which the run is told as well. */
const streamsOf = (
  noted: (one: Sent, documentType: string | undefined) => Promise<Noted>,
): Pick<Bench, 'note' | 'stream' | 'alone'> => {
  const whole = streamFold();
  const into =
    (folds: readonly (typeof whole)[]): Bench['note'] =>
    async (one, documentType) => {
      const told = await noted(one, documentType);
      for (const fold of folds) fold.add(told);
    };
  return {
    note: into([whole]),
    stream: whole.judge,
    alone: () => {
      const own = streamFold();
      return { note: into([whole, own]), stream: own.judge };
    },
  };
};

/** What the embedded endpoint keeps goes when it does. */
const leavingInto = (journal: Journal, contract: Contract, { mockControl }: RunConfig) =>
  mockControl === undefined
    ? (message: Uint8Array, at: number): void => {
        const [reference, documentType] = [referenceIn(message), deliveredType(contract, message)];
        journal.append({ type: 'leaving', at, reference, documentType });
      }
    : undefined;

const generationOf = async (contract: Contract, config: RunConfig): Promise<Generation> =>
  createGeneration({
    contract,
    oracle: createOracle(contract),
    context: { today: config.today, oin: config.oin, mandates: config.mandates },
    runId: config.runId,
    faces: await allowedFaces(contract, config.rules),
    authorities: config.authorities,
    media: config.media,
    stock: { seed: config.seed, size: parentsInStock(config) },
  });

type Reasons = Map<string, Exclusion>;

/** Made once for each document type. */
const remembered = (make: (documentType: string) => Reasons): ((documentType: string) => Reasons) => {
  const made = new Map<string, Reasons>();
  return (documentType) => {
    const known = made.get(documentType) ?? make(documentType);
    made.set(documentType, known);
    return known;
  };
};

/** Constraints that can't be violated for a document type, with the reason. */
const reasonsFor = (generation: Generation, documentType: string): Reasons =>
  new Map(
    violable(generation, documentType).flatMap((one) =>
      one.violable ? [] : [[one.constraint.id, unbrokenFor(one)] as const],
    ),
  );
