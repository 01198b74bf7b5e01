import { Command } from 'commander';
import type { CompareOptions } from '../nights/compare.ts';
import { languageOption } from '../options.ts';

/** `3pas compare`: a night beside those before it. */
export const compareCommand = (exit: (code: number) => void): Command =>
  new Command('compare')
    .description(
      'Compares a run with an earlier one, or with all nights that a state folder keeps: by verdict and cause, never by what a seed makes. One line where nothing changed. Exit codes: 0 the same, better, or the first night; 1 changed for the worse, once; 2 wrong usage, another scope or contract, or a damaged state.',
    )
    .argument('<folders...>', 'LAST NOW: the output folders of two runs; with --state: that of the run of now')
    .option('--state <folder>', 'keeps the nights: an artefact or a branch; a new one is a first night')
    .option('--unequal', 'compares runs of another scope, contract or endpoint all the same')
    .option('--keep', "leaves an unchanged night's folder whole (it keeps run.json, results.ndjson and night.json)")
    .option('--json', 'the comparison as one line of JSON')
    .option('--markdown [file]', 'as Markdown, added to the file of a job summary; without a file on stdout')
    .option('--html [file]', 'a page of the last thirty nights; without a file on stdout')
    .addOption(languageOption())
    .action(async (folders: readonly string[], options: CompareOptions) => {
      const { compare } = await import('../nights/compare.ts');
      exit(await compare(folders, options));
    });
