import type { Language } from '#pages/page';
import type { Finding, Mark, Telling } from '../memory.ts';

/** The words of the page of nights. */
export interface PageWords {
  readonly title: (profile: string) => string;
  readonly told: string;
  readonly plot: string;
  readonly plotText: string;
  readonly nights: string;
  readonly night: string;
  readonly outcome: string;
  readonly compared: string;
  readonly cells: string;
  readonly cellsText: string;
  readonly topic: string;
  readonly general: string;
  readonly times: string;
  readonly documentType: string;
  readonly findings: string;
  readonly noFindings: string;
  readonly finding: string;
  readonly standing: string;
  readonly since: string;
  readonly seen: string;
  readonly example: string;
  readonly ends: string;
  readonly marks: Readonly<Record<Mark | 'none', string>>;
  readonly tellings: Readonly<Record<Telling, string>>;
  readonly statuses: Readonly<Record<Finding['status'], string>>;
}

/** By language. */
export const pageWords: Readonly<Record<Language, PageWords>> = {
  nl: {
    title: (profile) => `Nachten van ${profile}`,
    told: 'Deze nacht',
    plot: 'Controles die niet in orde waren, per nacht',
    plotText:
      'Dicht: voldoet niet. Open: onbeslist. ✗ boven een nacht: verslechterd. De hoogte is logaritmisch; de aantallen staan erboven en in de tabel hieronder.',
    nights: 'Aantallen per nacht',
    night: 'nacht',
    outcome: 'uitkomst',
    compared: 'vergeleken met de nachten ervoor',
    cells: 'Per documenttype en onderwerp',
    cellsText:
      '✓ voldoet, ✗ voldoet niet, ? onbeslist, · niet getoetst: het slechtste van die nacht. De laatste nacht staat vooraan.',
    topic: 'onderwerp',
    general: 'algemeen',
    times: 'Mediaan van de antwoordtijd, in milliseconden',
    documentType: 'documenttype',
    findings: 'Bekende bevindingen',
    noFindings: 'Er zijn geen bekende bevindingen.',
    finding: 'bevinding',
    standing: 'stand',
    since: 'sinds',
    seen: 'gezien in nachten',
    example: 'laatste voorbeeld: run',
    ends: 'Loopt af binnen dertig dagen',
    marks: { failed: 'voldoet niet', undecided: 'onbeslist', passed: 'voldoet', none: 'niet getoetst' },
    tellings: {
      first: 'eerste nacht',
      unchanged: 'onveranderd',
      changed: 'veranderd, niet verslechterd',
      worse: 'verslechterd',
    },
    statuses: { open: 'open', unseen: 'niet meer gezien', varying: 'wisselend', ended: 'opgelost' },
  },
  en: {
    title: (profile) => `Nights of ${profile}`,
    told: 'This night',
    plot: 'Checks that were not in order, by night',
    plotText:
      'Filled: failed. Hollow: undecided. ✗ above a night: changed for the worse. Heights are logarithmic; the counts stand above them and in the table below.',
    nights: 'Counts by night',
    night: 'night',
    outcome: 'outcome',
    compared: 'compared with the nights before',
    cells: 'By document type and topic',
    cellsText: '✓ passed, ✗ failed, ? undecided, · not tested: the worst of that night. The last night comes first.',
    topic: 'topic',
    general: 'general',
    times: 'Median time of answers, in milliseconds',
    documentType: 'document type',
    findings: 'Known findings',
    noFindings: 'There are no known findings.',
    finding: 'finding',
    standing: 'standing',
    since: 'since',
    seen: 'seen in nights',
    example: 'last example: run',
    ends: 'Ends within thirty days',
    marks: { failed: 'failed', undecided: 'undecided', passed: 'passed', none: 'not tested' },
    tellings: {
      first: 'first night',
      unchanged: 'unchanged',
      changed: 'changed, not worse',
      worse: 'changed for the worse',
    },
    statuses: { open: 'open', unseen: 'not seen again', varying: 'intermittent', ended: 'solved' },
  },
};
