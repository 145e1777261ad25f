import { limitOf, middleBusy, mostOf } from './busy';
import { middle } from './measure';
import { NAMES, type Report } from './run';

type Row = (string | number)[];

/** A report as tables to read in a terminal. */
export function show(report: Report): string {
  const { machine, bytesATurn, throughput, ratios, delays, weight, errors, skipped } = report;
  const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;
  return [
    `${machine.processors} processors, Node ${machine.node}; a turn of a choice writes ${kilobytes(bytesATurn)}.`,
    table(
      ['contender', 'turns/s', 'processor us/turn', 'processors busy with it', 'Redis', 'the load', 'in all', 'errors'],
      throughput.map((one) => {
        const { turns, cpu } = middle(one);
        const { own, redis, load, machine: all } = middleBusy(one.busy);
        return [one.name, Math.round(turns), Math.round(cpu), own, redis, load, all, one.errors];
      }),
    ),
    ...throughput
      .filter(({ name }) => name === NAMES.redis)
      .map(({ name, busy }) => `${name}. ${mostOf(middleBusy(busy), machine.processors)}`),
    ...throughput
      .filter(({ name }) => name === NAMES.two)
      .map(({ name, busy }) => `${name}. ${limitOf(middleBusy(busy), machine.processors)}`),
    table(
      ['compared', 'turns', 'processor', 'wanted turns'],
      ratios.map(({ what, turns, cpu, wanted }) => [what, turns, cpu, wanted === null ? '' : `>= ${wanted}`]),
    ),
    table(
      ['latency in ms', 'at once', 'turns/s', 'ack p50', 'p95', 'p99', 'reply p50', 'p95', 'p99', 'errors'],
      delays.map(({ name, connections, turns, seconds, acknowledged: a, replied: r, errors: failed }) => [
        name,
        connections,
        Math.round(turns / seconds),
        ...[a.p50, a.p95, a.p99],
        ...(r ? [r.p50, r.p95, r.p99] : ['', '', '']),
        failed,
      ]),
    ),
    table(
      [`memory of each of ${weight.conversations}`, 'heap', 'rss'],
      [
        ['open, by requests', kilobytes(weight.polling.heap), kilobytes(weight.polling.rss)],
        ['open, with a socket', kilobytes(weight.socket.heap), kilobytes(weight.socket.rss)],
      ],
    ),
    ...skipped.map((line) => `Not measured: ${line}`),
    `Errors: ${errors}`,
  ].join('\n\n');
}

/** Columns as wide as their widest cell; numbers to the right. */
export function table(head: string[], rows: Row[]): string {
  const width = head.map((name, column) => Math.max(name.length, ...rows.map((row) => String(row[column]).length)));
  const line = (row: Row) =>
    row
      .map((cell, column) => {
        const text = String(cell);
        return column === 0 ? text.padEnd(width[column] ?? 0) : text.padStart(width[column] ?? 0);
      })
      .join('  ')
      .trimEnd();
  return [line(head), line(width.map((wide) => '-'.repeat(wide))), ...rows.map(line)].join('\n');
}
