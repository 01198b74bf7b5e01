import type { Bilingual } from '#contract/texts/bilingual';
import type { Ending } from '#evidence/ending';
import { type Change, type Difference, isWorse } from '../change.ts';
import type { Finding } from '../memory.ts';
import { checksOf } from '../places.ts';
import { dayOf } from './moment.ts';
import { outcomeText } from './outcome-text.ts';

/** Most names in one line. */
const named = 3;

/** A line for people on a change. */
export const changeText = (change: Change): Bilingual => {
  if (change.kind === 'spread') return spread(change.finding, change.checks);
  if ('finding' in change) return ofFinding(change.kind, change.finding);
  if (change.kind === 'silent') return silent(change);
  if ('remedy' in change) return outOfScope(change);
  if (change.kind === 'alike') return alike(change.findings);
  if (change.kind === 'cut') return cut(change);
  if ('reason' in change) return open(change.kind, change.pairs, change.reason);
  return circumstanceText(change);
};

type Circumstance = Exclude<
  Change,
  { readonly kind: 'alike' | 'cut' } | { readonly finding: Finding } | { readonly reason: Bilingual | undefined }
>;

const circumstanceText = (change: Circumstance): Bilingual => {
  switch (change.kind) {
    case 'first':
      return first(change.findings);
    case 'wider':
    case 'decided':
      return anew(change);
    case 'gone':
      return gone(change);
    case 'less':
    case 'more':
      return permitted(change.kind, change.permissions);
    case 'slow':
      return slower(change);
    case 'missed':
      return missed(change.nights, dayOf(change.since));
    case 'suite':
      return suite(change);
    case 'unequal':
      return unequalText(change.differences);
    case 'sign':
      return sign(change);
  }
};

const anew = ({ kind, pairs }: Extract<Change, { kind: 'wider' | 'decided' }>): Bilingual =>
  kind === 'wider'
    ? { nl: `weer getoetst: ${list(pairs, 'nl')}`, en: `tested again: ${list(pairs, 'en')}` }
    : { nl: `weer beslist: ${list(pairs, 'nl')}`, en: `decided again: ${list(pairs, 'en')}` };

const cut = ({ checks, requests, perDay }: Extract<Change, { kind: 'cut' }>): Bilingual => {
  const [left, all] = [String(requests), String(perDay)];
  return {
    nl: `ingekort: ${String(checks)} ${checks === 1 ? 'controle' : 'controles'} van deze nacht ${checks === 1 ? 'paste' : 'pasten'} niet in de ${left} van de ${all} verzoeken (limits.perDay) die na ander gebruik van het account over waren; hetzelfde deel komt nog eens aan de beurt`,
    en: `cut short: ${String(checks)} ${checks === 1 ? 'check' : 'checks'} of this night did not fit the ${left} of ${all} requests (limits.perDay) that were left after other use of the account; the same part has its turn again`,
  };
};

const slower = ({ before, now, on }: Extract<Change, { kind: 'slow' }>): Bilingual => {
  const [type, median, count, was] = [now.documentType, now.median, now.exchanges, before.median].map(String);
  return {
    nl: `trager: ${type ?? ''}, mediaan ${median ?? ''} ms over ${count ?? ''} uitwisselingen (was ${was ?? ''} ms${on === undefined ? '' : ` op ${dayOf(on)}`})`,
    en: `slower: ${type ?? ''}, median ${median ?? ''} ms over ${count ?? ''} exchanges (was ${was ?? ''} ms${on === undefined ? '' : ` on ${dayOf(on)}`})`,
  };
};

const suite = ({ before, now }: Extract<Change, { kind: 'suite' }>): Bilingual => ({
  nl: `3pas zelf is veranderd: versie ${before} werd ${now}`,
  en: `3pas itself changed: from version ${before} to ${now}`,
});

const missed = (nights: number, since: string): Bilingual => ({
  nl: `${nights === 1 ? 'er ontbreekt een nacht' : `er ontbreken ${String(nights)} nachten`} sinds ${since}`,
  en: `${nights === 1 ? 'a night is' : `${String(nights)} nights are`} missing since ${since}`,
});

const first = (findings: number): Bilingual => ({
  nl: `eerste nacht: er is nog niets om mee te vergelijken; ${findings === 0 ? 'er zijn geen bevindingen' : `${String(findings)} ${findings === 1 ? 'bevinding is' : 'bevindingen zijn'} voortaan bekend`}`,
  en: `first night: there is nothing to compare with yet; ${findings === 0 ? 'there are no findings' : `${String(findings)} ${findings === 1 ? 'finding is' : 'findings are'} known from here on`}`,
});

type FindingChange = Extract<Change, { readonly finding: Finding }>['kind'];

const beginnings: Readonly<Record<FindingChange, Bilingual>> = {
  new: { nl: 'nieuw', en: 'new' },
  back: { nl: 'terug', en: 'back' },
  steady: { nl: 'niet meer wisselend maar elke nacht', en: 'not intermittent any more but every night' },
  ended: { nl: 'opgelost, het tegenvoorbeeld voldoet nu', en: 'solved, its counterexample passes' },
  unseen: {
    nl: 'niet meer gezien (het tegenvoorbeeld is niet opnieuw geprobeerd)',
    en: 'not seen again (its counterexample was not tried again)',
  },
  varying: { nl: 'wisselend, niet elke nacht te zien', en: 'intermittent, not seen every night' },
  spread: { nl: 'ook op andere plaatsen', en: 'in other places too' },
  moving: { nl: 'wisselend van plaats', en: 'intermittent, in changing places' },
  forgotten: {
    nl: 'vergeten, want een jaar lang toetste geen nacht dit',
    en: 'forgotten, as no night tested it for a year',
  },
};

const ofFinding = (kind: FindingChange, finding: Finding): Bilingual => ({
  nl: `${beginnings[kind].nl}: ${findingText(finding).nl}`,
  en: `${beginnings[kind].en}: ${findingText(finding).en}`,
});

const alike = (findings: readonly Finding[]): Bilingual => {
  const said = findings.map(({ cause: { requirement, constraint } }) =>
    constraint === undefined ? requirement : `${requirement} ${constraint}`,
  );
  return {
    nl: `ook één keer aangenomen wat geweigerd moet worden, zoals andere berichten die dat soms zijn: ${list(said, 'nl')}`,
    en: `accepted once as well what is to be refused, like other messages that now and then are: ${list(said, 'en')}`,
  };
};

const levels: Readonly<Record<Finding['level'], Bilingual>> = {
  MUST: { nl: '', en: '' },
  SHOULD: { nl: ' (waarschuwing)', en: ' (warning)' },
  REPORT: { nl: ' (opmerking)', en: ' (remark)' },
};

const answers: Readonly<Record<keyof Bilingual, (kind: string) => string>> = {
  nl: (kind) => `antwoord ${kind.replaceAll(/(?<=^|, )[a-z-]+/g, (word) => inDutch.get(word) ?? word)}`,
  en: (kind) => `answer ${kind}`,
};

/** Kinds of answer; a Fault is one in Dutch too. */
const inDutch: ReadonlyMap<string, string> = new Map([
  ['accepted', 'aangenomen'],
  ['http-error', 'HTTP-fout'],
  ['none', 'geen'],
  ['timeout', 'niet op tijd'],
  ['unexpected', 'onverwacht'],
]);

/** A cause with the document types that show it. */
export const findingText = ({ cause: { requirement, constraint, kind }, level, places }: Finding): Bilingual => {
  const types = [...new Set(checksOf({ places }).flatMap((check) => check.split('/', 2)[1] ?? []))];
  const said = (language: keyof Bilingual): string =>
    [
      requirement,
      ...(constraint === undefined ? [] : [constraint]),
      ...(types.length === 0 ? [] : [list(types, language)]),
      ...(kind === '' ? [] : [answers[language](kind)]),
    ].join(', ') + levels[level][language];
  return { nl: said('nl'), en: said('en') };
};

const spread = (finding: Finding, checks: readonly string[]): Bilingual => ({
  nl: `${ofFinding('spread', finding).nl}; erbij: ${list(checks, 'nl')}`,
  en: `${ofFinding('spread', finding).en}; added: ${list(checks, 'en')}`,
});

const because = (reason: Bilingual | undefined, language: keyof Bilingual): string =>
  reason === undefined ? '' : ` (${reason[language]})`;

const silent = ({ nights, reason }: Extract<Change, { kind: 'silent' }>): Bilingual => ({
  nl: `derde nacht zonder oordeel van de laatste ${String(nights)}${because(reason, 'nl')}`,
  en: `third night without a verdict of the last ${String(nights)}${because(reason, 'en')}`,
});

const outOfScope = (change: Extract<Change, { kind: 'narrower' | 'hidden' }>): Bilingual => {
  const { reason, remedy } = change;
  const said = (language: keyof Bilingual, known: string): string =>
    change.kind === 'narrower'
      ? list(change.pairs, language)
      : `${known}${list(
          change.findings.map((one) => findingText(one)[language]),
          language,
          '; ',
        )}`;
  return {
    nl: `wordt niet meer getoetst: ${said('nl', 'wat bekend is: ')} (${reason.nl}; ${remedy.nl})`,
    en: `is not tested any more: ${said('en', 'what is known: ')} (${reason.en}; ${remedy.en})`,
  };
};

const gone = ({ requirements, findings }: Extract<Change, { kind: 'gone' }>): Bilingual => ({
  nl: `deze versie van 3pas heeft niet meer: ${list(requirements, 'nl')}${findings === 0 ? '' : `; ${findings === 1 ? 'de bevinding' : `de ${String(findings)} bevindingen`} daarop ${findings === 1 ? 'vervalt' : 'vervallen'}`}`,
  en: `this version of 3pas has no longer: ${list(requirements, 'en')}${findings === 0 ? '' : `; ${findings === 1 ? 'the finding' : `the ${String(findings)} findings`} on that ${findings === 1 ? 'lapses' : 'lapse'}`}`,
});

const open = (kind: 'stuck' | 'undecided', pairs: readonly string[], reason: Bilingual | undefined): Bilingual => {
  const begin =
    kind === 'stuck'
      ? { nl: 'derde nacht onbeslist van de laatste zeven', en: 'undecided on a third of the last seven nights' }
      : { nl: 'onbeslist', en: 'undecided' };
  return {
    nl: `${begin.nl}: ${list(pairs, 'nl')}${because(reason, 'nl')}`,
    en: `${begin.en}: ${list(pairs, 'en')}${because(reason, 'en')}`,
  };
};

const permitted = (kind: 'less' | 'more', permissions: readonly string[]): Bilingual => {
  const said = permissions.join(', ');
  return kind === 'less'
    ? {
        nl: `de toestemming dekt niet meer: ${said}; dat wordt niet meer getoetst`,
        en: `the permission covers no longer: ${said}; that is not tested any more`,
      }
    : { nl: `de toestemming dekt ook: ${said}`, en: `the permission covers as well: ${said}` };
};

/** In what two nights were about something else. */
export const unequalText = (differences: readonly Difference[]): Bilingual => {
  const begin = beginningOf(differences);
  const said = (language: keyof Bilingual): string =>
    differences
      .map(({ key, before, now }) => `${keys[key][language]} ${before || all[language]} → ${now || all[language]}`)
      .join('; ');
  return { nl: `${begin.nl}: ${said('nl')}`, en: `${begin.en}: ${said('en')}` };
};

/** A contract or an endpoint that is another one is no scope. */
const beginningOf = (differences: readonly Difference[]): Bilingual => {
  const [only, ...others] = differences.map(({ key }) => key);
  if (others.length > 0) return { nl: 'niet over hetzelfde', en: 'not about the same' };
  if (only === 'contract') return { nl: 'het contract is veranderd', en: 'the contract changed' };
  if (only === 'target') return { nl: 'een ander endpoint', en: 'another endpoint' };
  return { nl: 'andere omvang', en: 'another scope' };
};

const all: Bilingual = { nl: 'alle', en: 'all' };

const keys: Readonly<Record<Difference['key'], Bilingual>> = {
  profile: { nl: 'profiel', en: 'profile' },
  target: { nl: 'endpoint', en: 'endpoint' },
  phase: { nl: 'fase', en: 'phase' },
  contract: { nl: 'contract (digest)', en: 'contract (digest)' },
  topics: { nl: '--topic', en: '--topic' },
  documentTypes: { nl: '--document-type', en: '--document-type' },
  runs: { nl: '--runs', en: '--runs' },
  isPart: { nl: '--night', en: '--night' },
};

const sign = ({ lastVerdict, nights, since }: Extract<Change, { kind: 'sign' }>): Bilingual => ({
  nl: `teken van leven: ${lastVerdict === undefined ? 'er is nog geen oordeel geweest' : `het laatste oordeel is van ${dayOf(lastVerdict.at)} (${outcomeText[lastVerdict.outcome].nl})`}; ${String(nights)} nachten sinds ${dayOf(since)}`,
  en: `sign of life: ${lastVerdict === undefined ? 'there has been no verdict yet' : `the last verdict is of ${dayOf(lastVerdict.at)} (${outcomeText[lastVerdict.outcome].en})`}; ${String(nights)} nights since ${dayOf(since)}`,
});

const list = (names: readonly string[], language: keyof Bilingual, between = ', '): string => {
  const more = names.length - named;
  const rest = language === 'nl' ? `en nog ${String(more)}` : `and ${String(more)} more`;
  return [names.slice(0, named).join(between), ...(more > 0 ? [rest] : [])].join(' ');
};

/** That something ends soon, or has ended on the day of a night. */
export const endingText = ({ kind, name, until }: Ending, day: string): Bilingual => {
  const isOver = until < day;
  return {
    nl: `${endings[kind].nl} ${name}: ${isOver ? 'verlopen op' : 'geldt tot en met'} ${until}`,
    en: `${endings[kind].en} ${name}: ${isOver ? 'ended on' : 'holds until'} ${until}`,
  };
};

const endings: Readonly<Record<Ending['kind'], Bilingual>> = {
  permission: { nl: 'toestemming van', en: 'permission by' },
  certificate: { nl: 'certificaat', en: 'certificate' },
  values: { nl: 'waarden in', en: 'values in' },
  list: { nl: 'waardelijst die dan een jaar oud is,', en: 'value list that is a year old then,' },
  calendar: { nl: 'kalender', en: 'calendar' },
};

/** The mark before a line: an alarm, or what is only told. */
export const markOf = (change: Change): string => (isWorse(change) ? '✗' : '·');
