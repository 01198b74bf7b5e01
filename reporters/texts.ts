import type { Ground } from '#contract/grounds/ground';
import type { RunStarted } from '#evidence/event';
import { commandAgain, quoted } from './command-again.ts';
import type { Outcome } from './outcome.ts';
import { number } from './number.ts';
import type { Counted } from './tally.ts';

export type Language = 'nl' | 'en';

/** The words of the summary and the reports in one language. */
interface Texts {
  readonly general: string;
  readonly legend: string;
  readonly expected: string;
  readonly actual: string;
  /** Of what stands in a message in place of what is valid. */
  readonly edit: string;
  /** Before the command that sends a failure again. */
  readonly again: string;
  readonly report: string;
  readonly coverage: string;
  readonly out: string;
  /** That some findings are for who mends them only, and the file with those and whom to tell. */
  readonly confidential: (count: number, path: string) => string;
  readonly restsOn: string;
  /** Of a run that has no end. */
  readonly killed: string;
  readonly next: Readonly<Record<Outcome, (out: string) => string>>;
  /** After a run of phase 4 that passes. */
  readonly attest: (out: string) => readonly string[];
  readonly verdicts: Readonly<Record<Counted, (count: number) => string>>;
  readonly grounds: Readonly<Record<Ground, string>>;
  readonly more: (count: number) => string;
  readonly others: (count: number) => string;
  readonly notApplicable: string;
  readonly notTested: string;
  readonly verdictCount: (count: number) => string;
  /** Checks of the plan that do not apply to what came. */
  readonly unfit: (count: number) => string;
  readonly exchanges: (count: number) => string;
  /** That bytes of some exchanges were not kept, with the ids of the first. */
  readonly lacking: (count: number, ids: readonly string[]) => string;
  /** The same of traffic that was imported, where the tool that kept it decides. */
  readonly lackingImported: (count: number, ids: readonly string[]) => string;
  /** The same of exchanges whose bytes are gone or damaged. */
  readonly lost: (count: number, ids: readonly string[]) => string;
  /** That nothing of ours saw the traffic. */
  readonly imported: string;
  readonly changed: (lines: readonly number[], count: number) => string;
  /** That recorded verdicts do not follow from what was recorded, with the first checks. */
  readonly unfounded: (checks: readonly string[], count: number) => string;
  readonly seed: (run: RunStarted) => string;
  /** The next step after a run that was cut off. */
  readonly resume: (out: string) => string;
  /** Before the command that goes on with a recording. */
  readonly goOn: string;
}

const attestCommand = (out: string, [id, name, moment]: readonly [string, string, string]): string =>
  `npx 3pas attest --publication ${id} --seen-by ${name} --seen-at ${moment} --run ${quoted(out)}`;

const listed = (count: number, ids: readonly string[]): string =>
  [...ids, ...(count > ids.length ? ['…'] : [])].join(', ');

const counted = (count: number, one: string, many: string): string => `${String(count)} ${count === 1 ? one : many}`;

const nl: Texts = {
  general: 'algemeen',
  legend:
    '✓ voldoet  ✗ voldoet niet  △ waarschuwing  ○ opmerking  ! fout in de suite  ■ geblokkeerd  ? onbeslist  · niet getoetst  n.v.t. niet van toepassing',
  expected: 'verwacht',
  actual: 'gekregen',
  edit: 'verstuurd',
  again: 'opnieuw sturen',
  report: 'Rapport',
  coverage: 'Dekking',
  out: 'Uitvoer',
  confidential: (count, path) =>
    `${String(count)} ${count === 1 ? 'bevinding is' : 'bevindingen zijn'} vertrouwelijk: ${path} zegt wat er is gezien en aan wie u het meldt`,
  restsOn: 'Waarop de oordelen rusten',
  killed: 'De run is gestopt voor zijn einde: het proces is beëindigd, of de uitvoer kon niet meer worden geschreven.',
  next: {
    passed: () =>
      'Volgende stap: bekijk het rapport, of toets een ander endpoint met --profile (zie npx 3pas profiles).',
    failed: () =>
      'Volgende stap: open het rapport; elke bevinding toont het kleinste tegenvoorbeeld, en hoe u dat opnieuw stuurt.',
    broken: (out) => `Volgende stap: meld de fout, met de map ${out} erbij.`,
    'in-part': () => 'Volgende stap: neem weg wat hierboven staat om ook de rest te toetsen, of bekijk het rapport.',
    unreached: () => 'Volgende stap: kijk met npx 3pas doctor waar het aan ligt.',
    empty: () => 'Volgende stap: neem weg wat hierboven staat, en draai opnieuw.',
    undecided: () => 'Volgende stap: neem de oorzaak hierboven weg en draai opnieuw.',
    'too-little': () => 'Volgende stap: neem weg wat hierboven staat, of laat --require-complete weg.',
    unpermitted: () =>
      'Volgende stap: vraag KOOP om een nieuwe toestemming en zet die in het profiel, of haal toestemming eruit; draai dan opnieuw.',
    incomplete: () => 'Volgende stap: draai opnieuw; wat gedaan is, staat in het rapport.',
    unwritten: (out) =>
      `Volgende stap: neem de oorzaak weg, en maak de rapporten met npx 3pas report ${quoted(out)}, of elders met --out MAP erbij`,
  },
  resume: (out) =>
    `Volgende stap: ga verder met npx 3pas run --resume ${quoted(out)}; wat gedaan is, staat in het rapport.`,
  attest: (out) => [
    'Volgende stap: fase 4 is pas bewezen door de eerste echte kennisgeving uit het eigen systeem. Leg die vast als u haar gepubliceerd ziet:',
    `  ${attestCommand(out, ['gmb-JJJJ-N', 'NAAM', 'MOMENT'])}`,
  ],
  verdicts: {
    passed: () => 'voldoet',
    failed: () => 'voldoet niet',
    warning: (count) => (count === 1 ? 'waarschuwing' : 'waarschuwingen'),
    remark: (count) => (count === 1 ? 'opmerking' : 'opmerkingen'),
    broken: () => 'fout in de suite',
    blocked: () => 'geblokkeerd',
    'not-applicable': () => 'niet van toepassing',
    'left-out': () => 'niet getoetst',
    untested: () => 'onbeslist',
  },
  grounds: {
    confirmed: 'bevestigd door KOOP',
    public: 'openbare bron',
    'taken-over': 'overgenomen, niet door KOOP bevestigd',
    observed: 'gezien in publicaties',
    inferred: 'afgeleid',
    assumed: 'aanname (door niemand bevestigd)',
  },
  more: (count) => `… en nog ${String(count)}; zie het rapport.`,
  others: (count) => (count === 1 ? ' en nog een' : ` en ${String(count)} andere`),
  notApplicable: 'n.v.t.',
  notTested: 'niet getoetst',
  verdictCount: (count) => `${number(count, 'nl')} ${count === 1 ? 'controle' : 'controles'}`,
  unfit: (count) => `${number(count, 'nl')} ${count === 1 ? 'bleek' : 'bleken'} niet van toepassing`,
  exchanges: (count) => `${number(count, 'nl')} ${count === 1 ? 'uitwisseling' : 'uitwisselingen'}`,
  changed: (lines, count) =>
    `journal.ndjson is beschadigd: ${String(count)} ${count === 1 ? 'regel is' : 'regels zijn'} niet te lezen als gebeurtenis van een run, of ${count === 1 ? 'sluit' : 'sluiten'} niet aan op de regel ervoor (${lines.join(', ')}); uit deze run volgt geen oordeel, en wat wel leesbaar is, staat in de rapporten`,
  unfounded: (checks, count) =>
    `journal.ndjson is gewijzigd: ${counted(count, 'vastgelegd oordeel volgt', 'vastgelegde oordelen volgen')} niet uit de gevallen die erbij staan (${listed(count, checks)}); uit deze run volgt geen oordeel`,
  lacking: (count, ids) =>
    `Van ${counted(count, 'uitwisseling', 'uitwisselingen')} zijn niet alle bytes bewaard (hoogstens 1 MiB per uitwisseling en 256 MiB per run): ${listed(count, ids)}; zie run.json.`,
  lackingImported: (count, ids) =>
    `Van ${counted(count, 'uitwisseling', 'uitwisselingen')} heeft de tool die ze vastlegde niet alle bytes bewaard: ${listed(count, ids)}; zie run.json.`,
  imported:
    'Dit verkeer heeft het systeem zelf vastgelegd (3pas import): dat het volledig en ongewijzigd is, blijkt nergens uit.',
  lost: (count, ids) =>
    `Van ${counted(count, 'uitwisseling', 'uitwisselingen')} ontbreken bewaarde bytes of zijn ze beschadigd (map exchanges): ${listed(count, ids)}; zie run.json.`,
  seed: (run) =>
    `${run.asked.by !== undefined ? 'Herhaal' : `Seed ${String(run.seed)}; herhaal`} met: ${commandAgain(run)}`,
  goOn: 'Ga verder met',
};

const en: Texts = {
  general: 'general',
  legend:
    '✓ passed  ✗ failed  △ warning  ○ remark  ! bug in the suite  ■ blocked  ? undecided  · not tested  n/a not applicable',
  expected: 'expected',
  actual: 'got',
  edit: 'sent',
  again: 'send again',
  report: 'Report',
  coverage: 'Coverage',
  out: 'Output',
  confidential: (count, path) =>
    `${String(count)} ${count === 1 ? 'finding is' : 'findings are'} confidential: ${path} has what was seen and whom to tell`,
  restsOn: 'Verdicts rest on',
  killed: 'The run stopped before its end: its process was killed, or its output could not be written any more.',
  next: {
    passed: () => 'Next: look at the report, or try another endpoint with --profile (see npx 3pas profiles).',
    failed: () => 'Next: open the report; each finding shows the smallest counterexample, and how to send it again.',
    broken: (out) => `Next: report the bug, and add the folder ${out}.`,
    'in-part': () => 'Next: take away what stands above to have the rest tested too, or look at the report.',
    unreached: () => 'Next: see with npx 3pas doctor what the cause is.',
    empty: () => 'Next: take away what stands above, and run again.',
    undecided: () => 'Next: take the cause above away and run again.',
    'too-little': () => 'Next: take away what stands above, or leave --require-complete out.',
    unpermitted: () =>
      'Next: ask KOOP for a new permission and put it in the profile, or take toestemming out; then run again.',
    incomplete: () => 'Next: run again; what was done is in the report.',
    unwritten: (out) =>
      `Next: take the cause away, and make the reports with npx 3pas report ${quoted(out)}, or elsewhere with --out FOLDER`,
  },
  resume: (out) => `Next: go on with npx 3pas run --resume ${quoted(out)}; what was done is in the report.`,
  attest: (out) => [
    'Next: the proof of phase 4 is the first real notice from your own system. Record it once you see it published:',
    `  ${attestCommand(out, ['gmb-YYYY-N', 'NAME', 'MOMENT'])}`,
  ],
  verdicts: {
    passed: () => 'passed',
    failed: () => 'failed',
    warning: (count) => (count === 1 ? 'warning' : 'warnings'),
    remark: (count) => (count === 1 ? 'remark' : 'remarks'),
    broken: () => 'bug in the suite',
    blocked: () => 'blocked',
    'not-applicable': () => 'not applicable',
    'left-out': () => 'not tested',
    untested: () => 'undecided',
  },
  grounds: {
    confirmed: 'confirmed by KOOP',
    public: 'a public source',
    'taken-over': 'taken over, not confirmed by KOOP',
    observed: 'seen in publications',
    inferred: 'inferred',
    assumed: 'an assumption (confirmed by nobody)',
  },
  more: (count) => `… and ${String(count)} more; see the report.`,
  others: (count) => (count === 1 ? ' and another' : ` and ${String(count)} others`),
  notApplicable: 'n/a',
  notTested: 'not tested',
  verdictCount: (count) => `${number(count, 'en')} ${count === 1 ? 'check' : 'checks'}`,
  unfit: (count) => `${number(count, 'en')} turned out not to apply`,
  exchanges: (count) => `${number(count, 'en')} ${count === 1 ? 'exchange' : 'exchanges'}`,
  changed: (lines, count) =>
    `journal.ndjson is damaged: ${String(count)} ${count === 1 ? 'line' : 'lines'} can't be read as an event of a run, or ${count === 1 ? 'does' : 'do'} not follow the line before (${lines.join(', ')}); no verdict follows from this run, and what can be read is in the reports`,
  unfounded: (checks, count) =>
    `journal.ndjson was changed: ${counted(count, 'recorded verdict does', 'recorded verdicts do')} not follow from the cases beside them (${listed(count, checks)}); no verdict follows from this run`,
  lacking: (count, ids) =>
    `Not all bytes of ${counted(count, 'exchange', 'exchanges')} were kept (at most 1 MiB of an exchange and 256 MiB of a run): ${listed(count, ids)}; see run.json.`,
  lackingImported: (count, ids) =>
    `The tool that kept ${counted(count, 'exchange', 'exchanges')} did not keep all bytes: ${listed(count, ids)}; see run.json.`,
  imported: 'The system recorded this traffic itself (3pas import): nothing shows that it is whole and unaltered.',
  lost: (count, ids) =>
    `Bytes that were kept of ${counted(count, 'exchange', 'exchanges')} are gone or damaged (folder exchanges): ${listed(count, ids)}; see run.json.`,
  seed: (run) =>
    `${run.asked.by !== undefined ? 'Repeat' : `Seed ${String(run.seed)}; repeat`} with: ${commandAgain(run)}`,
  goOn: 'Go on with',
};

export const texts: Readonly<Record<Language, Texts>> = { nl, en };
