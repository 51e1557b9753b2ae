// The server goes away in the middle of an edit: nothing is lost, the state is said, and it is
// saved by itself when the server is back.
import { after, test } from "node:test";
import assert from "node:assert/strict";
import { close, enter, profile } from "./browser.mjs";
import { folder, serve } from "./server.mjs";
import { begin, id, pick, question, record, saved, settled } from "./app.mjs";
import { eventually } from "./expect.mjs";

after(close);

const note = (page) => page.locator(".save-note");
const NOT_SAVED = /Not saved yet/;

/// Answers three questions and says whose edit it was in a note.
async function answers(page) {
  await pick(page, "trigger", "HTTP requests");
  await pick(page, "waiting", "A person");
  const number = question(page, "longest_step").locator(".number input");
  await number.fill("900 ms");
  await number.press("Enter");
}

const holdsAll = (text) => text.includes("http") && text.includes("waiting: person") && text.includes("longest_step: 900 ms");

for (const signal of ["SIGTERM", "SIGKILL"]) {
  test(`the server is gone (${signal}) and comes back`, async (t) => {
    const data = await folder(t);
    let server = await serve(t, data);
    const page = await enter(await profile(t), server);
    const workload = await begin(page, "Offline");
    await pick(page, "work_kind", "An API or mobile back end");
    await saved(page);
    // In the middle: the change is made, and nobody has confirmed it yet.
    await pick(page, "trigger", "HTTP requests");
    await server.stop(signal);
    await note(page).filter({ hasText: NOT_SAVED }).waitFor();
    await pick(page, "waiting", "A person");
    const number = question(page, "longest_step").locator(".number input");
    await number.fill("900 ms");
    await number.press("Enter");
    await note(page).filter({ hasText: NOT_SAVED }).waitFor();
    assert.ok(await page.getByRole("button", { name: "Try now" }).isVisible());
    // The engine is in the page: the other screens go on.
    await page.getByRole("navigation", { name: "Screens of the workload" }).getByRole("link", { name: "Verdict" }).click();
    await page.getByRole("heading", { name: "What weighs" }).waitFor();
    await page.goBack();
    assert.ok(await question(page, "waiting").getByLabel("A person").isChecked());

    server = await serve(t, data, server.port);
    await saved(page);
    assert.ok(holdsAll((await record(page, workload)).text));
    await page.reload();
    await settled(page);
    assert.equal(await question(page, "longest_step").locator(".number input").inputValue(), "900 ms");
    assert.ok(await question(page, "waiting").getByLabel("A person").isChecked());
    await page.getByRole("button", { name: /^Undo: Answer: / }).waitFor();
  });
}

test("the page is loaded anew before the save was tried again", async (t) => {
  const data = await folder(t);
  let server = await serve(t, data);
  const page = await enter(await profile(t), server);
  const workload = await begin(page, "Reloaded");
  await saved(page);
  await server.stop("SIGKILL");
  await answers(page);
  await note(page).filter({ hasText: NOT_SAVED }).waitFor();
  // From now on no save gets through until the page is loaded anew.
  await page.route(`**/api/workloads/${workload}`, (route) => (route.request().method() === "PUT" ? route.abort() : route.continue()));
  server = await serve(t, data, server.port);
  assert.ok(!holdsAll((await record(page, workload)).text), "the store has nothing of it yet");
  await page.reload();
  await settled(page).catch(() => {});
  assert.equal(await question(page, "longest_step").locator(".number input").inputValue(), "900 ms");
  assert.ok(await question(page, "waiting").getByLabel("A person").isChecked());
  await page.unroute(`**/api/workloads/${workload}`);
  await saved(page);
  assert.ok(holdsAll((await record(page, workload)).text));
});

test("a save whose answer was lost isn't made twice", async (t) => {
  const server = await serve(t, await folder(t));
  const page = await enter(await profile(t), server);
  const workload = await begin(page, "Once");
  await saved(page);
  let lost = 0;
  await page.route(`**/api/workloads/${workload}`, async (route) => {
    if (route.request().method() !== "PUT" || lost > 0) return route.continue();
    lost += 1;
    await route.fetch();
    return route.abort();
  });
  await pick(page, "waiting", "A person");
  await note(page).filter({ hasText: NOT_SAVED }).waitFor();
  await saved(page);
  const { history } = await record(page, workload);
  assert.equal(lost, 1);
  assert.equal(history.done.length, 1, "one step");
  assert.equal(await page.locator("dialog[open]").count(), 0, "no conflict with oneself");
});

test("the portfolio without a server says so, and goes on when it is back", async (t) => {
  const data = await folder(t);
  let server = await serve(t, data);
  const page = await enter(await profile(t), server);
  const workload = await begin(page, "Portfolio");
  await saved(page);
  await server.stop();
  await page.getByRole("navigation", { name: "Places" }).getByRole("link", { name: "Workloads" }).click();
  const trouble = page.locator(".trouble");
  await trouble.waitFor();
  assert.match(await trouble.innerText(), /plumbline serve/);
  server = await serve(t, data, server.port);
  await trouble.getByRole("button", { name: "Try again" }).click();
  await page.getByRole("link", { name: "Portfolio" }).click();
  await settled(page);
  assert.equal(id(page), workload);
  await eventually(() => page.locator(".trouble").count(), (count) => count === 0, "the trouble is over");
});
