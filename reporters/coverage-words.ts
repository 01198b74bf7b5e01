import type { CoverageCell, RunCoverage } from './run-coverage.ts';
import type { Language } from './texts.ts';

/** The texts of the coverage page in one language. */
interface CoverageWords {
  readonly title: (contract: string) => string;
  readonly intro: (coverage: RunCoverage) => string;
  readonly sums: string;
  readonly documentType: string;
  readonly constraints: string;
  readonly constraint: string;
  readonly caption: string;
  /** Names the links to the parts of the table. */
  readonly files: string;
  readonly cells: string;
  readonly states: Readonly<Record<CoverageCell['state'], string>>;
  readonly filter: Readonly<Record<'text' | 'state' | 'column' | 'all' | 'count', string>>;
  readonly reasons: string;
  readonly reasonsNote: string;
}

const nl: CoverageWords = {
  title: (contract) => `Dekking van contract ${contract}`,
  intro: ({ runId, counts: { all, violated, valid, never } }) =>
    `Run ${runId}: van ${String(all)} bepalingen zijn er ${String(violated)} geschonden en ${String(valid)} nageleefd in aangenomen berichten; ${String(never)} kunnen in geen documenttype geschonden worden.`,
  sums: 'Aantal bepalingen per documenttype',
  documentType: 'Documenttype',
  constraints: 'Bepalingen',
  constraint: 'Bepaling',
  caption: 'Bepalingen per bestand van het contract en per documenttype',
  files: 'Bestanden van het contract',
  cells:
    'Een cel telt foutieve berichten, tussen haakjes hoeveel daarvan geweigerd zijn, en na de punt aangenomen geldige berichten.',
  states: { violated: 'geschonden', missed: 'gemist', untested: 'niet getoetst', 'not-applicable': 'n.v.t.' },
  filter: {
    text: 'Bepaling bevat',
    state: 'Uitkomst',
    column: 'Documenttype',
    all: 'alle',
    count: '{shown} van {all} bepalingen',
  },
  reasons: 'Redenen',
  reasonsNote: 'De nummers in de tabel verwijzen naar de reden waarom een bepaling niet geschonden kan worden.',
};

const en: CoverageWords = {
  title: (contract) => `Coverage of contract ${contract}`,
  intro: ({ runId, counts: { all, violated, valid, never } }) =>
    `Run ${runId}: of ${String(all)} constraints ${String(violated)} were broken and ${String(valid)} kept by accepted deliveries; ${String(never)} can be broken in no document type.`,
  sums: 'Number of constraints by document type',
  documentType: 'Document type',
  constraints: 'Constraints',
  constraint: 'Constraint',
  caption: 'Constraints by file of the contract and by document type',
  files: 'Files of the contract',
  cells:
    'A cell counts violations, in parentheses how many of them were refused, and after the dot accepted valid deliveries.',
  states: { violated: 'violated', missed: 'missed', untested: 'untested', 'not-applicable': 'n/a' },
  filter: {
    text: 'Constraint contains',
    state: 'Outcome',
    column: 'Document type',
    all: 'all',
    count: '{shown} of {all} constraints',
  },
  reasons: 'Reasons',
  reasonsNote: 'The numbers in the table refer to the reason why a constraint can’t be broken.',
};

/** The texts of the coverage page. */
export const coverageWords: Readonly<Record<Language, CoverageWords>> = { nl, en };
