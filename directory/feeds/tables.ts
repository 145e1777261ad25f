import { parse } from 'csv-parse/sync';

/** One line of a table, without its empty cells. */
export type Row = Record<string, string>;

export interface Tables {
  all: (table: Table) => Row[];
  /** The rows of a table that belong to something: those with its id under `key`. */
  of: (table: Table, key: string, id: string | undefined) => Row[];
  one: (table: Table, id: string | undefined) => Row | null;
}

/** By what a table is called here, how files of it are called: HSDS has had more than one name for some. */
const FILES = {
  service: /^services?$/,
  organization: /^organi[sz]ations?$/,
  location: /^locations?$/,
  service_at_location: /^services?_at_locations?$/,
  address: /^(?:physical_)?address(?:es)?$/,
  phone: /^phones?$/,
  contact: /^contacts?$/,
  schedule: /^(?:regular_)?schedules?$/,
  cost_option: /^cost_options?$/,
  eligibility: /^eligibilit(?:y|ys|ies)$/,
  language: /^languages?$/,
  accessibility: /^accessibilit(?:y|ies)(?:_for_disabilities)?$/,
  term: /^taxonom(?:y|ies)(?:_terms?)?$/,
  attribute: /^(?:service_)?(?:attributes?|taxonom(?:y|ys|ies))$/,
} as const;
export type Table = keyof typeof FILES;

/** The tables in a folder of CSV files. `tell` hears of each file in which something cannot be read. */
export function readTables(files: Record<string, string>, tell: (file: string, what: string) => void): Tables {
  const tables = new Map<Table, Row[]>();
  for (const [file, text] of Object.entries(files)) {
    const table = tableOf(file);
    if (table) tables.set(table, [...(tables.get(table) ?? []), ...rowsIn(text, (what) => tell(file, what))]);
  }
  const all = (table: Table) => tables.get(table) ?? [];
  const indexes = new Map<string, Map<string | undefined, Row[]>>();
  const index = (table: Table, key: string) => {
    const made = indexes.get(`${table} ${key}`) ?? Map.groupBy(all(table), (row) => row[key]);
    indexes.set(`${table} ${key}`, made);
    return made;
  };
  const of: Tables['of'] = (table, key, id) => (id === undefined ? [] : (index(table, key).get(id) ?? []));
  return { all, of, one: (table, id) => of(table, 'id', id)[0] ?? null };
}

/** Other files of a folder, such as holidays and funding, say nothing that is kept. */
function tableOf(file: string): Table | null {
  const name = (file.split('/').at(-1) ?? '').toLowerCase().replace(/\.csv$/, '');
  const tables = Object.keys(FILES) as Table[];
  return tables.find((table) => FILES[table].test(name)) ?? null;
}

function rowsIn(text: string, tell: (what: string) => void): Row[] {
  try {
    const rows: Record<string, string>[] = parse(text, {
      bom: true,
      columns: (header: string[]) => header.map((name) => name.trim().toLowerCase()),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      skip_records_with_error: true,
      trim: true,
      on_skip: () => void tell('has a line that cannot be read: it is left out'),
    });
    return rows.map((row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== '')));
  } catch {
    tell('cannot be read as CSV');
    return [];
  }
}
