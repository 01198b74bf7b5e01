import type { SimpleType } from '#xml/schema/model';

export type WhiteSpace = 'preserve' | 'replace' | 'collapse';

/** How white space is treated before a value is checked (part 2, 4.3.6); a list or union collapses. */
export const whiteSpaceOf = (type: SimpleType): WhiteSpace => {
  if (type.variety === 'list' || type.variety === 'union') return 'collapse';
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
