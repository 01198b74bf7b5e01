import { pathOf } from '#contract/roles/bindings';
import type { Contract } from '#contract/contract';
import type { Use } from '#contract/use';
import { textTypeOf } from '#documents/path/declared-text';
import type { Reached } from '#documents/path/declarations-at';
import { createCheck } from '#documents/schema/values/check';
import type { Workshop } from './workshop.ts';

/** How test data is marked, so that nobody takes a dossier of ours for a real one. */
export const testTitle = '[TEST 3PAS]';

/** What a draft has in place of the number that it is sent under. */
export const openNumber = '000000000000';

/** The reference (referentienummer) of a delivery; the run id makes it new, the number makes it the only one. */
export const referenceOf = (runId: string, number: string): string => `3PASTEST-${runId}-${number}`;

/** Says in Dutch what the delivery is; the first alinea of a content. */
export const testNotice = (reference: string): string =>
  `Dit is een testbericht (${reference}). Aan dit bericht kunnen geen rechten worden ontleend.`;

/** Puts a number in the place of the open one wherever the whole reference stands; an edited reference stays as it is. */
export const stamp = (runId: string, number: string): ((text: string) => string) => {
  if (!/^\d{12}$/.test(number)) throw new Error(`number '${number}': a delivery is stamped with twelve digits`);
  const open = referenceOf(runId, openNumber);
  const stamped = referenceOf(runId, number);
  return (text) => (text.includes(open) ? text.replaceAll(open, stamped) : text);
};

/** Whether the text at a declaration may be this one. */
export type TakesText = (reached: Reached, text: string) => boolean;

/** Says of texts whether declarations take them. */
export const textTaker = (): TakesText => {
  const check = createCheck();
  return (reached, text) => {
    const type = textTypeOf(reached);
    return type === undefined || check(type, text) === 'yes';
  };
};

/** The shortest title that says that it is a test. */
export const plainTitle = `${testTitle} bericht`;

/** What the texts of a run begin with that say what a delivery is; undefined where the contract has no place that takes it. */
export const marksIn = (contract: Contract, workshop: Workshop, runId: string) => {
  const takes = textTaker();
  const isTaken = (use: Use, text: string): boolean => {
    const role = pathOf(contract, use);
    const reached = role === undefined ? [] : workshop.declarations(role);
    return reached.length > 0 && reached.every((one) => takes(one, text));
  };
  const reference = referenceOf(runId, openNumber);
  const start = (text: string): string => text.slice(0, text.indexOf(reference) + reference.length - openNumber.length);
  return {
    title: isTaken('title', plainTitle) ? testTitle : undefined,
    reference: isTaken('reference', reference) ? start(reference) : undefined,
    notice: pathOf(contract, 'notice') === undefined ? undefined : start(testNotice(reference)),
  };
};
