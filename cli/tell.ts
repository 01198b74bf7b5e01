import { inLines, visible } from '#contract/texts/visible';
import { inColour } from './in-colour.ts';

/** Says something on stdout; the only place that does, so that nothing in it steers a terminal or a CI log. */
export const tell = (text: string): void => void process.stdout.write(fit(text));

/** The same for a spreadsheet: without the mark in front Excel takes UTF-8 for Windows-1252. */
export const tellSheet = (text: string): void => void process.stdout.write(`\uFEFF${fit(text)}`);

/** The same for people, in colour where that is seen. */
export const tellInColour = (text: string): void => void process.stdout.write(inColour(fit(text), process.stdout));

/** The same on stderr. */
export const tellAside = (text: string): void => void process.stderr.write(inColour(fit(text), process.stderr));

const fit = (text: string): string => inLines(text.split('\n'));

/** One line on stderr that says where work is: rewritten on a terminal, a line of its own each time elsewhere. */
export interface StatusLine {
  readonly isTerminal: boolean;
  readonly show: (line: string) => void;
  readonly clear: () => void;
}

/** A status line that shows nothing yet. */
export const statusLine = (): StatusLine => {
  const stream = process.stderr;
  return {
    isTerminal: stream.isTTY,
    show: (line) => {
      stream.write(stream.isTTY ? `${startAgain}${visible(line).slice(0, stream.columns - 1)}` : `${visible(line)}\n`);
    },
    clear: () => {
      if (stream.isTTY) stream.write(startAgain);
    },
  };
};

/** To the first column, and the line is emptied. */
const startAgain = '\r\u001b[2K';
