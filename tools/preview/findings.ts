import { type Html, html } from '../../adapters/web/html';
import { fill } from '../../dialogs/phrases';
import type { Fault, Flow, Step } from '../../dialogs/types';
import type { Known } from './background';
import type { Looked } from './look';
import type { PreviewWords } from './words';

/** A fault of content, or a warning. */
export interface Finding extends Fault {
  kind: 'fault' | 'warning';
}

/** Everything that is found: what cannot be read is known at once, all else when it has been checked. */
export function findingsOf({ faults }: Looked, { checked }: Known): Finding[] {
  const known = checked ?? { faults, warnings: [] };
  return [
    ...known.faults.map((fault) => ({ ...fault, kind: 'fault' as const })),
    ...known.warnings.map((fault) => ({ ...fault, kind: 'warning' as const })),
  ];
}

/** What is found in the files of a flow: its own, and the shared one of which it takes some steps. */
export function inFlow(findings: Finding[], { file, steps }: Flow): Finding[] {
  const files = new Set([file, ...steps.map((step) => step.file)]);
  return findings.filter((finding) => files.has(finding.file));
}

/** What is found in a step: from its heading to the next one in the same file. */
export function inStep(findings: Finding[], { steps }: Flow, { file, line }: Step): Finding[] {
  const next = Math.min(
    ...steps.filter((other) => other.file === file && other.line > line).map((other) => other.line),
  );
  return findings.filter((finding) => finding.file === file && finding.line >= line && finding.line < next);
}

/** How many there are, in words; null when there are none. */
export function countInWords(findings: Finding[], { found }: PreviewWords): string | null {
  const count = (kind: Finding['kind'], one: string, many: string) => {
    const number = findings.filter((finding) => finding.kind === kind).length;
    return number === 0 ? [] : [fill(number === 1 ? one : many, { count: String(number) })];
  };
  const parts = [
    ...count('fault', found['one-fault'], found['many-faults']),
    ...count('warning', found['one-warning'], found['many-warnings']),
  ];
  return parts.length === 0 ? null : parts.join(', ');
}

/** A word on whether all is well, with everything that is not. */
export function foundAtAll(findings: Finding[], { checked, over }: Known, words: PreviewWords): Html {
  const { found } = words;
  const checking = over === null ? found.checking : fill(found['check-failed'], { why: over });
  const state = checked === null ? checking : null;
  // Faults are open to be read; warnings stand beside their lines as well.
  const faults = findings.filter(({ kind }) => kind === 'fault');
  const warnings = findings.filter(({ kind }) => kind === 'warning');
  return html`<div class="found">${state ? html`<p class="pending" role="status">${state}</p>` : null}
${faults.length > 0 ? html`<details open><summary>${countInWords(faults, words)}</summary>${findingList(faults, words)}</details>` : null}
${warnings.length > 0 ? html`<details><summary>${countInWords(warnings, words)}</summary>${findingList(warnings, words)}</details>` : null}
${!state && findings.length === 0 ? html`<p class="well">${found.none}</p>` : null}</div>
`;
}

/** Each with its line, and how it is put right. */
export function findingList(findings: Finding[], words: PreviewWords): Html | null {
  if (findings.length === 0) return null;
  return html`<ul class="findings">${findings.map((finding) => oneFinding(finding, words))}</ul>`;
}

function oneFinding({ kind, file, line, what, mend }: Finding, { found }: PreviewWords): Html {
  return html`<li class="${kind}"><strong>${found[kind]}</strong> <code>${file}:${line}</code> ${what}. <span class="mend">${fill(found.mend, { mend })}</span></li>
`;
}
