import { boundTo } from '#contract/roles/bindings';
import type { Contract } from '#contract/contract';
import { ContractError } from '#contract/folder/contract-error';
import { allUses, type Use } from '#contract/use';
import type { Reached } from '#documents/path/declarations-at';
import type { Particle } from '#xml/schema/model';
import { textTaker, openNumber, referenceOf, testNotice } from './marks.ts';
import { type TextKind, textKindsOf } from './text-kinds.ts';
import type { Workshop } from './workshop.ts';

/** What the text of each use may be; the content is held against what it decodes elsewhere. */
const kinds: Readonly<Record<Exclude<Use, 'content'>, readonly TextKind[]>> = {
  documentType: ['free text', 'a number', 'a list of values'],
  reference: ['free text', 'a number'],
  title: ['free text'],
  authority: ['free text', 'a number', 'a list of values'],
  authorityKind: ['free text', 'a number', 'a list of values'],
  publisher: ['free text', 'a number', 'a list of values'],
  publisherKind: ['free text', 'a number', 'a list of values'],
  medium: ['free text', 'a number', 'a list of values'],
  publicationDate: ['a date', 'free text'],
  rectifies: ['free text', 'a number'],
  notice: ['free text'],
};

/** Throws `ContractError` for a use that is bound to a role of which the schema says that it holds something else. */
export const mustFitUses = (contract: Contract, { declarations }: Pick<Workshop, 'declarations'>): void => {
  for (const use of allUses) {
    const binding = boundTo(contract, use);
    if (binding === undefined || use === 'content') continue;
    const reached = declarations(binding.path);
    const wrong = reached.flatMap((one) => wrongKind(use, one) ?? [])[0] ?? (use === 'notice' && noParagraph(reached));
    if (typeof wrong !== 'string') continue;
    throw new ContractError(
      contract.usePlaces[use],
      `uses.${use} is bound to "${binding.path}", which ${wrong}, or make it none where deliveries have no such thing`,
    );
  }
};

const wrongKind = (use: Exclude<Use, 'content'>, reached: Reached): string | undefined => {
  const [found, fitting] = [textKindsOf(reached), kinds[use]];
  if (found.some((one) => fitting.includes(one))) return undefined;
  return `is ${found.join(' or ')}; bind it to a role that is ${fitting.join(' or ')}`;
};

/** Each content gets a paragraph more at its beginning, and a long one has many. */
const noParagraph = (reached: readonly Reached[]): string | undefined => {
  const takes = textTaker();
  const wrong = reached.flatMap((one) => {
    if (one.declaration.kind === 'use') return ['is an attribute'];
    if (!notices.every((text) => takes(one, text))) return ['has no room for the sentence that says that it is a test'];
    return isRepeated(one) ? [] : ['comes once at most'];
  })[0];
  return wrong && `${wrong}; bind it to an element with free text that may come many times`;
};

const notices = ['', ' Bericht'].map((more) => testNotice(referenceOf('r'.repeat(40), openNumber)) + more);

const isRepeated = ({ declaration, trail }: Reached): boolean => {
  const type = trail.at(-1)?.type;
  return type?.kind === 'complex' && type.particle !== undefined && repeats(type.particle, declaration, false);
};

const repeats = ({ max, term }: Particle, sought: Reached['declaration'], isInRepeated: boolean): boolean => {
  const isMany = isInRepeated || max > 1;
  if (term.kind === 'element') return isMany && term === sought;
  return term.kind !== 'any' && term.particles.some((one) => repeats(one, sought, isMany));
};
