import { leavesOf } from '#xml/schema/leaves';
import type { AttributeUse, ComplexType, ElementDeclaration, Particle } from '#xml/schema/model';
import { ContractError } from '../folder/contract-error.ts';
import type { Place } from '#xml/place';
import type { Bilingual } from '../texts/bilingual.ts';
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
  const name = row.path.join('/');
  throw contradiction(row.place, wrong.said(name), behind(wrong.schema, leaf.place));
};

/** What a row says, and what the schema says against it. */
interface Wrong {
  readonly said: (name: string) => Bilingual;
  readonly schema: Bilingual;
}

/** What may be nil can be left unfilled, although its element is there. */
const presenceWrong = (
  { type, leaf, declaration }: Occurring,
  required: DescriptionRow['required'],
): Wrong | undefined => {
  if (required === 'yes')
    return isOptionalGroup(type, leaf)
      ? {
          said: (name) => ({ nl: `is ${name} er altijd`, en: `${name} is always there` }),
          schema: {
            nl: 'in het schema staat het in een keuze of een groep die mag ontbreken',
            en: 'the schema has it in a choice or a group that may be absent',
          },
        }
      : undefined;
  if (leaf.min === 0 || (declaration.nillable && required !== 'never')) return undefined;
  return { said: (name) => absenceText(name, required), schema: demanded };
};

const demanded: Bilingual = { nl: 'het schema eist het', en: 'the schema demands it' };

/** Of a value that the schema does not list. */
export const unlisted: Bilingual = {
  nl: 'de lijst van het schema heeft die waarde niet',
  en: 'the list of the schema has no such value',
};

const absenceText = (name: string, required: DescriptionRow['required']): Bilingual => {
  if (required === 'never') return { nl: `is ${name} er nooit`, en: `${name} is never there` };
  if (required === 'no') return { nl: `hoeft ${name} er niet te zijn`, en: `${name} need not be there` };
  return { nl: `is ${name} er alleen soms`, en: `${name} is there at times` };
};

const countWrong = (
  leaf: Particle,
  { least, most }: Range,
  required: DescriptionRow['required'],
): Wrong | undefined => {
  const upTo = (name: string): Bilingual => ({
    nl: `komt ${name} tot ${times(most).nl} voor`,
    en: `${name} comes up to ${times(most).en}`,
  });
  const atLeast = {
    nl: `het schema eist het ${times(leaf.min).nl}`,
    en: `the schema demands it ${times(leaf.min).en}`,
  };
  if (most > leaf.max) {
    const max = times(leaf.max);
    const schema = { nl: `het schema laat het hooguit ${max.nl} toe`, en: `the schema takes it ${max.en} at most` };
    return { said: upTo, schema };
  }
  if (most < leaf.min) return { said: upTo, schema: atLeast };
  if (required === 'yes' || least === undefined || least >= leaf.min) return undefined;
  const said = (name: string): Bilingual => ({
    nl: `hoeft ${name} er maar ${times(least).nl} te zijn`,
    en: `${name} may be there ${times(least).en}`,
  });
  return { said, schema: atLeast };
};

const times = (count: number): Bilingual => {
  if (count === Infinity) return { nl: 'onbeperkt aantal keren', en: 'any number of times' };
  return count === 1 ? { nl: 'één keer', en: 'once' } : { nl: `${String(count)} keer`, en: `${String(count)} times` };
};

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
  if (use.required && (required === 'no' || required === 'never'))
    throw contradiction(place, absenceText(path.join('/'), required), behind(demanded, use.place));
  const wanted = required === 'yes' && !use.required ? 'required' : required === 'never' ? 'prohibited' : undefined;
  if (wanted === undefined) return element;
  return withGround(withAttribute(element, 'use', wanted), { grounding, row, aspects: 'use prohibited' });
};

/** A sentence with the place that it is of behind it. */
export const behind = ({ nl, en }: Bilingual, place: Place): Bilingual => ({
  nl: `${nl} (${placed(place)})`,
  en: `${en} (${placed(place)})`,
});

/** What description and schema say against each other. */
export const contradiction = (place: Place, said: Bilingual, schema: Bilingual): ContractError =>
  new ContractError(place, {
    nl: `volgens de beschrijving ${said.nl}, en ${schema.nl}; verbeter een van beide`,
    en: `the description says that ${said.en}, and ${schema.en}; correct one of them`,
  });
