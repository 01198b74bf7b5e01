import { production } from './contents.ts';
import { phaseSuite } from './phase.ts';

await phaseSuite(4, production);
