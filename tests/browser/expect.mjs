// What has to hold, and what is said when it doesn't.
import assert from "node:assert/strict";

/// Fails with these words unless it holds.
export function expect(holds, words) {
  assert.ok(holds, words);
}

/// Asks again and again until it holds; fails with the last thing that was seen.
export async function eventually(look, holds, words, within = 15_000) {
  const until = Date.now() + within;
  let seen;
  do {
    seen = await look();
    if (holds(seen)) return seen;
    await new Promise((next) => setTimeout(next, 50));
  } while (Date.now() < until);
  assert.fail(`${words}; seen: ${JSON.stringify(seen)?.slice(0, 2000)}`);
}
