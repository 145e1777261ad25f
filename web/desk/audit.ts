import type { Act, AuditEntry } from '../../handoff/types';
import { adminApi } from './admin-api.js';
import { doing } from './doing.js';
import { el, setText } from './dom.js';
import { fill, whenOf, words } from './words.js';

const text = words.audit;
/** As the API calls those who are not known. */
const NOBODY = 'nobody';
const ACTS = Object.keys(words.acts) as Act[];

/** Who did what at the desk, for admins: the newest first, a page at a time, by person and by act. */
export function createAudit() {
  let names = new Map<string, string>();
  /** Where each page began that was looked at, the one that is shown last. */
  let pages: (string | null)[] = [null];
  let next: string | null = null;
  // Answers can overtake each other.
  let asked = 0;

  const by = el('select', { id: 'audit-by', onchange: begin });
  const act = el('select', { id: 'audit-act', onchange: begin });
  const note = el('p', { class: 'note', role: 'status' });
  const list = el('ol', { class: 'audit', 'aria-labelledby': 'audit-title' });
  const newer = el('button', { type: 'button', onclick: () => void turn(pages.slice(0, -1), title) }, text.newer);
  const older = el('button', { type: 'button', onclick: () => void turn([...pages, next], title) }, text.older);
  const title = el('h2', { id: 'audit-title', tabindex: '-1' }, text.title);
  const element = el(
    'dialog',
    { class: 'wide', 'aria-labelledby': 'audit-title' },
    title,
    el('p', { class: 'quiet' }, text.note),
    el('p', {}, el('label', { for: 'audit-by' }, text.by), by),
    el('p', {}, el('label', { for: 'audit-act' }, text.act), act),
    el('p', {}, el('a', { href: adminApi.auditTable, download: true }, text.export)),
    note,
    list,
    el('div', { class: 'buttons' }, newer, older, el('button', { type: 'button', onclick: close }, text.close)),
  );
  element.addEventListener('close', forget);

  function begin(): void {
    void turn([null]);
  }

  /** `focus`: what takes it then. Whoever chooses from a list stays there. */
  async function turn(to: (string | null)[], focus?: HTMLElement): Promise<void> {
    asked += 1;
    const mine = asked;
    const wanted = { before: to.at(-1) ?? null, worker: by.value, act: act.value as Act | '' };
    const page = await doing(note, () => adminApi.audit(wanted));
    if (!page || mine !== asked || !element.open) return;
    pages = to;
    next = page.next;
    newer.hidden = pages.length < 2;
    older.hidden = next === null;
    list.replaceChildren(...page.entries.map(line));
    setText(note, page.entries.length > 0 ? '' : next === null ? text.none : text.further);
    element.scrollTop = 0;
    focus?.focus();
  }

  function line({ at, act: what, worker, conversation, account, refused }: AuditEntry): HTMLElement {
    const about = account ? (names.get(account) ?? account) : conversation;
    const why = refused && ((words.errors as Record<string, string>)[refused] ?? refused);
    return el(
      'li',
      {},
      el('span', { class: 'quiet' }, whenOf(at)),
      el('strong', {}, worker?.name ?? text.nobody),
      el('span', {}, words.acts[what]),
      ...(about ? [el('span', { class: 'quiet' }, about)] : []),
      ...(why ? [el('span', { class: 'refused' }, fill(text.refused, { why }))] : []),
    );
  }

  async function open(): Promise<void> {
    const option = (value: string, label: string) => el('option', { value }, label);
    element.showModal();
    const found = await doing(note, adminApi.accounts);
    if (!found || !element.open) return;
    names = new Map(found.accounts.map(({ id, name }) => [id, name]));
    const people = found.accounts.map(({ id, name }) => option(id, name));
    by.replaceChildren(option('', text.everybody), ...people, option(NOBODY, text.nobody));
    act.replaceChildren(option('', text['every-act']), ...ACTS.map((each) => option(each, words.acts[each])));
    begin();
  }

  function close(): void {
    element.close();
    forget();
  }

  function forget(): void {
    asked += 1;
    names = new Map();
    pages = [null];
    next = null;
    setText(note, '');
    for (const part of [list, by, act]) part.replaceChildren();
    newer.hidden = older.hidden = true;
  }

  forget();
  return { element, open: () => void open(), close };
}
