import type { Asked, Usage } from './types';

/** Loaded into a process under test before anything else: tells what the process has used when it is asked. */
process.on('message', (asked: Asked) => {
  // Only memory is weighed after a collection: V8 then throws away compiled code, and what is being measured gets slower.
  if (asked === 'memory') for (let times = 0; times < 4; times += 1) globalThis.gc?.();
  const { user, system } = process.cpuUsage();
  const { rss, heapUsed, external } = process.memoryUsage();
  const usage: Usage = { cpu: user + system, rss, heap: heapUsed + external };
  process.send?.(usage);
});
// Nothing under test outlives the bench.
process.on('disconnect', () => process.exit(1));
