import type { Defect } from '#endpoint/mock/parts';
import type { SeededDefects } from '../seeded-defect.ts';

const run = { topics: ['redelivery'], runs: 20 } as const;

/** What came in chunked coding is stored, and is a duplicate of nothing that comes after it. */
const forgetful = (): Defect => {
  let isInPieces = false;
  return {
    wrap: (handler) => (request) => {
      isInPieces = request.headers['transfer-encoding'] === 'chunked';
      return handler(request);
    },
    alter: (parts) => ({
      ...parts,
      registry: {
        ...parts.registry,
        remember: (likeness) => {
          if (!isInPieces) parts.registry.remember(likeness);
        },
      },
    }),
  };
};

/** Defects in the memory of what was delivered before. */
export const redeliveryDefects = {
  'remembers-what-it-refused': {
    does: 'Takes a delivery for a duplicate when one with its title or its reference was refused before.',
    foundBy: ['redelivery.accepts-after-refusal'],
    run,
    defect: {
      alter: (parts) => {
        const refused = new Set<string>();
        return {
          ...parts,
          examine: async (message) => {
            const examination = await parts.examine(message);
            if (examination.kind !== 'delivery' || examination.judgement.complaints.length === 0) return examination;
            const { title, referenceNumber } = examination.judgement.summary;
            for (const one of [title, referenceNumber]) if (one !== undefined) refused.add(one);
            return examination;
          },
          isDuplicate: (summary) =>
            refused.has(summary.title ?? '') ||
            refused.has(summary.referenceNumber ?? '') ||
            parts.isDuplicate(summary),
        };
      },
    },
  },
  'has-no-memory': {
    does: 'Accepts the same delivery any number of times.',
    foundBy: ['redelivery.refuses-after-success', 'redelivery.survives-lost-answer'],
    run,
    defect: { alter: (parts) => ({ ...parts, isDuplicate: () => false }) },
  },
  'returns-the-same-number-again': {
    does: 'Answers a delivery that comes again with the dossier number that it got before.',
    foundBy: ['redelivery.refuses-after-success'],
    run,
    defect: {
      alter: (parts) => {
        const numbers = new Map<string, number>();
        let likeness = '';
        return {
          ...parts,
          isDuplicate: (summary) => {
            likeness = summary.likeness ?? '';
            return false;
          },
          registry: {
            ...parts.registry,
            nextNumber: () => {
              const number = numbers.get(likeness) ?? parts.registry.nextNumber();
              numbers.set(likeness, number);
              return number;
            },
          },
        };
      },
    },
  },
  'forgets-what-came-in-pieces': {
    does: 'Stores what comes in chunked coding by another path, which forgets it when it looks for duplicates.',
    foundBy: ['redelivery.survives-lost-answer'],
    run,
    defect: forgetful(),
  },
} as const satisfies SeededDefects;
