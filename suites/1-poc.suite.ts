import { poc } from './contents.ts';
import { phaseSuite } from './phase.ts';

await phaseSuite(1, poc);
