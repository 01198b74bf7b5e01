import type { Contract } from '#contract/contract';
import type { SchemaModel } from '#xml/schema/model';

/** What a pact is written with. */
export interface PactSetting {
  readonly contract: Contract;
  readonly model: SchemaModel;
  /** Of the service on its host. */
  readonly path: string;
  /** Who asks. */
  readonly consumer: string;
}

/** The name of the service in a pact; it becomes part of the name of a file. */
export const providerOf = ({ id }: Contract): string => `drop-3pas-${id.replace(/[^\w.-]+/g, '-')}`;

/** What Pact calls the file. */
export const nameOf = ({ contract, consumer }: Pick<PactSetting, 'contract' | 'consumer'>): string =>
  `${consumer}-${providerOf(contract)}.json`;
