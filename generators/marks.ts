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
