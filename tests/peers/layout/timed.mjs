// Time of a layout.

/** A layout and the median time of some runs, in milliseconds; the fault of an engine that gives up. */
export async function timed(layOut, runs) {
  const times = [];
  let layout;
  try {
    for (let run = 0; run < runs; run += 1) {
      const started = performance.now();
      layout = await layOut();
      times.push(performance.now() - started);
      // A slow engine has been measured well enough.
      if (times.reduce((a, b) => a + b) > 20_000) break;
    }
  } catch (fault) {
    return { fault: String(fault?.message ?? fault).split('\n')[0] };
  }
  times.sort((a, b) => a - b);
  return { layout, ms: times[Math.floor(times.length / 2)] };
}
