import { goalKinds, type GoalKind } from '#documents/coverage/goal';
import { inLines } from '#contract/texts/visible';
import type { Language } from '#reporters/texts';
import type { GeneratedCoverage } from './collector.ts';

interface Words {
  readonly kinds: Readonly<Record<GoalKind, string>>;
  readonly made: (coverage: GeneratedCoverage) => string;
  readonly missed: string;
  readonly untested: string;
  readonly more: (count: number) => string;
}

const words: Readonly<Record<Language, Words>> = {
  nl: {
    kinds: {
      kept: 'bepalingen nageleefd waar zij gelden',
      broken: 'bepalingen geschonden',
      bound: 'grenswaarden',
      branch: 'takken van keuzes',
      value: 'waarden van opsommingen',
      part: 'optionele delen aanwezig en afwezig',
      pair: 'paren van optionele delen',
    },
    made: ({ documents, violations, seed }) =>
      `${String(documents)} geldige berichten, ${String(violations)} foutieve, seed ${String(seed)}`,
    missed: 'Niet geraakt',
    untested: 'Niet getoetst',
    more: (count) => `… en nog ${String(count)}; zie --json`,
  },
  en: {
    kinds: {
      kept: 'constraints kept where they bind',
      broken: 'constraints broken',
      bound: 'values at a limit',
      branch: 'branches of choices',
      value: 'values of enumerations',
      part: 'optional parts present and absent',
      pair: 'pairs of optional parts',
    },
    made: ({ documents, violations, seed }) =>
      `${String(documents)} valid documents, ${String(violations)} violations, seed ${String(seed)}`,
    missed: 'Not reached',
    untested: 'Not tested',
    more: (count) => `… and ${String(count)} more; see --json`,
  },
};

/** Most goals of a kind that are told one by one. */
const shown = 10;

/** What people read of a coverage: how much of each kind, and what was not reached. */
export const coverageText = (coverage: GeneratedCoverage, language: Language): string => {
  const { kinds, made, missed, untested, more } = words[language];
  const told = goalKinds.filter((kind) => coverage.kinds[kind].all > 0);
  const width = Math.max(...told.map((kind) => kinds[kind].length));
  const table = told.map((kind) => {
    const { reached, all } = coverage.kinds[kind];
    const share = `${String(reached)}/${String(all)}`.padStart(12);
    return `${kinds[kind].padEnd(width)} ${share}  ${percent(reached, all)}`;
  });
  const lists = told.flatMap((kind) => {
    const left = coverage.goals.filter((goal) => goal.kind === kind && goal.hits === 0).map(({ id }) => id);
    return listed(`${missed}, ${kinds[kind]}:`, left, more);
  });
  const reasons = coverage.untested.map(({ constraint, reason }) => `${constraint}: ${reason}`);
  return inLines([...table, '', ...lists, ...listed(`${untested}:`, reasons, more), made(coverage), '']);
};

/** Rounded down, so that only all is 100 %. */
const percent = (reached: number, all: number): string => `${String(Math.floor((100 * reached) / all))} %`;

const listed = (title: string, lines: readonly string[], more: Words['more']): readonly string[] => {
  if (lines.length === 0) return [];
  const told = lines.slice(0, shown).map((line) => `  ${line}`);
  return [title, ...told, ...(lines.length > shown ? [`  ${more(lines.length - shown)}`] : []), ''];
};
