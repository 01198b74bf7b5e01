import type { PlannedCheck } from '#harness/plan';
import type { RequirementId } from '#judgement/requirements/registry';
import { delivery } from '#judgement/requirements/delivery';
import { streamRequirements } from '#judgement/streams/registry';
import { answering, judging, page, refusing, textOf, writing } from '../seams.ts';
import type { SeededDefects } from '../seeded-defect.ts';

const run = { topics: ['delivery'] } as const;
const manyRuns = { ...run, runs: 20 } as const;

/** What else delivers, and fails when what it happens to deliver is refused; what waits for a control is blocked by then. */
const othersThan = (...own: readonly RequirementId[]): readonly RequirementId[] =>
  (Object.keys(delivery) as readonly (keyof typeof delivery)[]).filter(
    (one) => ![...own, 'delivery.keeps-answers-apart'].includes(one),
  );

/** The title of the dossier; what was escaped counts as one character. */
const titleIn = (text: string): string =>
  (/:Titel>([^<]*)</.exec(text)?.[1] ?? '').replace(/&(?:#x?[\da-f]+|\w+);/gi, '?');

const refusesValid = {
  foundBy: ['delivery.accepts-valid'],
  perhaps: othersThan('delivery.accepts-valid'),
  run: manyRuns,
} as const;

const isAboutBounds = ({ requirement }: PlannedCheck): boolean => requirement === 'delivery.accepts-numbers-at-bounds';

const isAboutLists = ({ requirement }: PlannedCheck): boolean => requirement === 'delivery.accepts-listed-values';

/** Defects of an endpoint that asks more than the contract does, or answers less. */
export const deliveryDefects = {
  'stumbles-over-apostrophes': {
    ...refusesValid,
    does: "Answers a Fault to a text with an apostrophe, as in 's-Gravenhage, because it builds its SQL by hand.",
    defect: refusing((text) => /['’]/.test(text)),
  },
  'stumbles-over-diacritics': {
    ...refusesValid,
    does: 'Answers a Fault to a letter with a diacritic.',
    defect: refusing((text) => /[À-ž]/.test(text)),
  },
  'stumbles-over-emoji': {
    ...refusesValid,
    does: 'Answers a Fault to a character outside the basic multilingual plane.',
    defect: refusing((text) => /[\u{10000}-\u{10FFFF}]/u.test(text)),
  },
  'stumbles-over-ampersands': {
    ...refusesValid,
    does: 'Answers a Fault to an ampersand that is escaped as it must be, because it unescapes twice.',
    defect: refusing((text) => text.includes('&amp;')),
  },
  'has-a-firewall-that-reads': {
    ...refusesValid,
    does: 'Has a firewall before it that takes an escaped angle bracket for an attack, and answers 403.',
    run: { ...run, runs: 40 },
    defect: answering((response, request) => (textOf(request).includes('&lt;') ? page(403) : response)),
  },
  'lacks-one-document-type': {
    does: 'Does not know the document type BeschikkingAanvraag.',
    foundBy: ['delivery.accepts-valid'],
    follows: othersThan('delivery.accepts-valid', ...streamRequirements.run),
    run: { ...run, documentTypes: ['BeschikkingAanvraag', 'Melding'] },
    defect: refusing((text) => text.includes('>BeschikkingAanvraag<')),
  },
  'lacks-the-first-document-type': {
    does: 'Does not know the document type that checks about no type in particular deliver first; they go on with another.',
    foundBy: ['delivery.accepts-valid'],
    run: {
      topics: ['connection', 'delivery', 'protocol', 'robustness'],
      documentTypes: ['OmgevingsvergunningAanvraag', 'Melding'],
      only: ({ requirement, documentType }) => documentType === undefined || requirement === 'delivery.accepts-valid',
    },
    defect: refusing((text) => text.includes('>OmgevingsvergunningAanvraag<')),
  },
  'takes-no-longest-title': {
    ...refusesValid,
    does: 'Refuses a title of the 255 characters that are allowed, and takes one of 254.',
    run: { ...run, runs: 100 },
    defect: refusing((text) => Array.from(titleIn(text)).length === 255),
  },
  'takes-no-areas-with-holes': {
    ...refusesValid,
    does: 'Refuses an area with a hole in it.',
    defect: refusing((text) => /\), ?\((?!\()/.test(text)),
  },
  'refuses-everything': {
    does: 'Answers a Fault to whatever is delivered.',
    foundBy: ['delivery.accepts-valid'],
    follows: othersThan('delivery.accepts-valid', ...streamRequirements.run),
    run,
    defect: refusing((text) => text.includes(':Dossier>')),
  },
  'answers-one-fault': {
    does: 'Answers one and the same Fault to every POST, the connection test included.',
    foundBy: ['delivery.accepts-valid', 'connection.answers-is-alive'],
    follows: ['connection.accepts-username', ...othersThan('delivery.accepts-valid', ...streamRequirements.run)],
    run: { topics: ['connection', 'delivery'] },
    defect: refusing(() => true),
  },
  'lacks-one-municipality': {
    does: 'Does not know one municipality of the list, that of Súdwest-Fryslân.',
    foundBy: ['delivery.accepts-listed-values'],
    perhaps: othersThan('delivery.accepts-listed-values'),
    run: { ...run, runs: 50, only: isAboutLists },
    defect: refusing((text) => text.includes('>Súdwest-Fryslân<')),
  },
  'leaves-out-the-bound': {
    does: 'Takes house numbers below 99,999 only, which is one of those that are allowed.',
    foundBy: ['delivery.accepts-numbers-at-bounds'],
    perhaps: othersThan('delivery.accepts-numbers-at-bounds'),
    run: { ...run, runs: 25, documentTypes: ['OmgevingsvergunningAanvraag'], only: isAboutBounds },
    defect: refusing((text) => text.includes(':Huisnummer>99999<')),
  },
  'knows-no-leap-days': {
    does: 'Refuses 29 February.',
    foundBy: ['delivery.accepts-special-days'],
    perhaps: othersThan('delivery.accepts-special-days'),
    run: { ...run, runs: 25 },
    defect: refusing((text) => /\d{4}-02-29</.test(text)),
  },
  'loses-the-last-day-of-a-year': {
    does: 'Refuses 31 December, which is the year after in the time zone of its server.',
    foundBy: ['delivery.accepts-special-days'],
    perhaps: othersThan('delivery.accepts-special-days'),
    run: { ...run, runs: 25 },
    defect: refusing((text) => /\d{4}-12-31</.test(text)),
  },
  'knows-no-waterschapsblad': {
    does: 'Refuses one of the five media.',
    foundBy: ['delivery.accepts-each-medium'],
    perhaps: othersThan('delivery.accepts-each-medium'),
    run,
    defect: refusing((text) => text.includes('>Waterschapsblad<')),
  },
  'publishes-without-a-medium': {
    does: 'Publishes a dossier without a medium in a medium of its own choice.',
    foundBy: ['delivery.prepares-without-medium', 'delivery.status-follows-medium'],
    perhaps: ['delivery.waits-for-publication-date'],
    run,
    defect: {
      alter: (parts) => ({ ...parts, status: () => parts.contract.service.answer.outcome?.statuses.published ?? '' }),
    },
  },
  'prepares-everything': {
    does: 'Only prepares a dossier, whatever medium is asked for.',
    foundBy: ['delivery.status-follows-medium'],
    run,
    defect: {
      alter: (parts) => ({ ...parts, status: () => parts.contract.service.answer.outcome?.statuses.prepared ?? '' }),
    },
  },
  'publishes-at-once': {
    does: 'Publishes a dossier at once, whatever date was asked for.',
    foundBy: ['delivery.waits-for-publication-date'],
    run: manyRuns,
    defect: {
      alter: (parts) => ({
        ...parts,
        status: (summary, day) => parts.status({ ...summary, publicationDate: undefined }, day),
      }),
    },
  },
  'tells-the-status-of-the-one-before': {
    does: 'Answers each delivery with the status of the one before it.',
    foundBy: ['delivery.status-follows-medium'],
    perhaps: ['delivery.prepares-without-medium', 'delivery.waits-for-publication-date'],
    run,
    defect: {
      alter: (parts) => {
        let before = parts.contract.service.answer.outcome?.statuses.prepared ?? '';
        return {
          ...parts,
          status: (summary, day) => {
            const told = before;
            before = parts.status(summary, day);
            return told;
          },
        };
      },
    },
  },
  'demands-a-medium': {
    does: 'Refuses a delivery without a medium.',
    foundBy: ['delivery.prepares-without-medium'],
    perhaps: othersThan('delivery.prepares-without-medium'),
    run,
    defect: refusing((text) => text.includes(':Dossier>') && !text.includes(':Medium>')),
  },
  'hands-out-one-number': {
    does: 'Gives every dossier the same number.',
    foundBy: ['delivery.numbers-dossiers-uniquely'],
    run,
    defect: {
      alter: (parts) => ({
        ...parts,
        answers: { ...parts.answers, dossierNumber: () => parts.answers.dossierNumber(1) },
      }),
    },
  },
  'gives-two-numbers': {
    does: 'Answers a delivery with two dossier numbers.',
    foundBy: ['delivery.numbers-dossiers-uniquely'],
    follows: ['delivery.answers-by-schema'],
    run,
    defect: writing((text) =>
      text.replace(/<(\w+):Dossiernummer>[^<]*<\/\1:Dossiernummer>/, '$&<$1:Dossiernummer>1</$1:Dossiernummer>'),
    ),
  },
  'numbers-by-title': {
    does: 'Gives deliveries with equal titles equal dossier numbers.',
    foundBy: ['delivery.numbers-dossiers-uniquely'],
    run: { ...run, runs: 60 },
    defect: {
      alter: (parts) => {
        const numbers = new Map<string, number>();
        let title = '';
        return {
          ...parts,
          isDuplicate: (summary) => {
            title = summary.title ?? '';
            return parts.isDuplicate(summary);
          },
          registry: {
            ...parts.registry,
            nextNumber: () => {
              const number = numbers.get(title) ?? parts.registry.nextNumber();
              numbers.set(title, number);
              return number;
            },
          },
        };
      },
    },
  },
  'is-overloaded-now-and-then': {
    does: 'Answers 503 to every seventh delivery, whatever it holds.',
    foundBy: ['delivery.is-steady'],
    run,
    defect: {
      wrap: (handler) => {
        let deliveries = 0;
        return (request) => {
          if (!textOf(request).includes(':Dossier>')) return handler(request);
          deliveries += 1;
          return deliveries % 7 === 0 ? Promise.resolve(page(503)) : handler(request);
        };
      },
    },
  },
  'adds-to-the-answer': {
    does: 'Has an element in its answer that the schema does not know.',
    foundBy: ['delivery.answers-by-schema'],
    run,
    defect: writing((text) => text.replace(/<(\w+):Status>/, '<$1:Tijdstip>2026-11-23</$1:Tijdstip><$1:Status>')),
  },
  'answers-without-a-status': {
    does: 'Leaves the status out of its answer.',
    foundBy: ['delivery.answers-by-schema'],
    follows: ['delivery.prepares-without-medium'],
    run,
    defect: writing((text) => text.replace(/<(\w+):Status>[^<]*<\/\1:Status>/, '')),
  },
  'answers-out-of-order': {
    does: 'Has the status before the dossier number.',
    foundBy: ['delivery.answers-by-schema'],
    run,
    defect: writing((text) => text.replace(/(<(\w+):Dossiernummer>.*)(<\2:Status>.*<\/\2:Status>)/, '$3$1')),
  },
  'takes-warnings-for-errors': {
    does: 'Refuses what only deserves a warning.',
    foundBy: ['delivery.accepts-with-warning'],
    run,
    defect: judging((judgement) => ({
      ...judgement,
      complaints: [...judgement.complaints, ...judgement.warnings],
    })),
  },
  'publishes-on-no-holiday': {
    does: 'Refuses a date of publication that is no working day.',
    foundBy: ['delivery.accepts-with-warning'],
    run,
    defect: judging((judgement) => ({
      ...judgement,
      complaints: [
        ...judgement.complaints,
        ...judgement.warnings.filter(({ id }) => id?.endsWith('#publicatiedatum-is-werkdag')),
      ],
    })),
  },
  'demands-a-reference': {
    does: 'Refuses a delivery without the reference number, which may be left out.',
    foundBy: ['delivery.accepts-with-warning'],
    run,
    defect: refusing((text) => text.includes(':Dossier>') && !text.includes(':Referentienummer')),
  },
} as const satisfies SeededDefects;
