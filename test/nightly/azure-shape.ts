import * as v from 'valibot';

/**
 * The keys that our pipelines use of the YAML schema of Azure Pipelines
 * (https://learn.microsoft.com/azure/devops/pipelines/yaml-schema) and of the tasks in it, and no others.
 */
const task = <Inputs extends v.ObjectEntries>(name: string, inputs: Inputs) =>
  v.strictObject({
    task: v.literal(name),
    name: v.optional(v.string()),
    ...common,
    continueOnError: v.optional(v.boolean()),
    inputs: v.strictObject(inputs),
  });

const common = {
  displayName: v.optional(v.string()),
  condition: v.optional(v.picklist(['always()', "and(succeeded(), gt(variables['System.JobAttempt'], 1))"])),
};

const script = { ...common, env: v.optional(v.record(v.string(), v.string())) };

const step = v.union([
  v.strictObject({ checkout: v.literal('self'), clean: v.literal(true) }),
  v.strictObject({ bash: v.string(), ...script }),
  v.strictObject({ pwsh: v.string(), ...script }),
  v.strictObject({ publish: v.string(), artifact: v.string(), ...common }),
  task('UseNode@1', { version: v.string() }),
  task('DownloadSecureFile@1', { secureFile: v.string() }),
  task('DownloadPipelineArtifact@2', {
    source: v.picklist(['current', 'specific']),
    ...{ project: v.optional(v.string()), pipeline: v.optional(v.string()) },
    runVersion: v.optional(v.picklist(['latest', 'latestFromBranch', 'specific'])),
    ...{ allowFailedBuilds: v.optional(v.boolean()), allowPartiallySucceededBuilds: v.optional(v.boolean()) },
    patterns: v.string(),
    path: v.string(),
  }),
  task('PublishTestResults@2', {
    testResultsFormat: v.picklist(['JUnit', 'NUnit', 'VSTest', 'XUnit', 'CTest']),
    testResultsFiles: v.string(),
    testRunTitle: v.string(),
  }),
  task('CopyFiles@2', { contents: v.string(), targetFolder: v.string() }),
]);

export const azurePipeline = v.strictObject({
  trigger: v.literal('none'),
  pr: v.literal('none'),
  schedules: v.array(
    v.strictObject({
      cron: v.pipe(v.string(), v.regex(/^\d+ \d+ \* \* \*$/)),
      displayName: v.string(),
      branches: v.strictObject({ include: v.array(v.string()) }),
      always: v.boolean(),
    }),
  ),
  lockBehavior: v.literal('sequential'),
  variables: v.array(v.strictObject({ group: v.string() })),
  jobs: v.tuple([
    v.strictObject({
      ...{ job: v.string(), timeoutInMinutes: v.number() },
      pool: v.strictObject({ vmImage: v.picklist(['ubuntu-latest', 'windows-latest']) }),
      steps: v.array(step),
    }),
  ]),
});
