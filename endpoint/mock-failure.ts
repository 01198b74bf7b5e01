/** The process of the embedded endpoint ended though nobody had asked it to. */
export class MockFailure extends Error {
  override readonly name = 'MockFailure';
}

/** How a process ended, and the last that it wrote to its standard error. */
export interface ProcessEnd {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly said: string;
}

/** The failure that the end of the process is. */
export const mockFailure = ({ code, signal, said }: ProcessEnd): MockFailure => {
  const how = signal ?? `exit code ${String(code)}`;
  const cause = causes.find(({ shows }) => shows({ code, signal, said }))?.text;
  const sentences = [`The process of the embedded endpoint ended by itself (${how})${cause ?? '.'}`, said];
  return new MockFailure(sentences.filter((one) => one !== '').join(' '));
};

const causes: readonly { readonly shows: (end: ProcessEnd) => boolean; readonly text: string }[] = [
  {
    shows: ({ said }) => /out of memory|allocation failed/i.test(said),
    text: ': it ran out of memory. See what was sent to it last, and start it again.',
  },
  {
    shows: ({ signal }) => signal === 'SIGKILL',
    text: ': it was killed, by a person or by a system that ran out of memory. Start it again.',
  },
];
