import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';

const root = join(__dirname, '..');
const rooms = [
  'dialogs',
  'understanding',
  'bots',
  'adapters',
  'story',
  'handoff',
  'directory',
  'learning',
  'store',
  'web',
  'tools',
];

/** Files in which a room says what it needs from, or gives to, the others: shapes only. */
const isContract = (path: string) => /(^|\/)(types|contract|errors)$/.test(path);

/** What each room may import from the others. `contracts`: only files of shapes (types, contract, errors). */
const allowed: Record<string, { rooms: string[]; contracts: string[] }> = {
  dialogs: { rooms: [], contracts: ['understanding'] },
  understanding: { rooms: [], contracts: ['dialogs'] },
  bots: {
    rooms: ['dialogs', 'understanding', 'story', 'handoff', 'directory', 'learning'],
    contracts: ['store', 'adapters'],
  },
  // The pages' own front-end source, which also draws them where there is no JavaScript.
  adapters: { rooms: ['web'], contracts: ['handoff', 'store', 'story', 'understanding'] },
  story: { rooms: [], contracts: ['understanding', 'store'] },
  handoff: { rooms: [], contracts: ['story', 'store', 'understanding'] },
  directory: { rooms: [], contracts: ['understanding', 'handoff', 'store'] },
  store: { rooms: [], contracts: [] },
  web: { rooms: [], contracts: ['adapters', 'handoff'] },
};

interface Import {
  from: string;
  to: string;
  typeOnly: boolean;
}

function sourceFiles(dir: string): string[] {
  return readdirSync(join(root, dir), { withFileTypes: true, recursive: true })
    .filter((each) => each.isFile() && each.name.endsWith('.ts'))
    .map((each) => relative(root, join(each.parentPath, each.name)));
}

function importsOf(file: string): Import[] {
  const source = readFileSync(join(root, file), 'utf8');
  const found = source.matchAll(
    /^(?:import|export)\s+(type\s)?[^;'"]*?from\s+'([^']+)'|\bimport\('([^']+)'\)|\brequire\('([^']+)'\)|^import\s+'([^']+)'/gm,
  );
  return [...found].map(([, type, ...paths]) => {
    const path = paths.find(Boolean) ?? '';
    const to = path.startsWith('.') ? normalize(join(dirname(file), path)) : path;
    return { from: file, to, typeOnly: type !== undefined };
  });
}

const files = rooms.filter((room) => readdirSync(root).includes(room)).flatMap(sourceFiles);
const imports = files.flatMap(importsOf);
const roomOf = (path: string) => rooms.find((room) => path.startsWith(`${room}/`));

function broken(): string[] {
  return imports.flatMap(({ from, to, typeOnly }) => {
    const room = roomOf(from) ?? '';
    const rule = allowed[room];
    const other = roomOf(to);
    if (!rule || other === undefined || other === room) return [];
    const contract = rule.contracts.includes(other) && (typeOnly || isContract(to));
    return rule.rooms.includes(other) || contract ? [] : [`${from} imports ${to}`];
  });
}

test('imports were found', () => {
  expect(imports.length).toBeGreaterThan(200);
  expect(imports.some(({ from, to }) => from === 'bots/turns.ts' && to === 'store/contract')).toBe(true);
});

test('each room imports only from the rooms it may', () => {
  expect(broken()).toEqual([]);
});

test('botbuilder appears only in bots and adapters', () => {
  const others = imports.filter(
    ({ from, to }) => /^botbuilder|^botframework/.test(to) && !/^(bots|adapters|tools)\//.test(from),
  );
  expect(others).toEqual([]);
});

test('the conversation engine and understanding know no framework, no store, no network, no clock and no environment', () => {
  const pure = imports.filter(({ from }) => /^(dialogs|understanding)\//.test(from)).map(({ to }) => to);
  expect(
    pure.filter((to) =>
      /^(botbuilder|restify|redis|ws|pino|node:(fs|http|https|net|sqlite|timers|process|child_process))/.test(to),
    ),
  ).toEqual([]);
  const sources = [...sourceFiles('dialogs'), ...sourceFiles('understanding')];
  const impure = sources.filter((file) =>
    /\bDate\.now\(|new Date\(\)|Math\.random\(|process\.env|\bfetch\(/.test(readFileSync(join(root, file), 'utf8')),
  );
  expect(impure).toEqual([]);
});

test('only config.ts and the composition read the environment', () => {
  const readers = [...files, 'app.ts', 'server.ts', 'config.ts', 'read-content.ts'].filter((file) =>
    readFileSync(join(root, file), 'utf8').includes('process.env'),
  );
  expect(readers.filter((file) => !/^(server\.ts|tools\/)/.test(file))).toEqual([]);
});

test('what the desk page shares with Natter itself needs nothing else, and no ending to be found by both', () => {
  const shared = imports.filter(({ from }) => from.startsWith('web/desk/shared/'));
  expect(shared.length).toBeGreaterThan(3);
  expect(shared.filter(({ to }) => !/^web\/desk\/shared\/[\w-]+$/.test(to))).toEqual([]);
});

test('nothing imports server.ts', () => {
  expect(imports.filter(({ to }) => to === 'server')).toEqual([]);
});
