// The app as a person finds their way in it: its screens, and what the store has of a workload.
import { expect } from "./expect.mjs";

/// The screens of a workload, as their addresses end.
export const SCREENS = ["questions", "verdict", "architecture", "trade-offs", "checklists", "documents", "compare"];

/// Places outside of any workload, with a name for each.
export const PLACES = {
  workloads: "/?sort=name",
  archive: "/?archived=1",
  knowledge: "/knowledge",
  rules: "/knowledge/rules",
  settings: "/settings",
  nowhere: "/no/such/place",
};

/// How long a build for tests may take to print a long document, in milliseconds.
const PATIENCE = 120_000;

/// Asks the API as the page does.
export async function api(page, path, method = "GET", body = undefined) {
  const reply = await page.request.fetch(new URL(path, page.url()).href, {
    method,
    headers: { "x-plumbline": "1", ...(body === undefined ? {} : { "content-type": "application/json" }) },
    data: body === undefined ? undefined : JSON.stringify(body),
    timeout: PATIENCE,
  });
  const text = await reply.text();
  expect(reply.ok(), `${method} ${path}: ${reply.status()} ${text}`);
  return text === "" ? undefined : JSON.parse(text);
}

/// The workloads that are kept.
export const workloads = (page) => api(page, "/api/workloads");

/// A workload with its history.
export const record = (page, id) => api(page, `/api/workloads/${id}`);

/// Keeps a workload file; returns its id.
export const create = async (page, text) => (await api(page, "/api/workloads", "POST", { text })).id;

/// The id of the workload in the address.
export const id = (page) => /\/w\/([^/?#]+)/.exec(page.url())[1];

/// Ends when the screen has come to rest: nothing is fetched, drawn or assessed any more.
export async function settled(page) {
  await page.waitForSelector("h1");
  await page.waitForFunction(() => {
    const text = document.body.innerText;
    const works = /Opening…|Drawing…|Being assessed…|Writing…|Looking which there are…|Fetching the|Saving…/.test(text);
    return !works && document.querySelector("main [aria-busy=true]") === null;
  }, undefined, { timeout: PATIENCE });
  // Fonts and what was asked for in the last frame.
  await page.evaluate(() => document.fonts.ready.then(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))));
}

/// Goes to an address in the app, without a new page where that is possible.
export async function visit(page, server, path) {
  await page.goto(server.origin + path);
  await settled(page);
}

/// Describes a new, empty workload, from wherever the portfolio is shown.
export async function begin(page, name) {
  await page.getByRole("button", { name: /^(Describe your own workload|New workload|Describe a workload)$/ }).click();
  const dialog = page.getByRole("dialog", { name: "New workload" });
  await dialog.getByLabel("Name", { exact: true }).fill(name);
  await dialog.getByRole("button", { name: "Begin with the questions" }).click();
  await page.waitForURL(/\/w\/[^/]+\/questions/);
  await settled(page);
  return id(page);
}

/// The question with this id, on the screen.
export const question = (page, name) => page.locator(`#q-${name}`);

/// Answers a question by a click on one of its choices.
export async function pick(page, name, label) {
  await question(page, name).locator(".picks label", { hasText: label }).first().click();
}

/// Ends when everything is kept.
export async function saved(page) {
  await page.locator(".save-note", { hasText: /^Saved$/ }).waitFor();
}

/// What makes the page wider than the window; runs in the page.
export function tooWide() {
  const root = document.scrollingElement;
  if (root.scrollWidth <= window.innerWidth) return null;
  const clips = (element) => {
    for (let up = element.parentElement; up && up !== document.body; up = up.parentElement) {
      if (getComputedStyle(up).overflowX !== "visible") return true;
    }
    return false;
  };
  const culprits = [...document.querySelectorAll("body *")]
    .filter((element) => element.getBoundingClientRect().right > window.innerWidth + 0.5 && !clips(element))
    .map((element) => `${element.tagName.toLowerCase()}.${element.getAttribute("class") ?? ""}`);
  return `${root.scrollWidth} px: ${[...new Set(culprits)].slice(0, 6).join(", ")}`;
}
