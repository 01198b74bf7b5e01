import type { Contract } from '#contract/contract';
import { createDescription } from '#endpoint/server/wsdl';
import { readSchema } from '#xml/schema/read';
import { users } from '../interactions/interaction.ts';
import type { PactSetting } from './pact-setting.ts';

/** What the pact of a contract is written with. */
export const settingOf = (contract: Contract): PactSetting => ({
  contract,
  model: readSchema(contract.files, contract.schemas.message),
  path: createDescription(contract).path,
  consumer: users.known,
});
