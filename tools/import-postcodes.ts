import { createReadStream, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'csv-parse';
import { readConfig } from '../config';

const USAGE = `Makes content/outcodes.csv anew from a file of whole postcodes, such as the ONS Postcode Directory.

  npm run import-postcodes -- --file ONSPD.csv

Only the middle of each outcode is kept. Columns are found by name: pcds, pcd or postcode; lat or latitude; long or longitude.
Postcodes that have ended (doterm) and those without a position are left out.`;

type Row = Record<string, string>;
const column = (row: Row, ...names: string[]) =>
  names.map((name) => row[name]).find((value) => value !== undefined) ?? '';
/** The ONS writes this where a postcode has no position. */
const NOWHERE = 99;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { file: { type: 'string' }, help: { type: 'boolean', default: false } } });
  if (values.help || !values.file) return console.log(USAGE);
  const { contentDir } = readConfig(process.env);
  const sums = new Map<string, { latitude: number; longitude: number; count: number }>();
  const columns = (header: string[]) => header.map((name) => name.trim().toLowerCase());
  for await (const row of createReadStream(values.file).pipe(parse({ columns, bom: true, relax_column_count: true }))) {
    const place = placeIn(row as Row);
    if (!place) continue;
    const sum = sums.get(place.outcode) ?? { latitude: 0, longitude: 0, count: 0 };
    sum.latitude += place.latitude;
    sum.longitude += place.longitude;
    sum.count += 1;
    sums.set(place.outcode, sum);
  }
  if (sums.size === 0) throw new Error('No postcode with a position was found: see --help for the columns.');
  const lines = [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([code, { latitude, longitude, count }]) =>
        `${code},${(latitude / count).toFixed(4)},${(longitude / count).toFixed(4)}`,
    );
  const head = '# Where the middle of each outcode is: latitude and longitude. Made by npm run import-postcodes.';
  writeFileSync(join(contentDir, 'outcodes.csv'), `${[head, ...lines].join('\n')}\n`);
  console.log(`${lines.length} outcodes are in content/outcodes.csv now.`);
}

function placeIn(row: Row): { outcode: string; latitude: number; longitude: number } | null {
  const outcode = /^([A-Z]{1,2}\d[A-Z\d]?)\s*\d[A-Z]{2}$/.exec(
    column(row, 'pcds', 'pcd', 'postcode').trim().toUpperCase(),
  )?.[1];
  const latitude = Number.parseFloat(column(row, 'lat', 'latitude'));
  const longitude = Number.parseFloat(column(row, 'long', 'longitude'));
  if (!outcode || column(row, 'doterm').trim() !== '' || !Number.isFinite(latitude + longitude) || latitude > NOWHERE)
    return null;
  return { outcode, latitude, longitude };
}

main().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
