import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PactInteraction } from '#cli/pact/interactions/interaction';
import { interactionsOf } from '#cli/pact/interactions/interactions';
import { outlineOf } from '#cli/pact/interactions/outline';
import type { PactSetting } from '#cli/pact/write/pact-setting';
import { settingOf } from '#cli/pact/write/setting-of';
import { writePact, type WrittenPact } from '#cli/pact/write/write-pact';
import type { Generation } from '#generators/generation';

/** The pact of a contract as the suite writes it, in a file. */
export interface PactOfContract extends WrittenPact {
  readonly setting: PactSetting;
  readonly interactions: readonly PactInteraction[];
  readonly file: string;
}

/** Writes the pact of a contract to a folder of its own. */
export const pactOfContract = async (given: Generation): Promise<PactOfContract> => {
  const generation = { ...given, runId: 'pact', text: 'plain' } as const;
  const setting = settingOf(generation.contract);
  const interactions = interactionsOf({ generation, headers: [] }, outlineOf(generation.contract));
  const folder = mkdtempSync(join(tmpdir(), 'pact-'));
  const written = await writePact(setting, interactions, folder);
  const file = join(folder, 'pact.json');
  writeFileSync(file, written.text);
  return { ...written, setting, interactions, file };
};
