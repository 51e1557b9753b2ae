// The same workload in two windows: what is done in one appears in the other, and when both change
// it, nothing is overwritten and a person decides.
import { after, test } from "node:test";
import assert from "node:assert/strict";
import { close, enter, profile } from "./browser.mjs";
import { folder, serve } from "./server.mjs";
import { begin, id, pick, question, record, saved, settled, workloads } from "./app.mjs";

after(close);

/// Two windows on a new workload: two pages of one profile, or of two.
async function windows(t, apart) {
  const server = await serve(t, await folder(t));
  const context = await profile(t);
  const a = await enter(context, server);
  const workload = await begin(a, "Shared");
  const b = await enter(apart ? await profile(t) : context, server, `/w/${workload}/questions`);
  await settled(b);
  return { server, a, b, workload };
}

const conflict = (page) => page.getByRole("dialog", { name: "Changed in two windows" });
const person = (page) => question(page, "waiting").getByLabel("A person");
const nobody = (page) => question(page, "waiting").getByLabel("Nobody");

/// Both answer the same question; B's save is held until A's is there.
async function both(a, b, workload) {
  let free;
  const held = new Promise((resolve) => (free = resolve));
  const path = `**/api/workloads/${workload}`;
  await b.route(path, async (route) => {
    if (route.request().method() === "PUT") await held;
    await route.continue();
  });
  await b.route(`${path}/vitals`, (route) => route.abort());
  await pick(b, "waiting", "Nobody");
  await pick(b, "work_kind", "Machine learning");
  await pick(a, "waiting", "A person");
  await saved(a);
  free();
  await conflict(b).waitFor();
  await b.unroute(`${path}/vitals`);
  await b.unroute(path);
}

for (const apart of [false, true]) {
  test(`an edit appears in the other window (${apart ? "two browsers" : "two tabs"})`, async (t) => {
    const { a, b } = await windows(t, apart);
    await pick(a, "waiting", "A person");
    await saved(a);
    await b.bringToFront();
    await b.waitForFunction(() => document.querySelector("#q-waiting input:checked") !== null);
    assert.ok(await person(b).isChecked());
    await b.getByRole("button", { name: /^Undo: Answer: / }).click();
    await saved(b);
    await a.bringToFront();
    await a.waitForFunction(() => document.querySelector("#q-waiting input:checked") === null);
    await a.getByRole("button", { name: /^Redo: Answer: / }).waitFor();
  });
}

test("the loser sees both, and keeps what is here", async (t) => {
  const { a, b, workload } = await windows(t, true);
  await both(a, b, workload);
  const row = conflict(b).getByRole("row", { name: /waits|waiting/i });
  assert.match(await row.innerText(), /nobody[^]*person/i, "here and elsewhere");
  assert.match((await record(b, workload)).text, /waiting: person/, "nothing was overwritten");
  await conflict(b).getByRole("button", { name: "Keep what is here" }).click();
  await conflict(b).waitFor({ state: "hidden" });
  await saved(b);
  assert.match((await record(b, workload)).text, /waiting: nobody/);
  await b.getByRole("button", { name: "Undo: Keep this window's version" }).click();
  await saved(b);
  assert.match((await record(b, workload)).text, /waiting: person/, "undo leads to the other");
});

test("the loser takes what is elsewhere", async (t) => {
  const { a, b, workload } = await windows(t, false);
  await both(a, b, workload);
  const before = await record(b, workload);
  await conflict(b).getByRole("button", { name: "Take what is elsewhere" }).click();
  await conflict(b).waitFor({ state: "hidden" });
  await saved(b);
  assert.ok(await person(b).isChecked());
  assert.deepEqual(await record(b, workload), before);
  await b.reload();
  await settled(b);
  assert.ok(await person(b).isChecked(), "what was dropped doesn't come back");
});

test("the loser keeps both, as two workloads", async (t) => {
  const { a, b, workload } = await windows(t, true);
  await both(a, b, workload);
  await conflict(b).getByRole("button", { name: "Keep both, as two workloads" }).click();
  await b.waitForURL((url) => !url.pathname.includes(workload));
  await settled(b);
  assert.match((await record(b, workload)).text, /waiting: person/);
  const mine = await record(b, id(b));
  assert.match(mine.text, /name: Shared \(my version\)/);
  assert.match(mine.text, /waiting: nobody/);
  assert.ok(await nobody(b).isChecked());
  assert.equal((await workloads(b)).filter((one) => one.text.includes("name: Shared")).length, 2);
});

test("a conflict that is put away and a reload lose nothing", async (t) => {
  const { a, b, workload } = await windows(t, true);
  await both(a, b, workload);
  await b.keyboard.press("Escape");
  await conflict(b).waitFor({ state: "hidden" });
  await b.locator(".save-note", { hasText: "Changed elsewhere" }).waitFor();
  assert.ok(await nobody(b).isChecked(), "what was done here is still here");
  assert.match((await record(b, workload)).text, /waiting: person/);
  await b.reload();
  await conflict(b).waitFor();
  await conflict(b).getByRole("button", { name: "Keep what is here" }).click();
  await saved(b);
  assert.match((await record(b, workload)).text, /waiting: nobody/);
});
