import type { behaviour } from '../../requirements/behaviour.ts';
import type { AnyStreamJudge } from '../stream-judge.ts';
import {
  mendsAfterRefusal,
  sendsAgainAfterError,
  sendsAgainAfterLostAnswer,
  sendsRefusedOnce,
  spacesRetries,
  waitsAfterRetryAfter,
  waitsForSlowAnswer,
} from './after-failure.ts';
import { stopsAfterRefusedCredentials } from './knocks-less.ts';
import { sendsAcceptedOnce, usesUniqueReferences, waitsForAnswer } from './once-accepted.ts';

/** Behaviour of a vendor's system over several deliveries. */
export const behaviours: Readonly<Record<keyof typeof behaviour, AnyStreamJudge>> = {
  'behaviour.sends-accepted-once': sendsAcceptedOnce,
  'behaviour.waits-for-answer': waitsForAnswer,
  'behaviour.uses-unique-references': usesUniqueReferences,
  'behaviour.sends-again-after-error': sendsAgainAfterError,
  'behaviour.sends-again-after-lost-answer': sendsAgainAfterLostAnswer,
  'behaviour.mends-after-refusal': mendsAfterRefusal,
  'behaviour.sends-refused-once': sendsRefusedOnce,
  'behaviour.waits-after-retry-after': waitsAfterRetryAfter,
  'behaviour.spaces-retries': spacesRetries,
  'behaviour.waits-for-slow-answer': waitsForSlowAnswer,
  'behaviour.stops-after-refused-credentials': stopsAfterRefusedCredentials,
};
