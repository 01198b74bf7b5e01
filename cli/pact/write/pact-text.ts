import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PactInteraction } from '../interactions/interaction.ts';
import type { PactSetting } from './pact-setting.ts';

/** The pact of some interactions as text; loads Pact. */
export const pactText = async (setting: PactSetting, interactions: readonly PactInteraction[]): Promise<string> => {
  const { writePact } = await import('./write-pact.ts');
  const scratch = mkdtempSync(join(tmpdir(), '3pas-pact-'));
  try {
    return (await writePact(setting, interactions, scratch)).text;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
};
