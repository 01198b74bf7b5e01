import type { SimpleType } from '#xml/schema/model';

export type WhiteSpace = 'preserve' | 'replace' | 'collapse';

/** How white space is treated before a value is checked (part 2, 4.3.6); a list collapses, and a union leaves it to the member that takes the value. */
export const whiteSpaceOf = (type: SimpleType): WhiteSpace => {
  if (type.variety === 'list') return 'collapse';
  if (type.variety === 'union') return 'preserve';
  for (let now: SimpleType | undefined = type; now !== undefined; now = now.base) {
    const value = now.facets.find((facet) => facet.kind === 'whiteSpace')?.values[0]?.text;
    if (value === 'preserve' || value === 'replace' || value === 'collapse') return value;
  }
  return 'preserve';
};

/** Text as a type sees it. */
export const normalise = (text: string, whiteSpace: WhiteSpace): string => {
  if (whiteSpace === 'preserve') return text;
  const replaced = text.replace(/[\t\n\r]/g, ' ');
  return whiteSpace === 'replace' ? replaced : replaced.replace(/ +/g, ' ').replace(/^ | $/g, '');
};
