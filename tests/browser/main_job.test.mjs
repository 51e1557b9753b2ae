// The main job, as a new person does it: from the empty page to an exported one-pager.
import { after, test } from "node:test";
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { close, enter, profile } from "./browser.mjs";
import { folder, serve } from "./server.mjs";
import { begin, pick, question, record, saved, settled, visit } from "./app.mjs";
import { eventually } from "./expect.mjs";

after(close);

test("from the empty page to a one-pager", async (t) => {
  const server = await serve(t, await folder(t));
  const page = await enter(await profile(t, { acceptDownloads: true }), server);
  await settled(page);

  await t.test("the first run shows three examples and one next step", async () => {
    assert.equal(await page.locator(".cards .card").count(), 3);
    const verdicts = await page.locator(".cards .verdict-line").allInnerTexts();
    assert.deepEqual(verdicts.map((text) => text.trim().toLowerCase()).sort(), ["a mix", "always-on machines", "functions"]);
    assert.equal(await page.locator("main .btn-main").count(), 1, "one next step");
  });

  const id = await begin(page, "Parcel tracking");
  const tab = (name) => page.getByRole("navigation", { name: "Screens of the workload" }).getByRole("link", { name });
  const readiness = () => page.locator(".live .big").innerText();
  const section = (name) => page.getByRole("navigation", { name: "Sections of the questionnaire" }).getByRole("link", { name }).click();

  await t.test("questions of all kinds are answered, and the verdict moves with them", async () => {
    await page.locator(".live", { hasText: "No verdict yet" }).waitFor();
    const seen = new Set();
    const see = async (name) => {
      await question(page, name).getByRole("button", { name: /^Clear/ }).waitFor();
      seen.add(await readiness());
    };
    const number = async (name, text) => {
      const field = question(page, name).locator(".number input");
      await field.fill(text);
      await field.press("Enter");
    };
    await pick(page, "trigger", "HTTP requests");
    await pick(page, "trigger", "A schedule");
    await see("trigger");
    await pick(page, "waiting", "A person");
    await see("waiting");
    // With the keys: a number chooses, `d` says that nobody knows, `j` goes to the next question.
    await question(page, "work_kind").focus();
    await page.keyboard.press("1");
    await see("work_kind");
    await question(page, "longest_step").focus();
    await page.keyboard.press("j");
    await eventually(() => page.evaluate(() => document.activeElement.id), (focused) => focused === "q-compute", "`j` goes on");
    await page.keyboard.press("d");
    await see("compute");
    await number("longest_step", "900 ms");
    await see("longest_step");
    await question(page, "gpu").getByLabel("No", { exact: true }).check();
    await see("gpu");

    await section("Traffic");
    await page.getByRole("heading", { level: 1, name: "Traffic" }).waitFor();
    await question(page, "traffic_shape").locator(".pick").first().click();
    await see("traffic_shape");
    await number("average_rate", "2M/month");
    await see("average_rate");
    await question(page, "average_rate").locator("output", { hasText: "a second" }).waitFor();
    assert.equal(await question(page, "average_rate").locator(".number input").inputValue(), "2M/month", "it stays as it was typed");
    await number("peak_rate", "lots");
    const wrong = question(page, "peak_rate").getByRole("alert").filter({ hasText: /\S/ });
    await wrong.first().waitFor();
    await number("peak_rate", "");
    await wrong.first().waitFor({ state: "detached" });

    await section("Cost");
    await question(page, "budgets").getByLabel("Yes", { exact: true }).check();
    await see("budgets");
    await pick(page, "utilisation", "Not applicable");
    const reason = question(page, "utilisation").getByLabel(/Why doesn't it apply/);
    await reason.fill("Nobody sizes machines for it");
    await reason.press("Tab");
    await question(page, "utilisation").locator(".remarks", { hasText: "Nobody sizes machines for it" }).waitFor();
    await see("utilisation");
    assert.ok(seen.size >= 3, `readiness moves: ${[...seen]}`);

    for (let more = 0; more < 3; more += 1) {
      const before = await page.locator("#live-next a").innerText();
      await page.locator(".quick button").first().click();
      await eventually(() => page.locator("#live-next").innerText(), (now) => !now.includes(before), "the next question follows");
    }
    const answered = await page.locator(".progress").innerText();
    assert.ok(Number(/(\d+) of/.exec(answered)[1]) >= 8, answered);
  });

  await t.test("the verdict opens its evidence, and a change is tried and kept", async () => {
    await tab("Verdict").click();
    await settled(page);
    const rule = page.locator("#evidence details").first();
    await rule.locator("summary").click();
    await rule.locator("dt", { hasText: "Why it counts" }).waitFor();
    assert.ok(await rule.locator(".clauses").count() > 0, "its clauses");
    const before = (await record(page, id)).text;
    await page.getByRole("button", { name: /^Try / }).first().click();
    const trying = page.getByRole("region", { name: "What is being tried" });
    const [, step, outcome] = /^Trying: (.*?) → (.*)$/.exec(await trying.locator("p").innerText());
    assert.match(outcome, /readiness \d+ → \d+$/);
    await trying.getByRole("button", { name: "Drop it" }).click();
    await trying.waitFor({ state: "detached" });
    assert.equal((await record(page, id)).text, before, "what is dropped leaves nothing");
    await page.getByRole("button", { name: /^Try / }).first().click();
    await trying.getByRole("button", { name: "Keep it" }).click();
    await trying.waitFor({ state: "detached" });
    await page.getByRole("button", { name: `Undo: ${step}` }).waitFor();
    await saved(page);
    assert.notEqual((await record(page, id)).text, before);
  });

  await t.test("the architecture on another cloud, and a box of it", async () => {
    await tab("Architecture").click();
    await settled(page);
    const drawing = page.locator(".drawing svg");
    const words = () => drawing.evaluate((svg) => svg.textContent);
    await page.getByRole("group", { name: "Cloud" }).getByRole("button", { name: "AWS" }).click();
    await settled(page);
    const aws = await eventually(words, (text) => /Lambda|Fargate|EC2|Amazon/.test(text), "AWS's services are drawn");
    await page.getByRole("group", { name: "Cloud" }).getByRole("button", { name: "Azure" }).click();
    await eventually(words, (text) => text !== aws && text.includes("Azure"), "Azure's services are drawn");
    await page.locator(".drawing [data-node]").nth(1).click();
    const panel = page.locator(".thing-panel");
    await panel.getByRole("heading", { level: 2 }).waitFor();
    await page.keyboard.press("Escape");
    await panel.waitFor({ state: "detached" });
  });

  await t.test("a trade-off is decided", async () => {
    await tab("Trade-offs").click();
    await settled(page);
    const entry = page.locator("details.trade-off").first();
    await entry.locator("summary").first().click();
    await entry.getByLabel(/^Mitigate/).check();
    const owner = entry.getByLabel("Owner");
    await owner.fill("Mara");
    await owner.press("Tab");
    await page.getByRole("button", { name: /^Undo: Trade-off: .*: owner$/ }).waitFor();
    await saved(page);
  });

  await t.test("an item of a checklist is ticked", async () => {
    await tab("Checklists").click();
    await settled(page);
    await page.locator("li.check .tick input").first().check();
    await page.locator("li.check.settled").first().waitFor();
    await saved(page);
  });

  await t.test("the one-pager is shown and exported", async () => {
    await tab("Documents").click();
    // The kind that comes first is the one for whoever decides.
    await page.locator(".documents-side button").first().click();
    await settled(page);
    const frame = page.frameLocator("iframe.doc-frame-now");
    await frame.getByText("Parcel tracking").first().waitFor();
    const coming = page.waitForEvent("download");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    const download = await coming;
    assert.match(download.suggestedFilename(), /^parcel-tracking.*\.html$/);
    const paper = await readFile(await download.path(), "utf8");
    assert.ok(paper.includes("Parcel tracking"));
    assert.ok(paper.length > 2000, "a whole document");
  });

  await t.test("after a reload everything is there", async () => {
    const before = await record(page, id);
    await page.reload();
    await settled(page);
    assert.deepEqual(await record(page, id), before);
    for (const said of ["Mara", "Nobody sizes machines for it", "Parcel tracking"]) assert.ok(before.text.includes(said), said);
    await visit(page, server, `/w/${id}/questions`);
    assert.equal(await question(page, "longest_step").locator(".number input").inputValue(), "900 ms");
    await visit(page, server, `/w/${id}/checklists`);
    await page.locator("li.check.settled").first().waitFor();
    await visit(page, server, "/");
    await page.getByRole("link", { name: "Parcel tracking" }).waitFor();
  });
});
