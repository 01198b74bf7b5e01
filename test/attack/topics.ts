import { answers } from './answers.ts';
import type { Topic } from './attempt.ts';
import { certificateFiles } from './certificate-files.ts';
import { contractFolders } from './contract-folders.ts';
import { echoes } from './echoes.ts';
import { mockMessages } from './mock-messages.ts';
import { peerTexts } from './peer-texts.ts';
import { productionSlips } from './production.ts';
import { rulesCode } from './rules-code.ts';
import { surroundingAttacks } from './surroundings.ts';
import { wireAttacks } from './wire.ts';

/** Every topic of attacks. */
export const topics: readonly Topic[] = [
  productionSlips,
  rulesCode,
  contractFolders,
  certificateFiles,
  answers,
  peerTexts,
  echoes,
  surroundingAttacks,
  mockMessages,
  wireAttacks,
];
