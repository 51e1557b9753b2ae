// A page without a browser: what the peers' programs expect to find around them.
import { JSDOM } from "jsdom";

const page = new JSDOM("<!doctype html><body></body>", { pretendToBeVisual: true, url: "http://localhost/" });
export const window = page.window;

for (const name of ["document", "navigator", "location", "DOMParser", "XMLSerializer", "Node", "Element", "HTMLElement", "SVGElement", "getComputedStyle", "devicePixelRatio"]) {
  Object.defineProperty(globalThis, name, { value: window[name], configurable: true, writable: true });
}
globalThis.window = window;

/// Markup as a reader sees it: its text, with a blank for each line break.
export function visible(markup) {
  const box = window.document.createElement("div");
  box.innerHTML = markup.replace(/<br\s*\/?>/gi, " ");
  return box.textContent;
}

/// The names of the elements in some markup.
export function elements(markup) {
  const box = window.document.createElement("div");
  box.innerHTML = markup;
  return new Set([...box.querySelectorAll("*")].map((element) => element.localName));
}
