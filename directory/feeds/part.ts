/** An object somewhere in a service, and what is told of its fields. */
export interface Part {
  fields: Record<string, unknown>;
  /** Where it stands: `service_at_locations.0.location`. Empty: it is the service itself. */
  path: string;
  tell: (field: string, what: string) => void;
}

/** Nothing has so many places, phones or times: the rest is a mistake. */
const MOST_PARTS = 200;
const LONGEST_ID = 200;
/** Control characters, invisible ones and halves of characters: they do not stand in an address. */
const NOT_IN_ID = /\p{C}/u;

/** Tells what is wrong with a field of a part. */
export function fault({ path, tell }: Part, field: string, what: string): void {
  tell(path === '' ? field : `${path}.${field}`, what);
}

/** The id a feed gives something; null when it gives none by which it can be asked for. */
export function idOf(raw: unknown): string | null {
  const said = isObject(raw) ? raw.id : null;
  const id = typeof said === 'string' || typeof said === 'number' ? String(said).trim() : '';
  return id === '' || id.length > LONGEST_ID || NOT_IN_ID.test(id) ? null : id;
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object in the first of these fields that has one. */
export function inner(part: Part, ...names: string[]): Part | null {
  return inners(part, ...names)[0] ?? null;
}

/** The objects in the lists in all of these fields. */
export function inners(part: Part, ...names: string[]): Part[] {
  return names.flatMap((name) => listIn(part, name, (each) => (isObject(each) ? each : null)));
}

/** The same, where some feeds write only a name for an object: it is read as `{ name }`. */
export function innersOrNames(part: Part, ...names: string[]): Part[] {
  const read = (each: unknown) => (typeof each === 'string' ? { name: each } : isObject(each) ? each : null);
  return names.flatMap((name) => listIn(part, name, read));
}

function listIn(part: Part, name: string, read: (each: unknown) => Record<string, unknown> | null): Part[] {
  const value = part.fields[name];
  if (isNothing(value)) return [];
  const list = Array.isArray(value) ? value : [value];
  if (list.length > MOST_PARTS) fault(part, name, `holds more than ${MOST_PARTS}: the rest is left out`);
  return list.slice(0, MOST_PARTS).flatMap((each, at) => {
    const step = Array.isArray(value) ? `${name}.${at}` : name;
    const fields = isNothing(each) ? null : read(each);
    if (fields) return { fields, path: part.path === '' ? step : `${part.path}.${step}`, tell: part.tell };
    if (!isNothing(each)) fault(part, step, 'is not an object with fields');
    return [];
  });
}

/** Feeds leave out a field, or write nothing into it. */
export const isNothing = (value: unknown) => value === null || value === undefined || value === '';
