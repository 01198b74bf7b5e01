/** A server that does the least with each delivery of a run, and answers what the run was answered: started with the folder of the run. */
import { createServer } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { resolve } from 'node:path';
import { readContract } from '#contract/reader';
import { bareWork } from './bare-work.ts';
import { recordedIn } from './recorded.ts';

const work = bareWork(readContract(resolve(import.meta.dirname, '../../../contract/2020-01')));
const recorded = recordedIn(process.argv[2] ?? '');
const server = createServer((request, response) => {
  void buffer(request).then((body) => {
    work(body);
    const answer = recorded[Number(request.headers['x-number'])];
    response.writeHead(answer?.status ?? 500, { 'content-type': 'text/xml; charset=utf-8' });
    response.end(answer?.response);
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.(typeof address === 'object' ? address?.port : undefined);
});
process.on('disconnect', () => process.exit());
