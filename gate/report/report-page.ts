import { grounds } from '#contract/grounds/ground';
import type { CheckEnded } from '#evidence/event';
import { requirements } from '#judgement/requirements/registry';
import { breakable, heading, note, paragraph, status } from '#pages/controls';
import { type Content, type Html, markup } from '#pages/markup';
import { writePage } from '#pages/page';
import { type Row, table } from '#pages/table';
import { number } from '#reporters/number';
import { resumedText } from '#reporters/resumed-text';
import { type Language, texts } from '#reporters/texts';
import { judgedPublication } from '../text/judged-publication.ts';
import { levelWords, reportWords, topicWords } from './report-words.ts';
import { type Reported, isOfVendor } from './reported.ts';
import { type TopicCounts, type TypeRow, topicsIn, typeRows } from './type-rows.ts';

/** The test report (toetsverslag) of a run or recording: one page that suffices by itself, without scripts, to be printed and signed. */
export const reportPage = (reported: Reported, language: Language): string => {
  const say = reportWords[language];
  const title = say.title(reported.facts.phase, nameOf(reported, language));
  const content = markup`${paragraph(markup`<strong>${judgedLine(reported, language)}</strong>`)}
${paragraph(standing(reported, language))}
${paragraph(sums(reported, language))}
${remarks(reported, language).map((one) => paragraph(one))}
${heading(say.judgedHeading)}
${about(reported, language)}
${heading(say.types)}
${typeTable(reported, language)}
${heading(say.failedHeading)}
${failures(reported, language)}
${heading(say.openHeading)}
${untested(reported, language)}
${heading(say.groundsHeading)}
${groundTable(reported, language)}
${heading(say.dossiersHeading)}
${dossiers(reported, language)}
${heading(say.repeatHeading)}
${paragraph(say.repeat)}
${note(markup`${say.digest}: <code>${reported.journal}</code>`)}
${heading(say.signHeading)}
${note(say.signNote)}
${signing(language)}`;
  return writePage({ language, title, content }).text;
};

const nameOf = (reported: Reported, language: Language): string | undefined =>
  isOfVendor(reported) ? (reported.system?.vendor ?? reportWords[language].unnamed) : reported.facts.hosts[0];

const judgedLine = (reported: Reported, language: Language): string => {
  const say = reportWords[language];
  const { facts, system, publications = [] } = reported;
  if (facts.phase === 4 && publications.length > 0) return judgedPublication(system?.vendor ?? say.unnamed)[language];
  return isOfVendor(reported) ? say.ofVendor(reported.system?.vendor ?? say.unnamed) : say.ofEndpoint;
};

const standing = ({ contract }: Reported, language: Language): string => {
  const say = reportWords[language];
  if (contract.confirmed) return say.confirmed;
  return contract.takenFrom === undefined ? say.reconstruction : say.takenOver(contract.takenFrom);
};

const isOpen = ({ verdict }: CheckEnded): boolean => ['untested', 'left-out', 'blocked', 'broken'].includes(verdict);

const sums = ({ result }: Reported, language: Language): string => {
  const count = (is: (check: CheckEnded) => boolean): number => result.checks.filter(is).length;
  return reportWords[language].sums({
    passed: count(({ verdict }) => verdict === 'passed'),
    failed: count(({ verdict }) => verdict === 'failed'),
    open: count(isOpen),
  });
};

const remarks = ({ facts }: Reported, language: Language): readonly string[] => {
  const say = reportWords[language];
  const resumed = resumedText(facts.resumed);
  return [
    ...(facts.isRealClock ? [] : [say.notReal]),
    ...(facts.isEnded ? [] : [say.notEnded]),
    ...(resumed === undefined ? [] : [resumed[language]]),
    ...(facts.unprovable > 0 ? [say.unprovable(number(facts.unprovable, language))] : []),
  ];
};

/** Facts as a table of two columns. */
const about = (reported: Reported, language: Language): Html => {
  const { facts, system, contract, at } = reported;
  const say = reportWords[language];
  const rows: readonly (readonly [keyof typeof say.rows, Content | undefined])[] = [
    ['vendor', system?.vendor],
    ['product', system === undefined ? undefined : `${system.product} ${system.version}`],
    ['phase', say.phases[phaseOf(facts.phase)]],
    ['how', say.recordedBy[facts.recordedBy ?? 'run']],
    ['endpoint', endpointOf(reported, language)],
    ['broker', facts.via],
    ['period', periodOf(reported, language)],
    ['publications', publicationsIn(reported, language)],
    ['contract', `${contract.id}, SHA-256 ${contract.digest}`],
    ['certificate', certificates(reported, language)],
    ['suite', facts.suite],
    ['made', momentText(Date.parse(at), language)],
  ];
  return table({
    id: 'about',
    caption: say.captions.about,
    columns: [{ title: '' }, { title: '' }],
    groups: [
      { rows: rows.flatMap(([key, value]) => (value === undefined ? [] : [{ cells: [say.rows[key], value] }])) },
    ],
    narrow: 'stacked',
  });
};

const endpointOf = ({ facts: { hosts, recordedBy } }: Reported, language: Language): string => {
  const say = reportWords[language];
  if (hosts.length > 0) return hosts.join(', ');
  return recordedBy === 'receiver' ? say.ownReceiver : say.unknownEndpoint;
};

const phaseOf = (phase: number): 1 | 2 | 3 | 4 => (phase === 2 || phase === 3 || phase === 4 ? phase : 1);

const certificates = ({ facts }: Reported, language: Language): string => {
  const say = reportWords[language];
  if (facts.certificates.length === 0) return say.noCertificate;
  return facts.certificates
    .map(({ subject, oin, notAfter }) => say.certificate(subject, oin, notAfter.slice(0, 10)))
    .join(' | ');
};

const publicationsIn = ({ publications = [], contract }: Reported, language: Language): string | undefined => {
  if (publications.length === 0) return undefined;
  const labels = new Map(contract.documentTypes.map(({ name, label }) => [name, label]));
  return publications
    .map(({ documentType = '', ...seen }) =>
      reportWords[language].publication({ ...seen, documentType: labels.get(documentType) ?? documentType }),
    )
    .join(' | ');
};

const momentText = (at: number, language: Language): string =>
  new Intl.DateTimeFormat(language === 'nl' ? 'nl-NL' : 'en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Europe/Amsterdam',
  }).format(at);

const periodOf = ({ facts: { first, last } }: Reported, language: Language): string | undefined =>
  first === undefined || last === undefined
    ? undefined
    : `${momentText(first, language)} – ${momentText(last, language)}`;

const typeTable = ({ facts, system, contract }: Reported, language: Language): Html => {
  const say = reportWords[language];
  const rows = typeRows(facts, system?.documentTypes ?? []);
  const shown = topicsIn(rows);
  const labels = new Map(contract.documentTypes.map(({ name, label }) => [name, label]));
  const nameIn = ({ kind, documentType }: TypeRow): Content => {
    if (kind === 'type') return breakable(labels.get(documentType ?? '') ?? documentType ?? '');
    return kind === 'whole' ? say.whole : say.noType;
  };
  const cellsOf = (row: TypeRow): readonly Content[] =>
    row.kind === 'whole' ? ['', '', ''] : [row.received, row.accepted, row.there].map((one) => number(one, language));
  const { type, ...counts } = say.typeColumns;
  return table({
    id: 'types',
    caption: say.captions.types,
    columns: [type, ...Object.values(counts), ...shown.map((topic) => topicWords[topic][language])].map((title) => ({
      title,
    })),
    groups: [
      {
        rows: rows.map((row) => ({
          cells: [nameIn(row), ...cellsOf(row), ...shown.map((topic) => cell(row.topics.get(topic), language))],
        })),
      },
    ],
    narrow: 'stacked',
  });
};

const cell = (counts: TopicCounts | undefined, language: Language): Content => {
  const say = reportWords[language].cell;
  const { passed, failed, open } = counts ?? { passed: 0, failed: 0, open: 0 };
  if (passed + failed + open === 0) return say.none;
  return [
    ...(failed > 0 ? [markup`${status('bad', `${number(failed, language)} ${say.failed}`)}<br>`] : []),
    ...(passed > 0 ? [markup`${number(passed, language)} ${say.passed}<br>`] : []),
    ...(open > 0 ? [markup`${number(open, language)} ${say.open}`] : []),
  ];
};

const sentenceOf = (check: CheckEnded, language: Language): string =>
  requirements.get(check.requirement)?.text[language] ?? check.requirement;

const failures = ({ result, contract }: Reported, language: Language): Html => {
  const say = reportWords[language];
  const failed = result.checks.filter(({ verdict }) => verdict === 'failed');
  if (failed.length === 0) return paragraph(say.noneFailed);
  const labels = new Map(contract.documentTypes.map(({ name, label }) => [name, label]));
  const rows = failed.slice(0, mostRows).map((check): Row => ({
    cells: [
      markup`${sentenceOf(check, language)} <code>${check.requirement}</code>`,
      levelWords[check.level][language],
      breakable(
        [labels.get(check.documentType ?? '') ?? check.documentType, check.constraint].filter(Boolean).join(', ') ||
          say.whole,
      ),
      check.deviation?.actual[language] ?? '',
    ],
  }));
  const written = table({
    id: 'failures',
    caption: say.captions.failures,
    columns: say.failedColumns.map((title, index) => ({ title, kind: index === 0 ? 'room' : undefined })),
    groups: [{ rows }],
    narrow: 'stacked',
  });
  return failed.length <= mostRows
    ? written
    : markup`${written}${note(say.openMore(number(failed.length - mostRows, language)))}`;
};

/** A page of paper holds some forty; whoever wants all has them in the package. */
const mostRows = 100;

const untested = ({ result, facts }: Reported, language: Language): Html => {
  const say = reportWords[language];
  const reasons = Map.groupBy(result.checks.filter(isOpen), ({ requirement, reason }) =>
    JSON.stringify([requirement, reason?.[language] ?? '']),
  );
  const groups = [...reasons.values()];
  const rows = groups.slice(0, mostRows).flatMap(([check, ...more]): readonly Row[] => {
    if (check === undefined) return [];
    const times = more.length === 0 ? '' : ` (${number(more.length + 1, language)}×)`;
    return [{ cells: [`${sentenceOf(check, language)}${times}`, check.reason?.[language] ?? ''] }];
  });
  const toShow = facts.toShow.map(({ documentType, kind, name }) =>
    [documentType, name ?? kind].filter(Boolean).join(' '),
  );
  const declared = toShow.length === 0 ? '' : paragraph(`${say.toShow}${toShow.join('; ')}.`);
  if (rows.length === 0) return markup`${declared}${toShow.length === 0 ? paragraph(say.noneOpen) : ''}`;
  const rest = groups.length - rows.length;
  return markup`${declared}${table({
    id: 'untested',
    caption: say.captions.untested,
    columns: say.openColumns.map((title, index) => ({ title, kind: index === 0 ? 'room' : undefined })),
    groups: [{ rows }],
    narrow: 'stacked',
  })}${rest > 0 ? note(say.openMore(number(rest, language))) : ''}`;
};

const groundTable = ({ result }: Reported, language: Language): Html => {
  const decided = result.checks.filter(({ verdict }) => verdict === 'passed' || verdict === 'failed');
  const rows = grounds.flatMap((ground): readonly Row[] => {
    const count = decided.filter((check) => check.ground === ground).length;
    return count === 0 ? [] : [{ cells: [texts[language].grounds[ground], number(count, language)] }];
  });
  return table({
    id: 'grounds',
    caption: reportWords[language].captions.grounds,
    columns: reportWords[language].groundColumns.map((title) => ({ title })),
    groups: [{ rows }],
    narrow: 'stacked',
  });
};

const dossiers = ({ facts, contract }: Reported, language: Language): Html => {
  const say = reportWords[language];
  const all = facts.acceptedThere;
  if (all.length === 0) return paragraph(say.noDossiers);
  const labels = new Map(contract.documentTypes.map(({ name, label }) => [name, label]));
  const rows = all.slice(0, mostRows).map(({ number: dossier, documentType = '', host }): Row => ({
    cells: [breakable(dossier), labels.get(documentType) ?? documentType, breakable(host)],
  }));
  return markup`${table({
    id: 'dossiers',
    caption: say.captions.dossiers,
    columns: say.dossierColumns.map((title) => ({ title })),
    groups: [{ rows }],
    narrow: 'stacked',
  })}${all.length > mostRows ? note(say.dossiersMore(number(all.length - mostRows, language))) : ''}`;
};

/** Room to write on paper. */
const signing = (language: Language): Html =>
  table({
    id: 'signing',
    caption: reportWords[language].captions.signing,
    columns: [{ title: '' }, { title: '', kind: 'room' }],
    groups: [{ rows: reportWords[language].signRows.map((title) => ({ cells: [title, markup`<br><br>`] })) }],
    narrow: 'stacked',
  });
