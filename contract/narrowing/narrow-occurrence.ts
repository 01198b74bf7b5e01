import { leavesOf } from '#xml/schema/leaves';
import type { AttributeUse, ComplexType, ElementDeclaration, Particle } from '#xml/schema/model';
import { ContractError } from '../folder/contract-error.ts';
import type { Place } from '#xml/place';
import { type Editable, withAttribute } from './editable.ts';
import type { Edits } from './edits.ts';
import { withGround } from './ground-note.ts';
import { placed } from './row-tree.ts';
import type { DescriptionRow, Range } from './rows.ts';

/** An element in its type. */
export interface Occurring {
  readonly element: Editable;
  readonly leaf: Particle;
  readonly declaration: ElementDeclaration;
  readonly type: ComplexType;
}

/** The element that is there as often as a row says; throws `ContractError` where the schema demands or takes another number. */
export const narrowOccurrence = ({ grounding }: Edits, occurring: Occurring, row: DescriptionRow): Editable => {
  const { element, leaf, declaration } = occurring;
  mustAgree(occurring, row);
  const { min, max } = row.required === 'never' ? { min: 0, max: 0 } : countsFor(leaf, row);
  const isFilled = row.required === 'yes' && declaration.nillable;
  if (min === leaf.min && max === leaf.max && !isFilled) return element;
  const counted = withAttribute(withAttribute(element, 'minOccurs', said(min)), 'maxOccurs', said(max));
  const filled = isFilled ? withAttribute(counted, 'nillable', undefined) : counted;
  return withGround(filled, { grounding, row, aspects: 'minOccurs maxOccurs nil' });
};

/** A number of times as an attribute says it, which one needs not. */
const said = (count: number): string | undefined =>
  count === 1 ? undefined : count === Infinity ? 'unbounded' : String(count);

const countsFor = (
  leaf: Particle,
  { required, repeat }: DescriptionRow,
): { readonly min: number; readonly max: number } => {
  const isDemanded = required === undefined || required === 'yes';
  const least = isDemanded ? (repeat?.least ?? 0) : 0;
  return {
    min: Math.max(leaf.min, required === 'yes' ? 1 : 0, least),
    max: Math.min(leaf.max, repeat?.most ?? Infinity),
  };
};

const mustAgree = (occurring: Occurring, row: DescriptionRow): void => {
  const { leaf } = occurring;
  const { required, repeat } = row;
  const wrong =
    (required === undefined ? undefined : presenceWrong(occurring, required)) ??
    (repeat && countWrong(leaf, repeat, required));
  if (wrong === undefined) return;
  throw contradiction(row.place, `${row.path.join('/')} ${wrong.said}`, `${wrong.schema} (${placed(leaf.place)})`);
};

/** What a row says, and what the schema says against it. */
interface Wrong {
  readonly said: string;
  readonly schema: string;
}

/** What may be nil can be left unfilled, although its element is there. */
const presenceWrong = (
  { type, leaf, declaration }: Occurring,
  required: DescriptionRow['required'],
): Wrong | undefined => {
  if (required === 'yes')
    return isOptionalGroup(type, leaf)
      ? { said: 'is always there', schema: 'the schema has it in a choice or a group that may be absent' }
      : undefined;
  if (leaf.min === 0 || (declaration.nillable && required !== 'never')) return undefined;
  return {
    said: required === 'never' ? 'is never there' : required === 'no' ? 'need not be there' : 'is there at times',
    schema: 'the schema demands it',
  };
};

const countWrong = (
  leaf: Particle,
  { least, most }: Range,
  required: DescriptionRow['required'],
): Wrong | undefined => {
  if (most > leaf.max)
    return { said: `comes up to ${times(most)}`, schema: `the schema takes it ${times(leaf.max)} at most` };
  if (most < leaf.min)
    return { said: `comes up to ${times(most)}`, schema: `the schema demands it ${times(leaf.min)}` };
  if (required === 'yes' || least === undefined || least >= leaf.min) return undefined;
  return { said: `may be there ${times(least)}`, schema: `the schema demands it ${times(leaf.min)}` };
};

const times = (count: number): string =>
  count === Infinity ? 'any number of times' : count === 1 ? 'once' : `${String(count)} times`;

/** Whether something stands in a choice, or in a group that may be absent as a whole. */
const isOptionalGroup = ({ particle }: ComplexType, leaf: Particle): boolean => {
  const around = (one: Particle): readonly Particle[] => {
    if (one === leaf || one.term.kind === 'element' || one.term.kind === 'any') return [];
    const inner = one.term.particles.find((child) => child === leaf || leavesOf(child).includes(leaf));
    return inner === undefined ? [] : [one, ...around(inner)];
  };
  return (
    particle !== undefined &&
    around(particle).some(({ min, term }) => min === 0 || (term.kind === 'choice' && term.particles.length > 1))
  );
};

/** The attribute that is there as a row says. */
export const narrowUse = (
  { grounding }: Edits,
  { use, element }: { readonly use: AttributeUse; readonly element: Editable },
  row: DescriptionRow,
): Editable => {
  const { required, place, path } = row;
  const refuse = (said: string): never => {
    throw contradiction(place, `${path.join('/')} ${said}`, `the schema demands it (${placed(use.place)})`);
  };
  if (required === 'no' && use.required) refuse('need not be there');
  if (required === 'never' && use.required) refuse('is never there');
  const wanted = required === 'yes' && !use.required ? 'required' : required === 'never' ? 'prohibited' : undefined;
  if (wanted === undefined) return element;
  return withGround(withAttribute(element, 'use', wanted), { grounding, row, aspects: 'use prohibited' });
};

/** What description and schema say against each other. */
export const contradiction = (place: Place, said: string, schema: string): ContractError =>
  new ContractError(place, `the description says that ${said}, and ${schema}; correct one of them`);
