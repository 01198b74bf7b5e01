import type fc from 'fast-check';
import type { ElementDeclaration, SchemaModel } from '#xml/schema/model';
import type { XmlElement } from '#xml/tree';
import type { SchemaOptions } from './options.ts';
import type { Foundation } from './shared.ts';

/** What the parts of a document are made with. */
export interface MakingOptions extends SchemaOptions {
  /** Whether a choice takes other branches too where one is asked for, since that one may refer to them. */
  readonly isLoose?: boolean;
}

/** The state that the makers of the parts of a document share. */
export interface Making extends Foundation {
  readonly model: SchemaModel;
  /** Ids of the elements that the fields of keys lead to, whose text is the value. */
  readonly textFields: ReadonlySet<string>;
  readonly options: MakingOptions & Required<Pick<SchemaOptions, 'maxDepth' | 'maxRepeat'>>;
  /** How often optional content comes, beside its usual share; less than 1 where documents would be too large. */
  readonly share: number;
  /** An element for a declaration, at a depth of recursive types. */
  readonly element: (declaration: ElementDeclaration, depth: number) => fc.Arbitrary<XmlElement>;
}

/** Past the depth of the options only what must be there is made. */
export const isMinimal = ({ options }: Making, depth: number): boolean => depth > options.maxDepth;

/** Tells whether an optional component is asked for. */
export const isPresent = ({ options }: Making, ...ids: readonly string[]): boolean =>
  ids.some((id) => options.present?.has(id) === true);

/** Tells whether something else than the type of an element says what it holds. */
export const isGiven = ({ options }: Making, id: string): boolean =>
  options.overrides?.has(id) === true || options.filled?.has(id) === true;

/** Tells whether an optional component is unwanted. */
export const isAbsent = ({ options }: Making, ...ids: readonly string[]): boolean =>
  ids.some((id) => options.absent?.has(id) === true);
