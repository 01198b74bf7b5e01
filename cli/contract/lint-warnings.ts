import type { Contract } from '#contract/contract';
import { descriptionFile } from '#contract/folder/folder';
import { deniedIn } from '#contract/init/denied-uses';
import { laxRolesIn } from '#generators/lax-roles';
import { unfitListsIn } from '#generators/unfit-lists';
import { unmarkedIn } from '#generators/unmarked';
import { unmindedIn } from '#generators/unminded';
import { createWorkshop } from '#generators/workshop';
import type { Language } from '#reporters/texts';
import type { Place } from '#xml/place';
import { inDutch } from '../dutch/in-dutch.ts';
import { momentOf } from '../run/clock.ts';
import { tellAside } from '../tell.ts';
import { claimIn } from './claim-in.ts';
import { oldTablesIn } from './old-tables.ts';

/** A sentence as it is told. */
export const ended = (sentence: string): string => (sentence.endsWith('?') ? sentence : `${sentence}.`);

type Say = (place: Place, sentence: string) => void;

const sayIn =
  (language: Language): Say =>
  ({ file, line }, sentence) => {
    const kind = { nl: 'waarschuwing', en: 'warning' }[language];
    const said = language === 'nl' ? inDutch(sentence) : sentence;
    tellAside(`${file}:${String(line)}: ${kind}: ${ended(said)}\n`);
  };

/** Warns of what is open in a folder, and of old tables. */
export const warnOfOpen = ({ open, tables }: Pick<Contract, 'open' | 'tables'>, language: Language): void => {
  const say = sayIn(language);
  for (const { place, about, question } of open) say(place, `open: ${about}: ${question.replace(/\.$/, '')}`);
  for (const { place, sentence } of oldTablesIn({ tables }, momentOf(undefined).today)) say(place, sentence);
};

/** Warns of what can be used, and tests less than it could. */
export const warnOfWeak = (contract: Contract, language: Language): void => {
  const say = sayIn(language);
  const claim = claimIn(contract);
  if (claim !== undefined) say({ file: descriptionFile, line: 1 }, claim[language]);
  const workshop = createWorkshop(contract);
  for (const { place, sentence } of unmindedIn(contract, workshop, { authorities: [], media: [] }))
    say(place, `${sentence}. Until then nothing is delivered to another machine`);
  for (const { place, text } of unmarkedIn(contract)) say(place, text[language]);
  for (const { place, sentence } of [
    ...laxRolesIn(contract, workshop),
    ...unfitListsIn(contract, workshop, momentOf(undefined).today),
    ...deniedIn(contract, workshop.modelOf(contract.schemas.message)),
  ])
    say(place, sentence);
};
