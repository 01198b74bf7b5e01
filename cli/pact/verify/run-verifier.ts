import { type ChildProcess, fork } from 'node:child_process';
import { bareEnvironment } from '#endpoint/bare-environment';
import { endWithUs } from '../../rules/end-with-us.ts';
import { readVerification, type Verification } from './read-verification.ts';
import type { Order, Told } from './verifier-protocol.ts';

/** What Pact's verifier came to, and what it wrote for people meanwhile. */
export interface Verified extends Verification {
  readonly output: string;
}

/** The verifier ended without a result. */
class VerifierEnded extends Error {
  override readonly name = 'VerifierEnded';
}

/** Has Pact's verifier send every request of a pact and judge the answers, in a process of its own: it writes to the terminal. */
export const runVerifier = async (order: Order, signal?: AbortSignal): Promise<Verified> => {
  const child = fork(ownProcess(), [], {
    env: { ...bareEnvironment(), PACT_DO_NOT_TRACK: 'true', NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const forget = endWithUs(child);
  const stop = (): void => void child.kill('SIGKILL');
  signal?.addEventListener('abort', stop);
  const written = outputOf(child);
  try {
    const told = toldBy(child);
    child.send(order);
    const json = await told;
    if (json === undefined)
      throw new VerifierEnded(`Pact's verifier ended without a result: ${written().trim().slice(-2000)}`);
    return { ...readVerification(json), output: written() };
  } finally {
    signal?.removeEventListener('abort', stop);
    child.kill('SIGKILL');
    forget();
  }
};

/** The same extension as this module has: `.js` once it is compiled. */
const ownProcess = (): URL =>
  new URL(`./verifier-process${/\.\w+$/.exec(import.meta.url)?.[0] ?? '.js'}`, import.meta.url);

/** What a process says, once it is gone and all that it wrote has come. */
const toldBy = (child: ChildProcess): Promise<string | undefined> =>
  new Promise((resolve, reject) => {
    let json: string | undefined;
    child.on('message', (told: Told) => {
      json = told.json;
    });
    child.once('error', reject);
    child.once('close', () => {
      resolve(json);
    });
  });

const outputOf = (child: ChildProcess): (() => string) => {
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
    });
  return () => Buffer.concat(chunks).toString('utf8');
};
