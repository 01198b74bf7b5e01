import type { Grounding } from './grounds/ground.ts';
import type { Bilingual } from './texts/bilingual.ts';

/** The occasions on which an endpoint refuses, whatever its interface; cases of the interface's own stand beside them. */
export type ErrorCase = 'schema' | 'content' | 'rule' | 'duplicate' | 'credentials' | 'size' | 'internal';

/** Text and standing of an error code that our own endpoint answers with. */
export interface ErrorCode extends Grounding {
  readonly code: string;
  readonly text: Bilingual;
}

/** A case of the interface's own: what goes against one of these constraints has a code of its own. */
export interface OwnError extends ErrorCode {
  readonly name: string;
  /** Ids of constraints with `*` for any text, and `content#zip` for content that can't be read. */
  readonly of: readonly string[];
}

/** The codes that an interface has for what it refuses. */
export interface Errors {
  readonly errorCodes: Readonly<Record<ErrorCase, ErrorCode>>;
  readonly ownErrors: readonly OwnError[];
}

/** Why a delivery is refused: the occasion, and the constraint or the `content#zip` that it goes against. */
interface Reason {
  readonly case: ErrorCase;
  readonly id: string | undefined;
  readonly fault?: string | undefined;
}

/** The code and texts of a reason: those of the interface's own case that names what it goes against, else of its occasion. */
export const errorCodeOf = (contract: Errors, reason: Reason): ErrorCode =>
  ownErrorOf(contract, reason.id) ?? ownErrorOf(contract, reason.fault) ?? contract.errorCodes[reason.case];

/** The first case of the interface's own that names a constraint. */
export const ownErrorOf = ({ ownErrors }: Pick<Errors, 'ownErrors'>, id: string | undefined): OwnError | undefined =>
  id === undefined ? undefined : ownErrors.find(({ of }) => of.some((pattern) => names(pattern, id)));

/** Whether an id with `*` for any text names another. */
export const names = (pattern: string, id: string): boolean =>
  new RegExp(`^${pattern.replace(/[^\w*]/g, '\\$&').replaceAll('*', '.*')}$`, 's').test(id);

/** Every case by its name, those of the interface's own last. */
export const allErrors = ({ errorCodes, ownErrors }: Errors): readonly (readonly [string, ErrorCode])[] => [
  ...Object.entries(errorCodes),
  ...ownErrors.map((one) => [one.name, one] as const),
];

/** Whether a case is about content that can't be read. */
export const isOfContentFault = ({ of }: OwnError): boolean => of.some((pattern) => pattern.startsWith(contentPrefix));

/** What the ids of content faults begin with. */
export const contentPrefix = 'content#';
