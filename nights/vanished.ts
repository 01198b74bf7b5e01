import { requirementOf } from '#judgement/requirements/registry';
import type { Change } from './change.ts';
import { type Memory, isKnown } from './memory.ts';

/** What is kept of nights without what this version has no requirement for any more, and what is told of that. */
export const withoutVanished = (memory: Memory): { readonly memory: Memory; readonly changes: readonly Change[] } => {
  const isGone = (check: string): boolean => requirementOf(check) === undefined;
  const findings = memory.findings.filter(({ cause }) => !isGone(cause.requirement));
  const stuck = memory.stuck.filter(({ pair }) => !isGone(pair));
  const passed = memory.passed.filter((check) => !isGone(check));
  const known = [
    ...memory.passed,
    ...memory.findings.map(({ cause }) => cause.requirement),
    ...memory.stuck.map(({ pair }) => pair),
  ];
  const requirements = [...new Set(known.filter(isGone).map((check) => check.split('/', 1)[0] ?? ''))].sort();
  if (requirements.length === 0) return { memory, changes: [] };
  const lapsed = memory.findings.filter((one) => isKnown(one) && !findings.includes(one)).length;
  return {
    memory: { ...memory, findings, stuck, passed },
    changes: [{ kind: 'gone', requirements, findings: lapsed }],
  };
};
