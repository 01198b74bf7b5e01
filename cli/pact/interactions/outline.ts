import type { Contract } from '#contract/contract';
import { pathOf } from '#contract/roles/bindings';

/** What an interaction is about. */
export type InteractionKind =
  | 'alive'
  | 'accepted'
  | 'published'
  | 'prepared'
  | 'schema'
  | 'content'
  | 'rule'
  | 'duplicate'
  | 'credentials';

/** An interaction of which the messages are not made yet. */
export interface Outlined {
  readonly kind: InteractionKind;
  readonly description: string;
  readonly documentType: string | undefined;
  /** Under which its dossier goes, twelve digits: what was delivered before is a duplicate. */
  readonly number: string;
}

/**
 * The interactions that the pact of a contract can have: the connection test; deliveries of each document type, with a medium and
 * without where the contract has media; and one delivery refused for each reason that a message can give.
 */
export const outlineOf = (contract: Contract): readonly Outlined[] =>
  [...aliveIn(contract), ...acceptedIn(contract), ...refusedIn(contract)].map((one, index) => ({
    ...one,
    number: String(index + 1).padStart(12, '0'),
  }));

type Unnumbered = Omit<Outlined, 'number'>;

const aliveIn = ({ service: { alive } }: Contract): readonly Unnumbered[] =>
  alive === undefined
    ? []
    : [{ kind: 'alive', description: `the connection test ${alive.name}`, documentType: undefined }];

const acceptedIn = (contract: Contract): readonly Unnumbered[] =>
  contract.documentTypes.flatMap(({ name: documentType }): readonly Unnumbered[] =>
    pathOf(contract, 'medium') === undefined
      ? [{ kind: 'accepted', description: `${documentType} accepted`, documentType }]
      : [
          {
            kind: 'published',
            description: `${documentType} accepted for publication, with a medium`,
            documentType,
          },
          { kind: 'prepared', description: `${documentType} prepared only, without a medium`, documentType },
        ],
  );

const refusedIn = ({ documentTypes: [type] }: Contract): readonly Unnumbered[] =>
  type === undefined
    ? []
    : (['schema', 'content', 'rule', 'duplicate', 'credentials'] as const).map((kind) => ({
        kind,
        description: `${type.name} refused: ${kind}`,
        documentType: type.name,
      }));
