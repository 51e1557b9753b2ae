// Undo and redo by the names of the steps, across reloads.
import { after, test } from "node:test";
import assert from "node:assert/strict";
import { close, enter, profile } from "./browser.mjs";
import { folder, serve } from "./server.mjs";
import { begin, pick, question, record, saved, settled } from "./app.mjs";

after(close);

test("three steps, two back, a reload, one forth, one back", async (t) => {
  const server = await serve(t, await folder(t));
  const page = await enter(await profile(t), server);
  const id = await begin(page, "Undo me");
  const kept = async () => {
    await saved(page);
    return (await record(page, id)).text;
  };
  const undo = page.getByRole("button", { name: /^Undo: / });
  const redo = page.getByRole("button", { name: /^Redo: / });
  const texts = [await kept()];
  await pick(page, "trigger", "HTTP requests");
  await undo.waitFor();
  const first = await undo.getAttribute("aria-label");
  texts.push(await kept());
  await pick(page, "waiting", "A person");
  await page.waitForFunction((first) => document.querySelector("button.undo").getAttribute("aria-label") !== first, first);
  const second = await undo.getAttribute("aria-label");
  texts.push(await kept());
  const number = question(page, "longest_step").locator(".number input");
  await number.fill("900 ms");
  await number.press("Enter");
  await page.waitForFunction((second) => document.querySelector("button.undo").getAttribute("aria-label") !== second, second);
  const third = await undo.getAttribute("aria-label");
  texts.push(await kept());
  assert.equal(new Set(texts).size, 4);
  for (const name of [first, second, third]) assert.match(name, /^Undo: Answer: \S/);

  await undo.click();
  await page.getByRole("button", { name: third.replace("Undo", "Redo") }).waitFor();
  assert.equal(await kept(), texts[2]);
  assert.equal(await number.inputValue(), "", "the field follows");
  // The second time with the keys; Ctrl-Z in a field is the field's own.
  await page.locator("h1").focus();
  await page.keyboard.press("Control+z");
  await page.getByRole("button", { name: second.replace("Undo", "Redo") }).waitFor();
  assert.equal(await kept(), texts[1]);

  await page.reload();
  await settled(page);
  assert.equal(await undo.getAttribute("aria-label"), first);
  assert.equal(await redo.getAttribute("aria-label"), second.replace("Undo", "Redo"));
  await redo.click();
  await page.getByRole("button", { name: third.replace("Undo", "Redo") }).waitFor();
  assert.equal(await kept(), texts[2]);
  assert.ok(await question(page, "waiting").getByLabel("A person").isChecked());
  await undo.click();
  await page.getByRole("button", { name: second.replace("Undo", "Redo") }).waitFor();
  assert.equal(await kept(), texts[1]);
  assert.ok(!(await question(page, "waiting").getByLabel("A person").isChecked()));

  // A new step ends what could be made again.
  await pick(page, "waiting", "Nobody");
  await page.getByRole("button", { name: "Nothing to redo" }).waitFor();
  await saved(page);
  const { history } = await record(page, id);
  assert.equal(history.undone.length, 0);
  assert.equal(history.done.length, 2);
});

test("what is undone on one screen is undone on all", async (t) => {
  const server = await serve(t, await folder(t));
  const page = await enter(await profile(t), server);
  const id = await begin(page, "Everywhere");
  await pick(page, "trigger", "HTTP requests");
  await page.getByRole("navigation", { name: "Screens of the workload" }).getByRole("link", { name: "Checklists" }).click();
  await page.getByRole("heading", { level: 1, name: "Checklists" }).waitFor();
  const tick = page.locator("li.check .tick input").first();
  await tick.check();
  await page.getByRole("button", { name: /^Undo: Checklist: / }).click();
  await page.getByRole("button", { name: /^Redo: Checklist: / }).waitFor();
  assert.ok(!(await tick.isChecked()));
  await page.getByRole("button", { name: /^Undo: Answer: / }).click();
  await page.getByRole("button", { name: "Nothing to undo" }).waitFor();
  await saved(page);
  assert.ok(!(await record(page, id)).text.includes("trigger"));
});
