import { parseFlow } from './parse';
import { parsePhrases } from './phrases';
import type { Fault, Library } from './types';

/** One content file as it was read: `path` as it is shown in faults. */
export interface SourceFile {
  path: string;
  text: string;
}

/**
 * Builds what `step` talks from. Later files replace earlier ones of the same name, step by step: a place's `money.md`
 * puts its own steps in place of the shared ones and adds the rest.
 */
export function buildLibrary(
  language: string,
  sources: { flows: SourceFile[]; phrases: SourceFile[]; values: Record<string, string>; places?: Library['places'] },
): { library: Library; faults: Fault[] } {
  const library: Library = { language, flows: {}, phrases: {}, values: sources.values, places: sources.places ?? [] };
  const faults: Fault[] = [];
  for (const { path, text } of sources.flows) {
    const parsed = parseFlow(path, text);
    faults.push(...parsed.faults);
    const shared = library.flows[parsed.flow.name];
    library.flows[parsed.flow.name] = shared ? overlay(shared, parsed.flow) : parsed.flow;
  }
  for (const { path, text } of sources.phrases) {
    const parsed = parsePhrases(path, text);
    faults.push(...parsed.faults);
    Object.assign(library.phrases, parsed.phrases);
  }
  return { library, faults };
}

type Flow = Library['flows'][string];

function overlay(shared: Flow, local: Flow): Flow {
  const own = new Map(local.steps.map((step) => [step.id, step]));
  const steps = shared.steps.map((step) => own.get(step.id) ?? step);
  const added = local.steps.filter((step) => !shared.steps.some(({ id }) => id === step.id));
  return {
    ...local,
    topic: local.topic ?? shared.topic,
    version: `${shared.version}+${local.version}`,
    steps: [...steps, ...added],
  };
}
