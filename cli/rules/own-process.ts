import { readFileSync, writeSync } from 'node:fs';
import { ContractError } from '#contract/folder/contract-error';
import { readContract } from '#contract/reader';
import { loadFaces } from '#generators/faces/load-faces';
import { saidBy } from '../said-by.ts';
import { doJob, type Given } from './job.ts';
import { lockIn } from './lock-in.ts';
import { type Order, type Said, writeSaid } from './said.ts';

/** The first after standard input, output and errors: the code of others may print to those. */
const parent = 3;

const say = (said: Said): void => {
  const line = Buffer.from(writeSaid(said));
  for (let from = 0; from < line.length;) from += writeSync(parent, line, from);
};

/** Milliseconds between lines that say where the work is. */
const lull = 200;
let next = 0;

const give = (given: Given): void => {
  if (given.kind === 'line' && performance.now() < next) return;
  if (given.kind === 'line') next = performance.now() + lull;
  say(given);
};

const fail = (error: unknown): void => {
  const isUsage = error instanceof ContractError;
  say({ kind: 'failed', isUsage, said: saidBy(error) });
};

const obey = async ({ directory, isLocked, job }: Order): Promise<void> => {
  const contract = readContract(directory);
  if (isLocked) lockIn(contract.directory);
  doJob({ contract, job, faces: await loadFaces(contract) }, give);
  say({ kind: 'done' });
};

process.on('uncaughtException', fail);
await obey(JSON.parse(readFileSync(0, 'utf8')) as Order).catch(fail);
