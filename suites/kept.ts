/** Asks the embedded endpoint which of these numbers stand in the reference of a dossier that it keeps, once for each dossier. */
export const keptAt =
  (control: string) =>
  async (numbers: readonly string[]): Promise<readonly string[]> => {
    const url = new URL('ontvangen?outcome=accepted', control);
    for (const number of numbers) url.searchParams.append('reference', number);
    const response = await fetch(url);
    if (!response.ok)
      throw new Error(`the embedded endpoint does not show what it keeps: HTTP ${String(response.status)}`);
    const kept = (await response.json()) as readonly KeptDelivery[];
    return numbers.flatMap((number) => dossiersWith(kept, number).map(() => number));
  };

interface KeptDelivery {
  readonly reference?: string;
  readonly dossierNumber?: string;
}

const dossiersWith = (kept: readonly KeptDelivery[], number: string): readonly (string | undefined)[] => {
  const own = kept.filter(({ reference }) => reference?.includes(number) === true);
  return [...new Set(own.map(({ dossierNumber }) => dossierNumber))];
};
