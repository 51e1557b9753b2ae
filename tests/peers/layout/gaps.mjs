// The least distances that we draw with (engine/diagram/src/lay.rs), in pixels. The peers that can be
// told get the same: lines are not shorter because boxes stand closer.
export const GAPS = {
  /** Between boxes from left to right, and from top to bottom. */
  across: 48,
  down: 42,
  /** From a frame's border to what is in it; at the top there is its label. */
  frame: 18,
  frameTop: 38,
};
