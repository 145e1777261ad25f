type Props = Record<string, string | boolean | ((event: Event) => void)>;

/** Makes an element. A function is a listener (`onclick`), true sets an empty attribute, false leaves it out. */
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

/** Something that opens over the page closes with Escape, and when anything else is pressed. */
export function closesOutside(opened: HTMLDetailsElement): void {
  document.addEventListener('pointerdown', ({ target }) => {
    if (target instanceof Node && !opened.contains(target)) opened.open = false;
  });
  opened.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    opened.open = false;
    opened.querySelector('summary')?.focus();
  });
}

/** Sets text only when it differs, so that screen readers and selections are left in peace. */
export function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
