// Rectangles {x, y, w, h} and lines [{x, y}, …] in pixels, y downwards.

/** Whether two rectangles share more than half a pixel in both directions. */
export function overlaps(a, b, slack = 0.5) {
  return (
    a.x + slack < b.x + b.w && b.x + slack < a.x + a.w && a.y + slack < b.y + b.h && b.y + slack < a.y + a.h
  );
}

/** Whether `inner` lies inside `outer`, half a pixel forgiven. */
export function contains(outer, inner, slack = 0.5) {
  return (
    inner.x >= outer.x - slack &&
    inner.y >= outer.y - slack &&
    inner.x + inner.w <= outer.x + outer.w + slack &&
    inner.y + inner.h <= outer.y + outer.h + slack
  );
}

/** The smallest rectangle around rectangles and points. */
export function bounds(rects, points = []) {
  const left = Math.min(...rects.map((r) => r.x), ...points.map((p) => p.x));
  const top = Math.min(...rects.map((r) => r.y), ...points.map((p) => p.y));
  const right = Math.max(...rects.map((r) => r.x + r.w), ...points.map((p) => p.x));
  const bottom = Math.max(...rects.map((r) => r.y + r.h), ...points.map((p) => p.y));
  return { x: left, y: top, w: right - left, h: bottom - top };
}

/** The length of a line. */
export function length(line) {
  let sum = 0;
  for (let i = 1; i < line.length; i += 1) sum += Math.hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y);
  return sum;
}

/** The point after this share of a line's length. */
export function along(line, share) {
  let left = length(line) * share;
  for (let i = 1; i < line.length; i += 1) {
    const [a, b] = [line[i - 1], line[i]];
    const step = Math.hypot(b.x - a.x, b.y - a.y);
    if (step > 0 && left <= step) return { x: a.x + ((b.x - a.x) * left) / step, y: a.y + ((b.y - a.y) * left) / step };
    left -= step;
  }
  return line[line.length - 1];
}

/** The corners of a line that turn by more than a degree. */
export function bends(line) {
  const points = line.filter((p, i) => i === 0 || Math.hypot(p.x - line[i - 1].x, p.y - line[i - 1].y) > 0.5);
  let count = 0;
  for (let i = 1; i + 1 < points.length; i += 1) {
    const [a, b, c] = [points[i - 1], points[i], points[i + 1]];
    const turn = Math.abs(Math.atan2(c.y - b.y, c.x - b.x) - Math.atan2(b.y - a.y, b.x - a.x));
    const least = Math.min(turn, 2 * Math.PI - turn);
    if (least > Math.PI / 180) count += 1;
  }
  return count;
}

/** A chain of cubic Bézier curves (1 + 3n points) as a line of many short pieces. */
export function flatten(curve, pieces = 12) {
  const line = [curve[0]];
  for (let i = 0; i + 3 < curve.length; i += 3) {
    const [a, b, c, d] = curve.slice(i, i + 4);
    for (let step = 1; step <= pieces; step += 1) {
      const t = step / pieces;
      const s = 1 - t;
      const mix = (axis) =>
        s * s * s * a[axis] + 3 * s * s * t * b[axis] + 3 * s * t * t * c[axis] + t * t * t * d[axis];
      line.push({ x: mix('x'), y: mix('y') });
    }
  }
  return line;
}

/** Whether a line runs through the inside of a rectangle, its outermost pixel left out. */
export function runsThrough(line, rect, margin = 1) {
  const inner = { x: rect.x + margin, y: rect.y + margin, w: rect.w - 2 * margin, h: rect.h - 2 * margin };
  if (inner.w <= 0 || inner.h <= 0) return false;
  for (let i = 1; i < line.length; i += 1) if (clips(line[i - 1], line[i], inner)) return true;
  return false;
}

/** Liang–Barsky: whether a piece of line shares a stretch with a rectangle. */
function clips(a, b, rect) {
  let [from, to] = [0, 1];
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  for (const [p, q] of [
    [-dx, a.x - rect.x],
    [dx, rect.x + rect.w - a.x],
    [-dy, a.y - rect.y],
    [dy, rect.y + rect.h - a.y],
  ]) {
    if (p === 0) {
      if (q <= 0) return false;
    } else if (p < 0) from = Math.max(from, q / p);
    else to = Math.min(to, q / p);
  }
  return from < to;
}

// Lines that share a stretch or touch at a corner cross only if they leave on other sides than they
// came from. Moved a hair's breadth aside in each diagonal direction, such lines cross in the open or
// not at all, and the direction with the fewest crossings tells which it is.
const HAIR = 0.013;
const ASIDE = [
  [HAIR, 0.71 * HAIR],
  [HAIR, -0.83 * HAIR],
  [-HAIR, 0.77 * HAIR],
  [-HAIR, -0.69 * HAIR],
];

/** How often two lines cross. */
export function crossings(one, other) {
  const [a, b] = [bounds([], one), bounds([], other)];
  if (a.x > b.x + b.w + 1 || b.x > a.x + a.w + 1 || a.y > b.y + b.h + 1 || b.y > a.y + a.h + 1) return 0;
  let fewest = Infinity;
  for (const [dx, dy] of ASIDE) {
    let count = 0;
    for (let i = 1; i < one.length; i += 1) {
      const p = { x: one[i - 1].x + dx, y: one[i - 1].y + dy };
      const q = { x: one[i].x + dx, y: one[i].y + dy };
      for (let j = 1; j < other.length; j += 1) if (cross(p, q, other[j - 1], other[j])) count += 1;
    }
    fewest = Math.min(fewest, count);
    if (fewest === 0) break;
  }
  return fewest;
}

function cross(a, b, c, d) {
  const side = (p, q, r) => (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
  return side(a, b, c) > 0 !== side(a, b, d) > 0 && side(c, d, a) > 0 !== side(c, d, b) > 0;
}

/** How far two lines run on one another, for straight pieces that go across or down. */
export function shared(one, other) {
  let sum = 0;
  for (let i = 1; i < one.length; i += 1) {
    for (let j = 1; j < other.length; j += 1) {
      for (const [across, down] of [['x', 'y'], ['y', 'x']]) {
        const [a, b, c, d] = [one[i - 1], one[i], other[j - 1], other[j]];
        const level = [a, b, c, d].every((p) => Math.abs(p[down] - a[down]) < 0.75);
        if (!level) continue;
        const low = Math.max(Math.min(a[across], b[across]), Math.min(c[across], d[across]));
        const high = Math.min(Math.max(a[across], b[across]), Math.max(c[across], d[across]));
        sum += Math.max(0, high - low);
      }
    }
  }
  return sum;
}
