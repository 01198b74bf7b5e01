import { aansluit } from './contents.ts';
import { phaseSuite } from './phase.ts';

await phaseSuite(3, aansluit);
