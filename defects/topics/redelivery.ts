import type { Summary } from '#endpoint/mock/judgement/summary';
import type { Defect } from '#endpoint/mock/parts';
import type { PlannedCheck } from '#harness/plan';
import { answering, page, textOf } from '../seams.ts';
import type { SeededDefects } from '../seeded-defect.ts';

const run = { topics: ['redelivery'], runs: 20 } as const;

const isAboutRepeats = ({ requirement }: PlannedCheck): boolean =>
  requirement.startsWith('redelivery.') || requirement === 'protocol.answers-errors-with-a-fault';

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

/** Takes for a duplicate what has the same key as something that was accepted. */
const duplicateBy = (keyOf: (summary: Summary) => string | undefined): Defect => ({
  alter: (parts) => {
    const known = new Set<string>();
    let key: string | undefined;
    return {
      ...parts,
      isDuplicate: (summary) => {
        key = keyOf(summary);
        return parts.isDuplicate(summary) || (key !== undefined && known.has(key));
      },
      registry: {
        ...parts.registry,
        remember: (likeness) => {
          parts.registry.remember(likeness);
          if (key !== undefined) known.add(key);
        },
      },
    };
  },
});

/** Beside the requirement that its errors get an answer. */
const withErrors = { ...run, topics: ['redelivery', 'protocol'], only: isAboutRepeats } as const;

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
    foundBy: ['redelivery.refuses-after-success', 'redelivery.refuses-after-others', 'redelivery.survives-lost-answer'],
    run,
    defect: { alter: (parts) => ({ ...parts, isDuplicate: () => false }) },
  },
  'is-busy-for-duplicates': {
    does: 'Answers each duplicate with 503, since its database refuses it.',
    foundBy: ['protocol.answers-errors-with-a-fault'],
    run: withErrors,
    defect: answering((answer) => (textOf(answer).includes('dossier-dubbel') ? page(503) : answer)),
  },
  'breaks-off-duplicates': {
    does: 'Closes the connection on each duplicate.',
    foundBy: ['protocol.answers-errors-with-a-fault'],
    run: withErrors,
    defect: answering((answer) =>
      textOf(answer).includes('dossier-dubbel') ? { ...answer, broken: 'before' } : answer,
    ),
  },
  'compares-bytes': {
    does: 'Takes for a duplicate only what is the same message byte for byte.',
    foundBy: ['redelivery.refuses-after-success'],
    run,
    defect: {
      alter: (parts) => {
        const known = new Set<string>();
        let bytes = '';
        return {
          ...parts,
          examine: (message) => {
            bytes = Buffer.from(message.bytes).toString('latin1');
            return parts.examine(message);
          },
          isDuplicate: () => known.has(bytes),
          registry: {
            ...parts.registry,
            remember: (likeness) => {
              known.add(bytes);
              parts.registry.remember(likeness);
            },
          },
        };
      },
    },
  },
  'returns-the-same-number-again': {
    does: 'Answers a delivery that comes again with the dossier number that it got before.',
    foundBy: ['redelivery.refuses-after-success', 'redelivery.refuses-after-others'],
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
  'remembers-the-last-fifty': {
    does: 'Looks for duplicates among the last fifty dossiers only.',
    foundBy: ['redelivery.refuses-after-others'],
    run,
    defect: {
      alter: (parts) => {
        const last: (string | undefined)[] = [];
        return {
          ...parts,
          isDuplicate: ({ likeness }) => likeness !== undefined && last.includes(likeness),
          registry: {
            ...parts.registry,
            remember: (likeness) => {
              last.push(likeness);
              if (last.length > 50) last.shift();
            },
          },
        };
      },
    },
  },
  'takes-one-message-a-case': {
    does: 'Takes a second message of a case for a duplicate, whatever its document type and medium.',
    foundBy: ['redelivery.accepts-another-medium', 'redelivery.accepts-another-document-type'],
    run,
    defect: duplicateBy(({ referenceNumber }) => referenceNumber),
  },
  'takes-one-case-a-title': {
    does: 'Takes a case that is called as another one is for a duplicate.',
    foundBy: ['redelivery.accepts-another-case'],
    run,
    defect: duplicateBy(({ title, medium }) => `${title ?? ''} ${medium ?? ''}`),
  },
  'takes-one-medium-a-case': {
    does: 'Takes a notice of a case in a second medium for a duplicate.',
    foundBy: ['redelivery.accepts-another-medium'],
    run,
    defect: duplicateBy(({ referenceNumber, documentType }) => `${referenceNumber ?? ''} ${documentType ?? ''}`),
  },
  'takes-one-content-a-case': {
    does: 'Takes a notice with the same content in a second medium for a duplicate.',
    foundBy: ['redelivery.accepts-another-medium'],
    run,
    defect: duplicateBy(({ referenceNumber, title }) => `${referenceNumber ?? ''} ${title ?? ''}`),
  },
  'takes-one-document-type-a-case': {
    does: 'Takes a notice of a case of another document type in the same medium for a duplicate.',
    foundBy: ['redelivery.accepts-another-document-type'],
    run: { ...run, media: [] },
    defect: duplicateBy(({ referenceNumber, medium }) => `${referenceNumber ?? ''} ${medium ?? ''}`),
  },
} as const satisfies SeededDefects;
