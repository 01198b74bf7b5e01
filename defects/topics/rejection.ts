import type { Defect } from '#endpoint/mock/parts';
import type { HttpRequest } from '#endpoint/server/http-message';
import type { RequirementId } from '#judgement/requirements/registry';
import type { PlannedCheck } from '#harness/plan';
import { answering, faulting, overlooking, textOf } from '../seams.ts';
import type { SeededDefect, SeededDefects } from '../seeded-defect.ts';

/** What is wrong whatever is violated. */
const flawedZips = [
  'rejection.refuses-ambiguous-zip',
  'rejection.refuses-damaged-zip',
  'rejection.refuses-misnamed-files',
] as const;

/** The checks that violate one of these constraints, and those that are about any. */
const violating =
  (isOne: (constraint: string) => boolean) =>
  ({ constraints }: PlannedCheck): boolean =>
    constraints.length === 0 || constraints.some(isOne);

type Blind = Pick<SeededDefect, 'foundBy' | 'everywhere' | 'run' | 'defect'>;

/** Does not see violations of some constraints of the schemas. */
const blindTo = (isOne: (constraint: string) => boolean, documentType = 'Melding', isRun = isOne): Blind => ({
  foundBy: ['rejection.refuses-schema-violation'],
  everywhere: true,
  run: { topics: ['rejection'], documentTypes: [documentType], only: violating(isRun) },
  defect: overlooking(({ id }) => id !== undefined && isOne(id)),
});

const bopa = 'OmgevingsvergunningAfhandelingPlanafwijking';

const atTheTop = 'dossier.xsd#Dossier/';

const ofDossier = (constraint: string): boolean => constraint.startsWith(atTheTop);

interface Aspect {
  readonly does: string;
  /** The last step of the constraints that the defect does not look at. */
  readonly aspect: string;
  readonly type?: string;
  readonly perhaps?: readonly RequirementId[];
  /** What the constraints that are tried begin with; another root of the message is another operation. */
  readonly within?: string;
  /** As many as it takes for another way than the nearest, which breaks something else as well. */
  readonly runs?: number;
}

/** What an endpoint may not look at, one kind of constraint each. */
export const everyAspect = {
  'ignores-the-root': {
    does: 'Takes any document of a schema for the one that is asked for.',
    aspect: '#root',
    within: 'inhoud.xsd',
  },
  'ignores-enumerations': { does: 'Takes values that are in no list.', aspect: '/enumeration' },
  'ignores-types': {
    does: 'Takes any text where a date, a number or base64 has to be.',
    aspect: '/type',
    perhaps: ['rejection.refuses-damaged-zip'],
  },
  'ignores-children-of-texts': {
    does: 'Takes elements in an element that has text only.',
    aspect: '/content',
    within: atTheTop,
  },
  'ignores-unknown-attributes': {
    does: 'Takes attributes that the schema does not know.',
    aspect: '/attributes',
    within: atTheTop,
    runs: 50,
  },
  'ignores-stray-text': { does: 'Takes text between elements.', aspect: '/text' },
  'ignores-missing-elements': { does: 'Takes a delivery without an element that must be there.', aspect: '/minOccurs' },
  'ignores-repeated-elements': {
    does: 'Takes an element more often than is allowed.',
    aspect: '/maxOccurs',
    within: atTheTop,
  },
  'ignores-order': { does: 'Takes elements in any order.', aspect: '/order' },
  'ignores-choices': { does: 'Takes several branches of a choice, or none.', aspect: '/choice' },
  'ignores-missing-attributes': { does: 'Takes an element without an attribute that must be there.', aspect: '/use' },
  'ignores-min-length': { does: 'Takes texts that are too short, the empty one included.', aspect: '/minLength' },
  'ignores-max-length': { does: 'Takes texts of any length, and cuts them off in its database.', aspect: '/maxLength' },
  'ignores-patterns': { does: 'Takes texts of any form.', aspect: '/pattern', within: 'dossier.xsd#', runs: 25 },
  'ignores-upper-bounds': { does: 'Takes numbers that are too large.', aspect: '/maxInclusive' },
  'ignores-lower-bounds': { does: 'Takes numbers that are too small.', aspect: '/minInclusive' },
  'ignores-decimals': { does: 'Takes numbers with too many decimals.', aspect: '/fractionDigits' },
  'ignores-fixed-values': { does: 'Takes another value where one is fixed.', aspect: '/fixed', type: bopa },
  'ignores-lengths-of-lists': { does: 'Takes positions with a third number.', aspect: '/length', type: bopa },
} as const satisfies Readonly<Record<string, Aspect>>;

/** One defect for each kind of constraint that a schema has. */
const aspectDefects = Object.fromEntries(
  Object.entries<Aspect>(everyAspect).map(([id, { does, aspect, type, perhaps, within = '', runs = 2 }]) => {
    const isOne = (constraint: string): boolean => constraint.endsWith(aspect);
    const blind = blindTo(isOne, type, (constraint) => isOne(constraint) && constraint.startsWith(within));
    return [id, { does, perhaps, ...blind, run: { ...blind.run, runs } }];
  }),
) as Readonly<Record<keyof typeof everyAspect, SeededDefect>>;

/** Does not validate a message that comes in some way. */
const blindWhen = (isSo: (request: HttpRequest) => boolean): Defect => {
  let isBlind = false;
  return {
    wrap: (handler) => (request) => {
      isBlind = isSo(request);
      return handler(request);
    },
    alter: (parts) => ({
      ...parts,
      examine: async (message) => {
        const wasBlind = isBlind;
        const examination = await parts.examine(message);
        return wasBlind && examination.kind === 'delivery'
          ? { ...examination, judgement: { ...examination.judgement, complaints: [] } }
          : examination;
      },
    }),
  };
};

/** So many checks that one of them has each turn. */
const everyTurn = {
  topics: ['rejection'],
  runs: 25,
  only: violating((constraint) => /^dossier\.xsd#Dossier\/|#(?:Adres|Postcode|Reactietermijn)/.test(constraint)),
} as const;

const anything = { topics: ['rejection'], only: violating(ofDossier) } as const;

/** With duplicates too. */
const ofEachKind = {
  topics: ['rejection', 'redelivery'],
  only: (check: PlannedCheck) => check.requirement === 'redelivery.refuses-after-success' || anything.only(check),
} as const;

/** Has a response of the operation in place of a Fault. */
const responding = (status: number, inside: string): Defect =>
  answering((response) => {
    const text = textOf(response);
    if (!text.includes('<soap:Fault>')) return response;
    const answer = `<r:VoegDossierToeEnPubliceerResponse xmlns:r="http://schemas.koopwrp.nl/2020/01/drp/api/">${inside}</r:VoegDossierToeEnPubliceerResponse>`;
    return { ...response, status, body: Buffer.from(text.replace(/<soap:Fault>.*<\/soap:Fault>/s, answer)) };
  });

/** Defects of an endpoint that takes what it has to refuse, or refuses it badly. */
export const rejectionDefects = {
  ...aspectDefects,
  'does-not-validate-content': {
    does: 'Validates the message, and not the XML in the zip.',
    ...blindTo((constraint) => constraint.startsWith('inhoud.xsd#')),
  },
  'does-not-validate-gml': {
    does: 'Does not look at the GML of a plan deviation.',
    ...blindTo((constraint) => /^bopa-.*\.xsd#/.test(constraint), bopa),
  },
  'does-not-validate': {
    does: 'Does not validate messages at all.',
    ...blindTo(ofDossier),
    perhaps: ['rejection.refuses-damaged-zip'],
    defect: overlooking(({ case: kind }) => kind === 'schema'),
  },
  'accepts-everything': {
    does: 'Accepts whatever is delivered.',
    ...blindTo(ofDossier),
    follows: flawedZips,
    defect: overlooking(() => true),
  },
  'tells-of-errors-in-a-response': {
    does: 'Answers a violation with 200 and a response that tells of an error, without a dossier number.',
    foundBy: ['rejection.refuses-schema-violation'],
    follows: ['rejection.names-element', ...flawedZips],
    run: anything,
    defect: responding(200, '<r:Status>fout</r:Status>'),
  },
  'hands-out-a-number-with-500': {
    does: 'Answers a violation with 500 and a dossier number.',
    foundBy: ['rejection.refuses-schema-violation'],
    follows: flawedZips,
    run: anything,
    defect: responding(500, '<r:Dossiernummer>10000001</r:Dossiernummer><r:Status>klaargezet</r:Status>'),
  },
  'stores-before-it-judges': {
    does: 'Stores a delivery before it is judged, and leaves it there when it is refused.',
    foundBy: ['rejection.keeps-nothing'],
    run: anything,
    defect: {
      alter: (parts) => ({
        ...parts,
        registry: {
          ...parts.registry,
          add: (entry, stored) => {
            if (entry.outcome === 'refused') parts.registry.add({ ...entry, outcome: 'accepted' }, stored);
            parts.registry.add(entry, stored);
          },
        },
      }),
    },
  },
  'names-no-element': {
    does: 'Does not say which element is wrong.',
    foundBy: ['rejection.names-element'],
    run: anything,
    defect: faulting((text) => text.replace(/<(\w+):Element>.*?<\/\1:Element>/s, '')),
  },
  'names-one-element-for-all': {
    does: 'Says of every error that it is in the title.',
    foundBy: ['rejection.tells-elements-apart'],
    follows: ['rejection.names-the-element-itself'],
    run: anything,
    defect: faulting((text) => text.replace(/(:Element>)[^<]*/, '$1Titel')),
  },
  'names-the-element-around-it': {
    does: 'Says of an error in an address which marking it is in, and not in which element of that.',
    foundBy: ['rejection.names-the-element-itself'],
    run: { topics: ['rejection'], only: violating((constraint) => constraint.includes('#AdresMarkering/')) },
    defect: faulting((text) => text.replace(/(:Element>[^<]*\/Adres)\/[^<]*/, '$1')),
  },
  'names-the-title-for-structure': {
    does: 'Says that it is in the title when elements of an address are missing, too many or out of order.',
    foundBy: ['rejection.names-the-element-itself'],
    follows: ['rejection.tells-elements-apart'],
    run: {
      topics: ['rejection'],
      only: violating((constraint) => /#AdresMarkering\/(?:order|\w+\/m\w+Occurs)$/.test(constraint)),
    },
    defect: faulting((text) => text.replace(/(:Element>)[^<]*/, '$1Dossier/Titel')),
  },
  'has-a-code-for-each-error': {
    does: 'Has the number of a line in its log for an error code.',
    foundBy: ['rejection.tells-kinds-apart'],
    run: ofEachKind,
    defect: {
      wrap: (handler) => {
        let line = 0;
        const numbered = faulting((text) => text.replace(/(:Code>)[^<]*/, `$1E${String((line += 1))}`));
        return numbered.wrap?.(handler) ?? handler;
      },
    },
  },
  'does-not-validate-what-is-chunked': {
    does: 'Reads a message in chunked coding past its validation.',
    foundBy: ['rejection.refuses-schema-violation'],
    run: everyTurn,
    defect: blindWhen(({ headers }) => headers['transfer-encoding'] === 'chunked'),
  },
  'does-not-validate-long-messages': {
    does: 'Takes a message above 64 KB as it is, since validating it takes long.',
    foundBy: ['rejection.refuses-schema-violation'],
    run: everyTurn,
    defect: blindWhen(({ body }) => body.length > 65_536),
  },
  'has-codes-swapped': {
    does: 'Has the code of a rule for errors against the schema, and the other way round.',
    foundBy: ['rejection.tells-kinds-apart'],
    run: ofEachKind,
    defect: faulting((text) =>
      text.replace(/(:Code>)([^<]*)/, (whole, start: string, code: string) => {
        const other = { 'bericht-ongeldig': 'regel-overtreden', 'regel-overtreden': 'bericht-ongeldig' }[code];
        return other === undefined ? whole : `${start}${other}`;
      }),
    ),
  },
  'has-one-error-code': {
    does: 'Has one code for all errors.',
    foundBy: ['rejection.tells-kinds-apart'],
    run: ofEachKind,
    defect: faulting((text) => text.replace(/(:Code>)[^<]*/, '$1fout')),
  },
  'has-no-error-codes': {
    does: 'Leaves the error code empty.',
    foundBy: ['rejection.names-element'],
    run: anything,
    defect: faulting((text) => text.replace(/<(\w+):Code>.*?<\/\1:Code>/s, '<$1:Code/>')),
  },
  'shows-its-stack-trace': {
    does: 'Has an exception of its own platform as the detail of every Fault.',
    foundBy: ['rejection.names-element'],
    run: anything,
    defect: faulting((text) =>
      text.replace(
        /<detail>.*<\/detail>/s,
        '<detail><ExceptionDetail xmlns="http://schemas.datacontract.org/2004/07/System.ServiceModel"/></detail>',
      ),
    ),
  },
} as const satisfies SeededDefects;
