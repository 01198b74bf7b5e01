import { freeNames } from '../folder/free-names.ts';

/** Where the examples of document types stand, by the name of the type. */
export const exampleFiles = (documentTypes: readonly { readonly name: string }[]): ReadonlyMap<string, string> => {
  const plain = (name: string): string => name.replace(/[^\w.-]+/g, '-').replace(/^[.-]+/, '');
  const names = documentTypes.map(({ name }) => `examples/${plain(name) || 'type'}.xml`);
  return new Map(freeNames(names, []).map((file, index) => [documentTypes[index]?.name ?? '', file]));
};
