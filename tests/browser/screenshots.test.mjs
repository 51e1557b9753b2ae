// Every screen in both themes and at three widths, kept to be looked at; and at four widths nothing
// that has to be scrolled sideways.
import { after, test } from "node:test";
import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { close, enter, profile } from "./browser.mjs";
import { folder, serve } from "./server.mjs";
import { PLACES, SCREENS, begin, settled, tooWide, visit, workloads } from "./app.mjs";

const BUILD = new URL("../../build/screenshots/", import.meta.url).pathname;
const WIDTHS = [360, 1000, 1440];
/// As narrow as WCAG asks a page to be read without scrolling sideways.
const NARROWEST = 320;

after(close);

for (const theme of ["light", "dark"]) {
  test(`every screen, ${theme}`, async (t) => {
    await mkdir(BUILD, { recursive: true });
    const server = await serve(t, await folder(t));
    const page = await enter(await profile(t, { colorScheme: theme, reducedMotion: "reduce" }), server);
    const wide = [];
    const look = async (name, path) => {
      if (path) await visit(page, server, path);
      for (const width of [NARROWEST, ...WIDTHS]) {
        await page.setViewportSize({ width, height: width < 500 ? 780 : 900 });
        await settled(page);
        const over = await page.evaluate(tooWide);
        if (over) wide.push(`${name} at ${width}: ${over}`);
        if (width !== NARROWEST) await page.screenshot({ path: `${BUILD}${name}-${theme}-${width}.png`, fullPage: true });
      }
    };
    await look("welcome", "/");
    const full = (await workloads(page)).find((one) => one.text.includes("name: Checkout"));
    for (const screen of SCREENS) await look(screen, `/w/${full.id}/${screen}`);
    for (const [name, path] of Object.entries(PLACES)) await look(name, path);
    await look("rule", await firstEntry(page, server, "rules"));
    await look("service", await firstEntry(page, server, "services"));
    await page.setViewportSize({ width: 1000, height: 900 });
    await visit(page, server, "/?sort=name");
    const empty = await begin(page, "Nothing answered yet");
    for (const screen of SCREENS) await look(`${screen}-empty`, `/w/${empty}/${screen}`);
    assert.deepEqual(wide, [], "wider than the window");
  });
}

/// The first entry of a kind of knowledge.
async function firstEntry(page, server, kind) {
  await visit(page, server, `/knowledge/${kind}`);
  return page.locator(`main a[href^="/knowledge/${kind}/"]`).first().getAttribute("href");
}
