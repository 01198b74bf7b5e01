import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { componentStyles } from './component-styles.ts';

const project = resolve(import.meta.dirname, '../..');
writeFileSync(join(project, 'pages/components.css'), componentStyles(project));
