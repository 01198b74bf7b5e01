import type { ConstraintCoverage, CoverageCell, RunCoverage } from '#reporters/run-coverage';
import { inLines } from '#contract/texts/visible';
import type { Language } from '#reporters/texts';

const words = {
  nl: {
    all: ({ counts: { all, violated, valid, never } }: RunCoverage) =>
      `${String(all)} bepalingen: ${String(violated)} geschonden, ${String(valid)} nageleefd, ${String(never)} in geen documenttype te schenden`,
    type: ['documenttype', 'geschonden', 'gemist', 'niet getoetst', 'n.v.t.'],
    missed: 'Nergens geschonden',
    more: (count: number) => `… en nog ${String(count)}; zie --json`,
  },
  en: {
    all: ({ counts: { all, violated, valid, never } }: RunCoverage) =>
      `${String(all)} constraints: ${String(violated)} broken, ${String(valid)} kept, ${String(never)} that can be broken in no document type`,
    type: ['document type', 'broken', 'missed', 'untested', 'n/a'],
    missed: 'Never broken',
    more: (count: number) => `… and ${String(count)} more; see --json`,
  },
} as const;

const states: readonly CoverageCell['state'][] = ['violated', 'missed', 'untested', 'not-applicable'];

/** Most constraints that are told one by one. */
const shown = 20;

/** What people read of a run's coverage: a line a document type, and the constraints that nothing broke with the reason. */
export const runCoverageText = (coverage: RunCoverage, language: Language): string => {
  const { all, type, missed, more } = words[language];
  const rows = coverage.documentTypes.map((name) => [
    name,
    ...states.map((state) =>
      String(coverage.constraints.filter(({ documentTypes }) => documentTypes[name]?.state === state).length),
    ),
  ]);
  const table = [[...type], ...rows];
  const widths = type.map((_, index) => Math.max(...table.map((row) => row[index]?.length ?? 0)));
  const lines = table.map((row) =>
    row
      .map((text, index) => text.padEnd(widths[index] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const left = coverage.constraints.filter(({ violations }) => violations === 0);
  const told = left.slice(0, shown).map((one) => `  ${one.constraint}${reasonOf(one, language)}`);
  const rest = left.length > shown ? [`  ${more(left.length - shown)}`] : [];
  return inLines([
    all(coverage),
    '',
    ...lines,
    '',
    ...(left.length === 0 ? [] : [`${missed}:`, ...told, ...rest, '']),
    '',
  ]);
};

const reasonOf = ({ documentTypes }: ConstraintCoverage, language: Language): string => {
  const reasons = new Set(Object.values(documentTypes).flatMap(({ reason }) => reason?.[language] ?? []));
  const [only] = reasons;
  return only === undefined ? '' : `: ${only}`;
};
