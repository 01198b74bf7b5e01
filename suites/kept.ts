/** Asks the embedded endpoint which of these numbers stand in a reference number that it keeps. */
export const keptAt =
  (control: string) =>
  async (numbers: readonly string[]): Promise<readonly string[]> => {
    const url = new URL('ontvangen?outcome=accepted', control);
    for (const number of numbers) url.searchParams.append('reference', number);
    const response = await fetch(url);
    if (!response.ok)
      throw new Error(`the embedded endpoint does not show what it keeps: HTTP ${String(response.status)}`);
    const kept = (await response.json()) as readonly { readonly reference?: string }[];
    return numbers.filter((number) => kept.some(({ reference }) => reference?.includes(number) === true));
  };
