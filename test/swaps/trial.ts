import { actionOf } from '#contract/wire/action-of';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { generationFor, makeExamples } from '#cli/contract/examples';
import type { Contract } from '#contract/contract';
import { readContract, readWithoutExamples } from '#contract/reader';
import { createParts } from '#endpoint/mock/create-parts';
import { createExaminer } from '#endpoint/mock/examine';
import type { MockParts } from '#endpoint/mock/parts';
import { servePost } from '#endpoint/mock/service';
import { type Delivery, validDelivery } from '#generators/delivery';
import { Unbreakable } from '#generators/delivery-error';
import type { Faces } from '#generators/faces';
import { loadFaces } from '#generators/faces/load-faces';
import type { Generation } from '#generators/generation';
import { violable, violation } from '#generators/violation';
import { planPhase } from '#harness/plan';
import type { JudgementContext } from '#judgement/finding';
import { type Answer, readAnswer } from '#judgement/answer';
import { deliveredType } from '#judgement/delivered-type';
import { isRefusal } from '#judgement/judges/outcome';
import { requirements } from '#judgement/requirements/registry';
import { lackingFor } from '#suites/needs';
import { generationOf } from '../samples/generation.ts';
import { exchangeWith } from '../samples/sent.ts';
import type { FolderCopy } from './folder-copy.ts';

/** What a changed folder comes to: its checks, and what the mock made of a few of its deliveries. */
export interface Trial {
  /** Requirements that the contract has all for. */
  readonly requirements: readonly string[];
  /** What came of valid deliveries and of violations that is not as it should be. */
  readonly wrong: readonly string[];
}

/** Reads a changed folder, makes its examples, and has the mock judge a few deliveries and violations of each document type. */
export const tryFolder = async (
  { directory }: Pick<FolderCopy, 'directory'>,
  { today = '2026-11-24', sender }: { readonly today?: string; readonly sender?: JudgementContext['mandates'] } = {},
): Promise<Trial> => {
  const faces = await withExamples(directory, today);
  const contract = readContract(directory);
  const own = generationOf(contract, faces, today);
  const generation = { ...own, context: { ...own.context, mandates: sender } };
  const mock = mockOf(contract, today, sender);
  try {
    const wrong: string[] = [];
    for (const [index, { name }] of contract.documentTypes.entries())
      wrong.push(...(await tryType({ generation, mock, most: index === 0 ? 4 : 1 }, name)));
    return { requirements: requirementsFor(contract), wrong };
  } finally {
    mock.dispose();
    generation.oracle.dispose();
  }
};

/** What a run of the mock can act under a contract. */
export const requirementsFor = (contract: Contract): readonly string[] => {
  const planned = new Set(planPhase(contract, 1, true).map(({ requirement }) => requirement));
  return [...requirements].flatMap(([id, one]) =>
    planned.has(id) && lackingFor(one, contract) === undefined ? [id] : [],
  );
};

const seed = 4;

const withExamples = async (directory: string, today: string): Promise<Faces> => {
  const contract = readWithoutExamples(directory);
  const faces = await loadFaces(contract);
  const generation = generationFor(contract, faces, today);
  for (const [name, bytes] of makeExamples(generation).files) {
    mkdirSync(dirname(join(directory, name)), { recursive: true });
    writeFileSync(join(directory, name), bytes);
  }
  generation.oracle.dispose();
  return faces;
};

interface Mock {
  readonly send: (delivery: Delivery) => Promise<Answer>;
  readonly dispose: () => void;
}

const clock = { now: () => 0, sleep: () => Promise.resolve() };
const access = {
  kind: 'username',
  carrier: 'basic',
  headerNames: undefined,
  username: '',
  password: undefined,
} as const;

const mockOf = (contract: Contract, today: string, mandates: JudgementContext['mandates']): Mock => {
  const examiner = createExaminer(contract, 'basic');
  const parts: MockParts = {
    ...createParts({
      ...{ contract, access, clock, mandates, aliveOnly: false, hostNames: [] },
      today,
      clientRoots: { test: [], own: [] },
      examiner: { examine: (message, context) => Promise.resolve(examiner.examine(message, context)) },
      onError: (error) => {
        throw error;
      },
    }),
    isLetIn: () => true,
  };
  let number = 0;
  return {
    send: async ({ message }) => {
      number += 1;
      const body = message(String(number).padStart(12, '0'));
      const headers = {
        'content-type': 'text/xml; charset=utf-8',
        soapaction: `"${actionOf(contract.service, body)}"`,
      };
      const request = { method: 'POST', target: '/', headers, body, tooLarge: false, peer: '', client: undefined };
      const response = await servePost(parts, request);
      return readAnswer(contract, exchangeWith({ outcome: { response } }));
    },
    dispose: examiner.dispose,
  };
};

interface Trying {
  readonly generation: Generation;
  readonly mock: Mock;
  /** Violations that are sent. */
  readonly most: number;
}

const tryType = async ({ generation, mock, most }: Trying, type: string): Promise<readonly string[]> => {
  const wrong: string[] = [];
  for (const delivery of fc.sample(validDelivery(generation, type), { seed, numRuns: most > 1 ? 2 : 1 })) {
    const said = deliveredType(generation.contract, delivery.message('000000000001'));
    if (said !== type) wrong.push(`${type} is read as ${String(said)}`);
    wrong.push(...remarksOn(generation, delivery.message('000000000001')).map((one) => `${type}: ${one}`));
    const answer = await mock.send(delivery);
    if (answer.kind !== 'accepted') wrong.push(`valid ${type}: ${JSON.stringify(answer)}`);
    else if (answer.status === 'unknown' && generation.contract.service.answer.outcome !== undefined)
      wrong.push(`${type}: the outcome is unknown`);
  }
  for (const id of chosen(generation, type).slice(0, most)) {
    const broken = brokenBy(generation, type, id);
    if (broken === undefined) continue;
    const answer = await mock.send(broken);
    if (!isRefusal(answer)) wrong.push(`${type} without ${id}: ${JSON.stringify(answer)}`);
  }
  return wrong;
};

/** What a vendor would be told of a valid delivery. */
const remarksOn = ({ oracle, context }: Generation, message: Uint8Array): readonly string[] => {
  const opinion = oracle.inspect(message, context);
  if (opinion.verdict === 'unjudgeable') return ['nobody can judge it'];
  return (opinion.remarks ?? []).filter(({ severity }) => severity === 'error').map(({ constraint }) => constraint);
};

/** What can't be broken by itself is told by a run. */
const brokenBy = (generation: Generation, type: string, id: string): Delivery | undefined => {
  try {
    return fc.sample(violation(generation, type, id), { seed, numRuns: 1 })[0];
  } catch (error) {
    if (error instanceof Unbreakable) return undefined;
    throw error;
  }
};

/** A few of what the type can break: rules and constraints of the schema. */
const chosen = (generation: Generation, type: string): readonly string[] => {
  const all = violable(generation, type).filter((one) => one.violable);
  const errors = new Set(generation.contract.rules.filter(({ severity }) => severity === 'error').map(({ id }) => id));
  const rules = all.filter(({ constraint: { kind, id } }) => kind === 'rule' && errors.has(id.replace(/^.*#/, '')));
  const schema = all.filter(({ constraint }) => constraint.kind === 'schema');
  return [rules[0], rules.at(-1), schema[0], schema.at(-1)].flatMap((one) =>
    one === undefined ? [] : [one.constraint.id],
  );
};
