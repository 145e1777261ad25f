type Props = Record<string, string | boolean | ((event: Event) => void)>;

/**
 * Makes an element. Words go in as text only, so nothing anybody wrote can become markup. A function is a listener
 * (`onclick`), true sets an empty attribute, false leaves it out.
 */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  props: Props = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (typeof value === 'function') made.addEventListener(name.slice(2), value);
    else if (value !== false) made.setAttribute(name, value === true ? '' : value);
  }
  made.append(...children);
  return made;
}

/** Somebody's own words, shown as written whichever way their language runs. */
export const said = (tag: 'p' | 'blockquote', text: string): HTMLElement =>
  el(tag, { class: 'said', dir: 'auto' }, text);

/** Sets text only when it differs, so that screen readers and selections are left in peace. */
export function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

/** A part that scrolls by itself on a wide screen, so it has to take the keyboard's focus. */
export const scroller = (name: string, titleId: string): HTMLElement =>
  el('section', { class: name, 'aria-labelledby': titleId, tabindex: '0' });
