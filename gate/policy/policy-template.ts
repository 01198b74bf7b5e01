import { levelOf } from '#contract/grounds/ground';
import { requirements } from '#judgement/requirements/registry';
import { isSeenInRecordings } from '#judgement/requirements/requirement';
import { isShownByDelivery } from '../required/shown-by-delivery.ts';
import { defaultAge } from './defaults.ts';
import { policyColumns } from './policy-row.ts';
import { weights } from './read-policy.ts';
import { weightOfLevel } from './weigh.ts';

/** A policy with the defaults of all requirements, to be filled in: CSV with semicolons, as spreadsheets in Dutch write it. */
export const policyTemplate = (day: string): string =>
  [
    [...policyColumns],
    ['beleid', 'datum', day],
    ['beleid', 'opgesteld door', 'functioneel beheer DROP'],
    ['beleid', 'hoogste ouderdom in dagen', String(defaultAge)],
    ...[...requirements].flatMap(([id, one]) => {
      if (!isSeenInRecordings(one)) return [];
      const level = levelOf(one.ground);
      const weight = weightOfLevel(level === 'MUST' && one.strength !== 'MUST' ? 'SHOULD' : level);
      const said = Object.entries(weights).find(([, each]) => each === weight)?.[0] ?? '';
      return [['eis', id, said, isShownByDelivery(id) ? '1' : '0', '', one.text.nl]];
    }),
  ]
    .map((fields) => `${policyColumns.map((_, index) => field(fields[index] ?? '')).join(';')}\n`)
    .join('');

const field = (text: string): string => (/[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
