import type { RecordingStarted, RunStarted } from '#evidence/event';

/** A recording in the place of a run: nothing of ours was sent, so that it has no seed and no limits. */
export const asRun = (recording: RecordingStarted): RunStarted => {
  const { version, at, suite, contract, phase, profile, asked, target } = recording;
  return {
    type: 'run-started',
    ...{ version, at, suite, contract, phase, clock: at },
    runId: recording.recording,
    profile: profile ?? recording.recording,
    asked: { profile: profile ?? '', contract: asked?.contract },
    target: target ?? '',
    isMock: false,
    ...{ seed: 0, runs: 0, checks: 0, topics: [], documentTypes: [] },
    inEffect: {},
  };
};
