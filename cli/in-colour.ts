import { styleText } from 'node:util';

type Look = Parameters<typeof styleText>[0];

/** What is looked for in a text, and how it looks; words in both languages, at the beginning of a line. */
const looks: readonly (readonly [RegExp, Look])[] = [
  [/^(?:PASSED|VOLDOET|All is well|Alles in orde)(?=:)/gm, ['bold', 'green']],
  [/^(?:FAILED|VOLDOET NIET)(?=:)/gm, ['bold', 'red']],
  [/^(?:NO VERDICT|GEEN OORDEEL|Tested in part|Deels getoetst)(?=:)/gm, ['bold', 'yellow']],
  [/^(?:failed|voldoet niet)(?=[:,])/gm, 'red'],
  [/^(?:bug in the suite|fout in de suite)(?=:)/gm, 'magenta'],
  [/^(?:warning|waarschuwing|remark|opmerking|blocked|geblokkeerd|undecided|onbeslist)(?=:)/gm, 'yellow'],
  [/^(?:Cause|Oorzaak)(?=:)/gm, ['bold', 'red']],
  [/^(?:Remedy|Oplossing)(?=:)/gm, ['bold', 'green']],
  [/✓/g, 'green'],
  [/✗/g, 'red'],
  [/[■△○]|^! /gm, 'yellow'],
];

/** A text with colour, where it goes to something that shows colours: a terminal, unless `NO_COLOR` is set, or with `FORCE_COLOR` anything. */
export const inColour = (text: string, stream: NodeJS.WritableStream): string =>
  looks.reduce((now, [found, look]) => now.replace(found, (part) => styleText(look, part, { stream })), text);
