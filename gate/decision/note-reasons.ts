import type { Bilingual } from '#contract/texts/bilingual';
import { requirements } from '#judgement/requirements/registry';
import { resumedText } from '#reporters/resumed-text';
import type { Waiver } from '../policy/policy.ts';
import { type Reason, reason } from './decision.ts';
import type { JudgedEvidence } from './judged-evidence.ts';

/** What whoever decides should know of evidence, and that decides nothing. */
export const noteReasons = (judged: JudgedEvidence): readonly Reason[] => {
  const { facts, contractDifferences = [], isReportCompared, policy, now } = judged;
  const day = new Date(now).toISOString().slice(0, 10);
  const ended = policy?.read.waivers.filter(({ lastDay }) => lastDay < day) ?? [];
  const texts: readonly (Bilingual | undefined)[] = [
    resumedText(facts.resumed),
    judged.again?.isRecorded === true ? asRecorded : undefined,
    ...contractDifferences,
    isReportCompared === false ? notCompared : undefined,
    ...ended.map(endedText),
  ];
  return texts.flatMap((text) => (text === undefined ? [] : [reason('note', text, { by: 'koop' })]));
};

const asRecorded: Bilingual = {
  nl: 'beslist is op de oordelen zoals die zijn vastgelegd: de berichten opnieuw beoordelen doet alleen het commando 3pas gate, dat daarom het laatste woord heeft',
  en: 'this was decided on the verdicts as they were recorded: only the command 3pas gate judges the messages again, and so has the last word',
};

const notCompared: Bilingual = {
  nl: 'niet nagegaan is of het toetsverslag in het pakket uit het journaal volgt: dat kan alleen het commando, met de versie van 3pas en het contract van het pakket',
  en: 'whether the report in the package follows from its journal was not checked: only the command can, with the version of 3pas and the contract of the package',
};

const endedText = ({ requirement, documentType, owner, lastDay }: Waiver): Bilingual => {
  const { nl, en } = requirements.get(requirement)?.text ?? { nl: requirement, en: requirement };
  const of = documentType === undefined ? '' : ` [${documentType}]`;
  return {
    nl: `de afwijking met akkoord van ${owner} is op ${lastDay} afgelopen, en geldt niet meer${of}: ${nl}`,
    en: `the waiver of ${owner} ended on ${lastDay}, and does not count any more${of}: ${en}`,
  };
};
