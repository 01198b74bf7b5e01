import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { jsonText } from '#contract/texts/json-text';
import type { Language } from '#reporters/texts';
import { demandKnown } from '../known.ts';
import { languageOf } from '../language.ts';
import { momentOf } from '../run/clock.ts';
import { tell } from '../tell.ts';
import { writeTold } from '../folder/write-told.ts';
import { UsageError } from '../usage-error.ts';
import { suiteVersion } from '../version.ts';
import { optionText } from './read-file.ts';

/** The decision of KOOP as it is typed. */
export interface ReviewOptions {
  readonly granted?: readonly string[];
  readonly refused?: readonly string[];
  readonly conditions?: string;
  readonly by?: string;
  readonly out?: string;
  readonly json?: boolean;
  readonly lang?: Language;
}

const decided = v.object({
  type: v.literal('gate-decision'),
  phase: v.number(),
  outcome: v.string(),
  vendor: v.optional(v.string()),
  types: v.array(v.object({ documentType: v.string(), outcome: v.string() })),
});

/** Records what KOOP decides beside what the gate came to: granted and refused document types, conditions, and the function of who decides. Throws `UsageError`. */
export const review = (file: string, options: ReviewOptions): void => {
  const text = optionText('review', file);
  const { phase, outcome, vendor, types } = decisionIn(file, text);
  const { granted = [], refused = [], conditions } = options;
  const known = types.map(({ documentType }) => documentType);
  demandKnown('--granted', granted, known);
  demandKnown('--refused', refused, known);
  demandApart(granted, refused);
  const record = {
    ...{ type: 'gate-review', version: 1, at: momentOf(undefined).clock, suite: suiteVersion },
    decision: { sha256: createHash('sha256').update(text).digest('hex'), outcome },
    ...{ vendor, phase, granted, refused, conditions, by: byOf(options.by) },
    /** Where a person grants what the gate did not pass. */
    beyond: granted.filter((name) => types.find((one) => one.documentType === name)?.outcome !== 'voldoet'),
  };
  const to = options.out ?? file.replace(/(\.json)?$/, '.review.json');
  demandFound(to);
  write(to, `${jsonText(record)}\n`);
  tell(options.json === true ? `${jsonText({ file: to, ...record })}\n` : words[languageOf(options.lang)](to, record));
};

/** A refusal that a later gate does not look at would be none. */
const demandFound = (file: string): void => {
  if (file.toLowerCase().endsWith('.json')) return;
  throw new UsageError({
    nl: `--out ${file} eindigt niet op .json, en 3pas gate --earlier leest alleen zulke bestanden; geef een naam die zo eindigt`,
    en: `--out ${file} does not end in .json, and 3pas gate --earlier reads such files alone; give a name that does`,
  });
};

const decisionIn = (file: string, text: string) => {
  try {
    return v.parse(decided, JSON.parse(text));
  } catch (error) {
    throw new UsageError(
      {
        nl: `${file} is geen uitkomst van 3pas gate; geef het bestand dat 3pas gate --out schreef`,
        en: `${file} is no decision of 3pas gate; give the file that 3pas gate --out wrote`,
      },
      { cause: error },
    );
  }
};

const demandApart = (granted: readonly string[], refused: readonly string[]): void => {
  const both = granted.find((name) => refused.includes(name));
  if (both !== undefined)
    throw new UsageError({
      nl: `--granted en --refused noemen allebei ${both}; noem het één keer`,
      en: `--granted and --refused both name ${both}; name it once`,
    });
  if (granted.length + refused.length === 0)
    throw new UsageError({
      nl: 'er is niets verleend en niets geweigerd; noem documenttypen met --granted of --refused',
      en: 'nothing is granted and nothing refused; name document types with --granted or --refused',
    });
};

const byOf = (said: string | undefined): string => {
  const by = said?.trim() ?? '';
  if (by !== '') return by;
  throw new UsageError({
    nl: '--by ontbreekt; geef de functie van wie beslist, zoals "functioneel beheerder DROP"',
    en: '--by is missing; give the function of who decides, such as "functional manager DROP"',
  });
};

const write = (file: string, text: string): void => {
  const said = (why: string) => ({
    nl: `${file} is niet te schrijven (${why}); een vastlegging wordt nooit overschreven, geef met --out een ander bestand`,
    en: `${file} can't be written (${why}); a record is never overwritten, give another file with --out`,
  });
  writeTold({ file, said }, text);
};

interface Told {
  readonly granted: readonly string[];
  readonly refused: readonly string[];
  readonly beyond: readonly string[];
}

const words: Readonly<Record<Language, (file: string, told: Told) => string>> = {
  nl: (file, { granted, refused, beyond }) =>
    [
      `Verleend: ${granted.join(', ') || 'niets'}; geweigerd: ${refused.join(', ') || 'niets'}`,
      ...(beyond.length === 0 ? [] : [`Verleend zonder dat 3pas gate op voldoet uitkwam: ${beyond.join(', ')}`]),
      `Vastgelegd in ${file}\n`,
    ].join('\n'),
  en: (file, { granted, refused, beyond }) =>
    [
      `Granted: ${granted.join(', ') || 'nothing'}; refused: ${refused.join(', ') || 'nothing'}`,
      ...(beyond.length === 0 ? [] : [`Granted though 3pas gate did not pass it: ${beyond.join(', ')}`]),
      `Recorded in ${file}\n`,
    ].join('\n'),
};
