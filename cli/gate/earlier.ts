import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { gateOutcomes } from '#gate/decision/decision';
import type { EarlierDecision } from '#gate/decision/judged-evidence';
import { UsageError } from '../usage-error.ts';
import { optionText } from './read-file.ts';

const shape = v.object({
  type: v.literal('gate-decision'),
  version: v.literal(1),
  phase: v.number(),
  vendor: v.optional(v.string()),
  outcome: v.picklist(gateOutcomes),
  types: v.array(v.object({ documentType: v.string(), outcome: v.picklist(gateOutcomes) })),
  certificates: v.array(v.object({ fingerprint: v.string() })),
});

/** The decisions in a folder; other files there are passed over. Throws `UsageError` for a folder that can't be read. */
export const earlierIn = (folder: string): readonly EarlierDecision[] =>
  namesIn(folder).flatMap((name) => {
    const found = parsed(optionText('--earlier', join(folder, name)));
    if (found?.vendor === undefined) return [];
    const { phase, vendor, outcome, types, certificates } = found;
    return [
      {
        ...{ phase, vendor, outcome },
        documentTypes: types.flatMap((one) => (one.outcome === 'voldoet' ? [one.documentType] : [])),
        certificates: certificates.map(({ fingerprint }) => fingerprint),
      },
    ];
  });

const namesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.json'));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError({
      nl: `--earlier ${folder} is geen map die te lezen is (${why}); geef de map met eerdere fase-akkoorden`,
      en: `--earlier ${folder} is no folder that can be read (${why}); give the folder with earlier decisions`,
    });
  }
};

const parsed = (text: string) => {
  try {
    const { success, output } = v.safeParse(shape, JSON.parse(text));
    return success ? output : undefined;
  } catch {
    return undefined;
  }
};
