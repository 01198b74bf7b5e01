import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';

const folder = resolve(import.meta.dirname, '../../docs/nightly');

/** The pipelines of `docs/nightly/`, by file. */
export const pipelines: Readonly<Record<string, string>> = Object.fromEntries(
  readdirSync(folder)
    .filter((name) => name.endsWith('.yml'))
    .map((name) => [name, readFileSync(resolve(folder, name), 'utf8')]),
);

/** What a pipeline does of its own: its scripts in their order, and the files that it publishes. */
export interface Own {
  readonly scripts: readonly string[];
  readonly published: readonly string[];
}

const lines = (text: string): readonly string[] => text.split('\n').filter((line) => line !== '');

const step = v.object({
  ...{ run: v.optional(v.string()), bash: v.optional(v.string()), pwsh: v.optional(v.string()) },
  with: v.optional(v.object({ path: v.optional(v.string()), name: v.optional(v.string()) })),
  inputs: v.optional(v.object({ contents: v.optional(v.string()) })),
});

const artifacts = v.object({ paths: v.array(v.string()), reports: v.object({ junit: v.string() }) });

const readers: Readonly<Record<string, (document: unknown) => Own>> = {
  github: (document) => {
    const { steps } = v.parse(v.object({ jobs: v.object({ night: v.object({ steps: v.array(step) }) }) }), document)
      .jobs.night;
    return {
      scripts: steps.flatMap(({ run }) => run ?? []),
      published: steps.flatMap((one) => (one.with?.name === undefined ? [] : lines(one.with.path ?? ''))),
    };
  },
  gitlab: (document) => {
    const { night } = v.parse(v.object({ night: v.object({ script: v.array(v.string()), artifacts }) }), document);
    return { scripts: night.script, published: [...night.artifacts.paths, night.artifacts.reports.junit] };
  },
  azure: (document) => {
    const [{ steps }] = v.parse(v.object({ jobs: v.tuple([v.object({ steps: v.array(step) })]) }), document).jobs;
    return {
      scripts: steps.flatMap(({ bash, pwsh }) => bash ?? pwsh ?? []),
      published: steps.flatMap(({ inputs }) =>
        lines(inputs?.contents ?? '').map((line) => line.replace(/\/\*\*$/, '')),
      ),
    };
  },
};

/** What the pipeline in a file does of its own. */
export const ownOf = (name: string): Own => {
  const read = readers[name.split('-')[0] ?? ''];
  if (read === undefined) throw new Error(`no pipelines are known like ${name}; name it after its service`);
  return read(parse(pipelines[name] ?? ''));
};
