import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify/sync';

export type Cell = string | number | null;

/** So many rows are made into text, and sent, at a time. */
const ROWS_AT_ONCE = 200;

/** What a spreadsheet would run is shown as it was written instead, and Excel is told that it is UTF-8. */
const textOf = (rows: Cell[][], bom: boolean): string =>
  stringify(rows, { bom, quoted: true, escape_formulas: true, record_delimiter: 'windows' });

/**
 * Sends a table, to be kept as a file. Nothing is sent before there is something to send, so that a store that is away is
 * refused as always; one that goes away in the middle breaks the connection off, and nobody takes a part for the whole.
 */
export async function sendCsv(response: ServerResponse, file: string, rows: AsyncIterable<Cell[]>): Promise<void> {
  const chunks = chunksOf(rows);
  const first = await chunks.next();
  response.setHeader('Content-Type', 'text/csv; charset=utf-8');
  response.setHeader('Content-Disposition', `attachment; filename="${file}"`);
  response.write(first.value ?? '');
  await pipeline(Readable.from(chunks), response);
}

async function* chunksOf(rows: AsyncIterable<Cell[]>): AsyncGenerator<string, undefined> {
  let first = true;
  let held: Cell[][] = [];
  for await (const row of rows) {
    held.push(row);
    if (held.length < ROWS_AT_ONCE) continue;
    yield textOf(held, first);
    first = false;
    held = [];
  }
  if (held.length > 0) yield textOf(held, first);
}
