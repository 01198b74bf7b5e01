import { join, resolve } from 'node:path';
import { packStaged, stagePackage } from './stage.ts';

const project = resolve(import.meta.dirname, '../..');
const folder = join(project, 'dist/package');
await stagePackage(project, folder);
console.log(await packStaged(folder, join(project, 'dist')));
