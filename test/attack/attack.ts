/** All attacks on the product, bounded in time; writes how many were tried and held to `docs/attacks.md`. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { momentOf } from '#cli/run/clock';
import { temporaryFolder } from '../run/three-pas.ts';
import { attempt, type Result, type Topic } from './attempt.ts';
import { topics } from './topics.ts';

const { values } = parseArgs({ options: { only: { type: 'string' } } });

const tell = ({ name, broken, seconds }: Result): void => {
  console.log(
    `${broken === undefined ? 'held   ' : 'BROKEN '} ${seconds.toFixed(1).padStart(5)} s  ${name}${broken === undefined ? '' : `\n         ${broken}`}`,
  );
};

const actAll = async ({ topic, open }: Topic): Promise<readonly Result[]> => {
  console.log(`\n${topic}`);
  const front = await open(mkdtempSync(join(temporaryFolder(), 'attack-')));
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

const held = (results: readonly Result[]): number => results.filter(({ broken }) => broken === undefined).length;
const all = rows.flatMap(({ results }) => results);
const broken = rows.flatMap(({ topic, results }) =>
  results.flatMap((one) => (one.broken === undefined ? [] : [`- ${topic}: ${one.name}: ${one.broken}`])),
);
const { today } = momentOf(undefined);
const text = `# Attacks

Written by \`npm run attack\` on ${today}, Node ${process.versions.node}: attacks on the suite and on its embedded endpoint, each bounded in time.
The attacks themselves stand in \`test/attack/\`; \`npm test\` tries a short slice of them.

| topic | tried | held |
| --- | --- | --- |
${rows.map(({ topic, results }) => `| ${[topic, results.length, held(results)].join(' | ')} |`).join('\n')}
| **all** | **${String(all.length)}** | **${String(held(all))}** |

${broken.length === 0 ? 'Every attack held.' : `Got through:\n\n${broken.join('\n')}`}
`;
console.log(`\n${String(held(all))} of ${String(all.length)} held`);
if (values.only === undefined) {
  const file = resolve(import.meta.dirname, '../../docs/attacks.md');
  writeFileSync(file, await format(text, { ...(await resolveConfig(file)), filepath: file }));
}
process.exitCode = broken.length === 0 ? 0 : 1;
