import type { RunStarted } from '#evidence/event';

/** The command that repeats a run: at the mock it sends the same bytes, elsewhere the same deliveries under new numbers and dates. */
export const commandAgain = ({ asked, runId, clock, isMock, topics, documentTypes, ...started }: RunStarted): string =>
  [
    asked.by === undefined ? 'npx 3pas run' : commands[asked.by],
    ...caseOf(asked),
    option('profile', asked.profile),
    ...(asked.url === undefined ? [] : [option('url', asked.url)]),
    ...(asked.contract === undefined ? [] : [option('contract', asked.contract)]),
    ...(asked.state === undefined ? [] : [option('state', asked.state)]),
    ...(asked.rules === undefined ? [] : [asked.rules === 'trusted' ? '--trust-rules' : '--no-rules']),
    ...(asked.by !== undefined ? [] : choicesOf(started)),
    ...(isMock && asked.by !== 'replay' ? [option('run-id', runId), option('clock', clock)] : []),
    ...(topics.length === 0 ? [] : [option('topic', topics.join(','))]),
    ...(documentTypes.length === 0 ? [] : [option('document-type', documentTypes.join(','))]),
  ].join(' ');

/** A night has its number of deliveries from that. */
const choicesOf = ({ seed, runs, turn }: Pick<RunStarted, 'seed' | 'runs' | 'turn'>): readonly string[] => [
  option('seed', String(seed)),
  ...(turn === undefined ? [option('runs', String(runs))] : ['--night', option('turn', String(turn))]),
];

const commands = { pact: 'npx 3pas pact verify', replay: 'npx 3pas replay' } as const;

const caseOf = ({ replay }: RunStarted['asked']): readonly string[] => {
  if (replay === undefined) return [];
  const { case: path, finding } = replay;
  return [quoted(path), ...(finding === undefined ? [] : [option('finding', String(finding))])];
};

const option = (name: string, value: string): string => `--${name} ${quoted(value)}`;

/** A word as sh, cmd and PowerShell all take it whole; what no quotes hold in all of them is quoted for sh. */
export const quoted = (word: string): string => {
  if (/^[\w./:+=-][\w./:@%+=-]*$/.test(word)) return word;
  if (word === '' || /["“”„$`%!\p{Cc}]|\\(?:\\|$)/u.test(word)) return `'${word.replaceAll("'", `'\\''`)}'`;
  return `"${word}"`;
};
