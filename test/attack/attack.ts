/** All attacks on the product, bounded in time; writes how many were tried and held to `docs/attacks.md`. */
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { momentOf } from '#cli/run/clock';
import { shortly } from '#contract/texts/visible';
import { formatted } from '../formatted.ts';
import { temporaryFolder } from '../run/three-pas.ts';
import { attempt, type Result, type Topic } from './attempt.ts';
import { project } from './command.ts';
import { topics } from './topics.ts';

const { values } = parseArgs({ options: { only: { type: 'string' } } });

/** Seconds within which any sender is answered, on a machine that does nothing else. */
const patience = 2;

const tell = ({ name, broken, seconds }: Result): void => {
  console.log(
    `${broken === undefined ? 'held   ' : 'BROKEN '} ${seconds.toFixed(1).padStart(5)} s  ${name}${broken === undefined ? '' : `\n         ${broken}`}`,
  );
};

const actAll = async ({ topic, open }: Topic): Promise<readonly Result[]> => {
  console.log(`\n${topic}`);
  const front = await open(mkdtempSync(join(temporaryFolder(), 'attack-')), patience);
  const results: Result[] = [];
  for (const attack of front.attacks) {
    const result = await attempt(attack);
    tell(result);
    results.push(result);
  }
  await front.close();
  return results;
};

const chosen = topics.filter(({ topic }) => values.only === undefined || topic.includes(values.only));
const rows: { readonly topic: string; readonly results: readonly Result[] }[] = [];
for (const one of chosen) rows.push({ topic: one.topic, results: await actAll(one) });

const heldIn = (results: readonly Result[]): number => results.filter(({ broken }) => broken === undefined).length;
const all = rows.flatMap(({ results }) => results);
const { today } = momentOf(undefined);
const file = resolve(import.meta.dirname, '../../docs/attacks.md');
const before = existsSync(file) ? readFileSync(file, 'utf8') : '';

/** One line without the place of this checkout. */
const fit = (text: string): string => shortly(text.replaceAll(project, '.'), 200);

/** The row of a topic, and what got through of it; as they were where the topic was not tried now. */
const partOf = ({ topic }: Topic): { readonly row: string; readonly broken: readonly string[] } => {
  const found = rows.find((one) => one.topic === topic);
  if (found === undefined) {
    const lines = before.split('\n');
    const row = lines.find((line) => line.startsWith(`| ${topic} `)) ?? `| ${topic} | 0 | 0 | never |`;
    return { row, broken: lines.filter((line) => line.startsWith(`- ${topic}: `)) };
  }
  const { results } = found;
  return {
    row: `| ${[topic, results.length, heldIn(results), today].join(' | ')} |`,
    broken: results.flatMap((one) =>
      one.broken === undefined ? [] : [`- ${topic}: ${fit(one.name)}: ${fit(one.broken)}`],
    ),
  };
};

const parts = topics.map(partOf);
const broken = parts.flatMap((part) => part.broken);
const text = `# Attacks

Written by \`npm run attack\` (\`-- --only WORD\` tries the topics with that word alone): attacks on the suite and on its embedded endpoint, each
bounded in time. They stand in \`test/attack/\`; \`npm test\` tries a short slice of them.

| topic | tried | held | on |
| --- | --- | --- | --- |
${parts.map(({ row }) => row).join('\n')}

${broken.length === 0 ? 'Every attack held.' : `Got through:\n\n${broken.join('\n')}`}
`;
console.log(`\n${String(heldIn(all))} of ${String(all.length)} held`);
writeFileSync(file, await formatted(file, text));
process.exitCode = heldIn(all) === all.length ? 0 : 1;
