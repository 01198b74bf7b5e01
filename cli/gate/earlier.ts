import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { gateOutcomes } from '#gate/decision/decision';
import type { EarlierDecision } from '#gate/decision/judged-evidence';
import { UsageError } from '../usage-error.ts';
import { optionText } from './read-file.ts';

const decided = v.object({
  type: v.literal('gate-decision'),
  version: v.literal(1),
  phase: v.number(),
  vendor: v.optional(v.string()),
  outcome: v.picklist(gateOutcomes),
  types: v.array(v.object({ documentType: v.string(), outcome: v.picklist(gateOutcomes) })),
  certificates: v.array(v.object({ fingerprint: v.string() })),
});

const reviewed = v.object({
  type: v.literal('gate-review'),
  version: v.literal(1),
  at: v.pipe(v.string(), v.isoTimestamp()),
  phase: v.number(),
  vendor: v.optional(v.string()),
  granted: v.array(v.string()),
  refused: v.array(v.string()),
});

/** The decisions in a folder, with what people granted or refused beside them; other files there are passed over. Throws `UsageError` for a folder that can't be read. */
export const earlierIn = (folder: string): readonly EarlierDecision[] => {
  const texts = namesIn(folder).map((name) => optionText('--earlier', join(folder, name)));
  const reviews = texts.flatMap((text) => parsed(reviewed, text) ?? []);
  const decisions = texts.flatMap((text) => parsed(decided, text) ?? []).flatMap(earlierOf);
  const last = lastSaid(reviews);
  return [
    ...decisions.map((one) => ({
      ...one,
      documentTypes: one.documentTypes.filter((name) => last.get(keyOf(one, name)) !== 'refused'),
    })),
    ...reviews.flatMap(({ phase, vendor, granted }) =>
      vendor === undefined
        ? []
        : [
            {
              ...{ phase, vendor, outcome: 'voldoet' as const, certificates: [] },
              documentTypes: granted.filter((name) => last.get(keyOf({ phase, vendor }, name)) === 'granted'),
            },
          ],
    ),
  ];
};

type Review = v.InferOutput<typeof reviewed>;

const keyOf = ({ phase, vendor = '' }: Pick<Review, 'phase' | 'vendor'>, documentType: string): string =>
  JSON.stringify([phase, vendor.trim().toLowerCase(), documentType]);

/** What people last said of each document type: who withdraws what was granted, refuses it. */
const lastSaid = (reviews: readonly Review[]): ReadonlyMap<string, 'granted' | 'refused'> =>
  new Map(
    reviews
      .toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at))
      .flatMap((one) =>
        (['granted', 'refused'] as const).flatMap((said) =>
          one[said].map((name): [string, typeof said] => [keyOf(one, name), said]),
        ),
      ),
  );

const earlierOf = ({
  phase,
  vendor,
  outcome,
  types,
  certificates,
}: v.InferOutput<typeof decided>): readonly EarlierDecision[] =>
  vendor === undefined
    ? []
    : [
        {
          ...{ phase, vendor, outcome },
          documentTypes: types.flatMap((one) => (one.outcome === 'voldoet' ? [one.documentType] : [])),
          certificates: certificates.map(({ fingerprint }) => fingerprint),
        },
      ];

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

const parsed = <const Shape extends v.GenericSchema>(shape: Shape, text: string): v.InferOutput<Shape> | undefined => {
  try {
    const { success, output } = v.safeParse(shape, JSON.parse(text));
    return success ? output : undefined;
  } catch {
    return undefined;
  }
};
