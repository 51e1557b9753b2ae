// Addresses: each leads to its place, Back and Forward lead through them, and the focus goes along.
import { after, test } from "node:test";
import assert from "node:assert/strict";
import { close, enter, profile } from "./browser.mjs";
import { folder, serve } from "./server.mjs";
import { SCREENS, id, settled, visit, workloads } from "./app.mjs";
import { eventually } from "./expect.mjs";

const HEADINGS = {
  verdict: /^Run API on/, architecture: "Architecture", "trade-offs": "Trade-offs", checklists: "Checklists",
  documents: "Documents", compare: "Compare", questions: "Workload shape",
};

after(close);

async function start(t, options) {
  const server = await serve(t, await folder(t));
  const page = await enter(await profile(t, options), server);
  await settled(page);
  const checkout = (await workloads(page)).find((one) => one.text.includes("name: Checkout")).id;
  return { server, page, checkout };
}

const heading = (page) => page.locator("h1").innerText();
const says = (text, expected) => (expected instanceof RegExp ? assert.match(text, expected) : assert.equal(text, expected));

test("every address leads to its place, with its title", async (t) => {
  const { server, page, checkout } = await start(t);
  for (const screen of SCREENS) {
    await visit(page, server, `/w/${checkout}/${screen}`);
    says((await heading(page)).replaceAll("\n", " "), HEADINGS[screen]);
    assert.match(await page.title(), /^[A-Z][a-z-]+ · Checkout · Plumbline$/);
    assert.equal(await page.locator("h1").count(), 1, `one h1 on ${screen}`);
  }
  await visit(page, server, `/w/${checkout}`);
  says(await heading(page), HEADINGS.questions);
  for (const [path, words, title] of [
    ["/", "Should it be serverless?", /Workloads · Plumbline/],
    ["/?sort=name", "Workloads", /Workloads · Plumbline/],
    ["/?archived=1", "Archived workloads", /Workloads · Plumbline/],
    ["/knowledge", "Knowledge", /Knowledge/],
    ["/settings", "Settings", /Settings/],
  ]) {
    await visit(page, server, path);
    says(await heading(page), words);
    assert.match(await page.title(), title);
  }
});

test("every kind of knowledge, and an entry of each", async (t) => {
  const { server, page } = await start(t);
  await visit(page, server, "/knowledge");
  const kinds = await page.locator('main a[href^="/knowledge/"]').evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute("href").split("/")[2]))]);
  assert.ok(kinds.length >= 8, kinds.join());
  for (const kind of kinds) {
    await visit(page, server, `/knowledge/${kind}`);
    const list = await heading(page);
    const link = page.locator(`main a[href^="/knowledge/${kind}/"]`).first();
    const href = await link.getAttribute("href");
    await link.click();
    await page.waitForURL(`${server.origin}${href}`);
    const entry = await eventually(() => heading(page), (now) => now !== list, `${href} is shown`);
    await visit(page, server, href);
    assert.equal(await heading(page), entry, `${href} by its address`);
    assert.ok((await page.title()).includes("Plumbline"));
  }
});

test("an address that leads nowhere says so and shows a way on", async (t) => {
  const { server, page } = await start(t);
  for (const path of ["/no/such/place", "/w/abc/verdict", "/w/abc/nothing", "/knowledge/nothing", "/knowledge/rules/nothing", "/knowledge/rules/a%2Fb%3Cimg%3E", "/%ff%zz"]) {
    await visit(page, server, path);
    const text = await page.locator("main").innerText();
    assert.match(text, /no|can't|isn't|nothing/i, path);
    assert.ok(await page.locator("main a[href], main button").count() > 0, `a way on from ${path}`);
  }
});

test("a question by its address is in sight and has the focus", async (t) => {
  const { server, page, checkout } = await start(t);
  for (const name of ["idle_share", "budgets", "memory"]) {
    await visit(page, server, `/w/${checkout}/questions#q-${name}`);
    await eventually(() => page.evaluate(() => document.activeElement.id), (focused) => focused === `q-${name}`, "the focus is there");
    const { top, bottom } = await page.locator(`#q-${name}`).evaluate((element) => element.getBoundingClientRect().toJSON());
    assert.ok(top >= 40 && top < 900 && bottom > 0, `${name} at ${top}`);
  }
  // The same from inside: no new page.
  await page.evaluate(() => (window.same = true));
  await page.keyboard.press("Control+k");
  await page.locator("dialog[open] input").fill("question: use of a machine");
  await page.keyboard.press("Enter");
  await eventually(() => page.evaluate(() => document.activeElement.id), (focused) => focused === "q-utilisation", "the palette leads there");
  assert.ok(await page.evaluate(() => window.same));
});

test("Back and Forward restore places, choices and the scroll", async (t) => {
  const { server, page, checkout } = await start(t);
  const walk = [];
  await page.locator(".card", { hasText: "Checkout" }).getByRole("link").click();
  for (const screen of ["Architecture", "Trade-offs", "Checklists"]) {
    walk.push([new URL(page.url()).pathname, await (await settled(page), heading(page))]);
    await page.getByRole("navigation", { name: "Screens of the workload" }).getByRole("link", { name: screen }).click();
    await page.getByRole("heading", { level: 1, name: screen }).waitFor();
    await eventually(() => page.evaluate(() => document.activeElement.tagName), (tag) => tag === "H1", "the focus goes to the heading");
    assert.equal(await page.evaluate(() => window.scrollY), 0);
  }
  for (const [path, words] of walk.toReversed()) {
    await page.goBack();
    await eventually(() => heading(page), (now) => now === words, path);
    assert.equal(new URL(page.url()).pathname, path);
    await eventually(() => page.evaluate(() => document.activeElement.tagName), (tag) => tag === "H1", "the focus goes to the heading");
  }
  await page.goBack();
  await page.getByRole("heading", { name: "Should it be serverless?" }).waitFor();
  await page.goForward();
  await eventually(() => heading(page), (now) => now === walk[0][1], "forward");
  assert.equal(id(page), checkout);
  // What is chosen on a screen stands in its address.
  await visit(page, server, `/w/${checkout}/trade-offs`);
  await page.getByRole("group", { name: "Severity" }).getByRole("button", { name: /^High/ }).click();
  await page.waitForURL(/severity=high/);
  const count = await page.locator("details.trade-off").count();
  await page.reload();
  await settled(page);
  assert.equal(await page.locator("details.trade-off").count(), count);
  await visit(page, server, "/?verdict=functions&find=thumb");
  assert.equal(await page.locator("tbody tr").count(), 1);
});

test("a link to a part of a screen leads to it", async (t) => {
  const { server, page, checkout } = await start(t);
  await visit(page, server, `/w/${checkout}/verdict`);
  const rule = await page.locator("#evidence details").nth(5).getAttribute("id");
  await visit(page, server, `/w/${checkout}/verdict#${rule}`);
  await eventually(() => page.locator(`#${rule}`).evaluate((element) => element.open), (open) => open, "the rule is open");
  const top = await page.locator(`#${rule}`).evaluate((element) => element.getBoundingClientRect().top);
  assert.ok(top >= 0 && top < 900, `in sight: ${top}`);
  // The skip link leads past the bar.
  await visit(page, server, "/knowledge");
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Skip to the content");
  await page.keyboard.press("Enter");
  await eventually(() => page.evaluate(() => document.activeElement.id), (focused) => focused === "main", "in the content");
});
