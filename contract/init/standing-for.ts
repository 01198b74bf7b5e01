import { substitutesOf } from '#xml/schema/declarations';
import type { ElementDeclaration, SchemaModel } from '#xml/schema/model';

/** As deep as what stands for one another is looked for. */
export const deepest = 3;

const mostMembers = 40;

/** What can stand where an element is declared, below so many others; deep in a message only the element itself is taken. */
export const standingFor = (
  model: SchemaModel,
  element: ElementDeclaration,
  depth: number,
): readonly ElementDeclaration[] => {
  const members = [element, ...substitutesOf(model, element)].filter((one) => !one.abstract);
  return depth >= deepest || members.length === 0 || members.length > mostMembers ? [element] : members;
};
