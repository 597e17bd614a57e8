// Tips stay within the map: what stands over its edge would be cut.

const TIP_MARGIN_PX = 3;

export function keepTipsInside({ map }) {
  let open = null;
  map.on("tooltipopen", ({ tooltip }) => moveTipInside(map, (open = tooltip)));
  map.on("tooltipclose", ({ tooltip }) => { if (open === tooltip) open = null; });
  map.on("mousemove", () => { if (open?.options.sticky) moveTipInside(map, open); });
}

// A tip that has no room above its mark goes below it; any other is moved as little as it takes.
function moveTipInside(map, tooltip) {
  const box = tooltip.getElement();
  if (!box) return;
  box.style.translate = "";
  const [tip, frame] = [box, map.getContainer()].map((element) => element.getBoundingClientRect());
  const into = (start, end, first, last) => Math.max(0, first + TIP_MARGIN_PX - start) || Math.min(0, last - TIP_MARGIN_PX - end);
  const across = into(tip.left, tip.right, frame.left, frame.right);
  const { direction, offset } = tooltip.options;
  const toBelow = tip.height - 2 * L.point(offset).y;
  const above = tip.top < frame.top + TIP_MARGIN_PX && direction === "top";
  const down = above && tip.bottom + toBelow <= frame.bottom ? toBelow : into(tip.top, tip.bottom, frame.top, frame.bottom);
  if (across || down) box.style.translate = `${across}px ${down}px`;
}
