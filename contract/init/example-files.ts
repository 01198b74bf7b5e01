import { freeNames } from '../folder/free-names.ts';

/** Where the examples of document types stand, by the name of the type. */
export const exampleFiles = (documentTypes: readonly { readonly name: string }[]): ReadonlyMap<string, string> => {
  const names = documentTypes.map(({ name }) => `examples/${name.replace(/[^\w.-]+/g, '-')}.xml`);
  return new Map(freeNames(names, []).map((file, index) => [documentTypes[index]?.name ?? '', file]));
};
