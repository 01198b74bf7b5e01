import type { Contract } from '#contract/contract';
import { leavesOf } from '#xml/schema/leaves';
import { readSchema } from '#xml/schema/read';
import { keyOf, type QName } from '#xml/qname';

/** Local names of the elements that a request consists of. */
export const partsOf = ({ files, schemas }: Contract, request: QName): readonly string[] => {
  const declared = readSchema(files, schemas.message).elements.get(keyOf(request));
  if (declared?.type.kind !== 'complex' || declared.type.particle === undefined) return [];
  return leavesOf(declared.type.particle).flatMap(({ term }) => (term.kind === 'element' ? [term.name.name] : []));
};
