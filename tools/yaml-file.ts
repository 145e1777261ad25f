import { isMap, LineCounter, type Node, parseDocument, type Scalar } from 'yaml';
import type { z } from 'zod';
import type { Fault } from '../dialogs/types';

type Path = readonly PropertyKey[];

/** One YAML file as it was read. */
export interface YamlFile<T> {
  /** Null when it is not as it should be; `faults` then says why. */
  value: T | null;
  faults: Fault[];
  /** The line, counted from 1, on which the thing at a path stands; of its nearest parent when it is not there. */
  lineOf(path: Path): number;
}

/** Reads YAML text and checks it. `file` is named in faults. Never throws. */
export function readYaml<T>(file: string, text: string, schema: z.ZodType<T>): YamlFile<T> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const fault = (line: number, what: string, mend: string): Fault => ({ file, line, rule: 'form', what, mend });
  const lineOf = (path: Path): number => {
    for (let length = path.length; length > 0; length -= 1) {
      const start = startOf(document, path.slice(0, length));
      if (start !== null) return lines.linePos(start).line;
    }
    return 1;
  };
  const broken = [...document.errors, ...document.warnings].map(({ message, pos }) =>
    fault(lines.linePos(pos[0]).line, `this is not YAML (${oneLine(message)})`, 'mend the spelling of the file here'),
  );
  if (broken.length > 0) return { value: null, faults: broken, lineOf };
  const read = schema.safeParse(document.toJS());
  if (read.success) return { value: read.data, faults: [], lineOf };
  const faults = read.error.issues.map((issue) => {
    const path = issue.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys.slice(0, 1)] : issue.path;
    return fault(
      lineOf(path),
      `"${path.join('.')}" is not right (${oneLine(issue.message)})`,
      'put it right, or look at the example place for how it is written',
    );
  });
  return { value: null, faults, lineOf };
}

type Document = ReturnType<typeof parseDocument>;

/** Where in the text it starts: for a named thing, where its name stands. */
function startOf(document: Document, path: Path): number | null {
  const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  const name = path.at(-1);
  const key = isMap(parent) ? parent.items.find((pair) => (pair.key as Scalar).value === name)?.key : undefined;
  const node = (key ?? document.getIn(path, true)) as Node | undefined;
  return node?.range?.[0] ?? null;
}

function oneLine(text: string): string {
  return (text.split('\n')[0] ?? '').replace(/:$/, '').trim();
}
