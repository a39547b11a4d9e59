/** The element of the page with this id; it is in page.html. */
export function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`page.html has no #${id}`);
  return found;
}

interface Traits {
  readonly class?: string;
  readonly title?: string;
  readonly text?: string;
  readonly data?: Readonly<Record<string, string>>;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly onClick?: () => void;
}

/** A new element; text is text, never markup. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  traits: Traits = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (traits.class) element.className = traits.class;
  if (traits.title) element.title = traits.title;
  if (traits.text !== undefined) element.textContent = traits.text;
  for (const [name, value] of Object.entries(traits.data ?? {})) element.dataset[name] = value;
  for (const [name, value] of Object.entries(traits.attributes ?? {})) element.setAttribute(name, value);
  if (traits.onClick) element.addEventListener('click', traits.onClick);
  element.append(...children);
  return element;
}

const SVG = 'http://www.w3.org/2000/svg';

export function makeSvg(tag: string, attributes: Readonly<Record<string, string>> = {}): SVGElement {
  const element = document.createElementNS(SVG, tag) as SVGElement;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

/** SVG elements from their markup, in order. */
export function parseSvg(markup: string): readonly Element[] {
  if (markup === '') return [];
  const parsed = new DOMParser().parseFromString(`<svg xmlns="${SVG}">${markup}</svg>`, 'image/svg+xml');
  return [...parsed.documentElement.children].map((element) => document.adoptNode(element));
}
