import type { ChildProcess } from 'node:child_process';
import { type Finished, threePas } from './three-pas.ts';

/** A receiver that listens. */
export interface Receiver {
  readonly url: string;
  readonly page: string;
  readonly kill: (signal: NodeJS.Signals) => Promise<Finished>;
}

/** Starts `3pas listen`, and waits until it listens. */
export const receiver = async (
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Receiver> => {
  const { promise, resolve: listens, reject } = Promise.withResolvers<Omit<Receiver, 'kill'>>();
  let child: ChildProcess | undefined;
  const finished = threePas(
    ['listen', '--test-data', '--port', '0', '--json', '--reporter', 'junit', ...args],
    environment,
    {
      onStart: (one) => {
        child = one;
        let text = '';
        one.stdout?.on('data', (chunk: Buffer) => {
          text += chunk.toString();
          const [line, rest] = text.split('\n', 2);
          if (line !== undefined && rest !== undefined) listens(JSON.parse(line) as Omit<Receiver, 'kill'>);
        });
      },
    },
  );
  void finished.then(({ stderr }) => {
    reject(new Error(`it ended: ${stderr}`));
  });
  return {
    ...(await promise),
    kill: (signal) => {
      child?.kill(signal);
      return finished;
    },
  };
};
