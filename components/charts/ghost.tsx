/** Outline of a chart that will stand here once there are data. Never sample figures. */
export function GhostChart({ kind }: { readonly kind: "bars" | "levels" | "line" }) {
  return (
    <svg className="h-chart h-ch-56" aria-hidden="true">
      {kind === "bars" &&
        [64, 41, 22, 12].map((width, i) => (
          <rect key={width} className="h-ghost" x="0.5" y={4 + i * 13} width={`${width}%`} height="9" />
        ))}
      {kind === "levels" &&
        [0, 22, 39, 52, 82].map((x, i, all) => (
          <rect key={x} className="h-ghost" x={`${x}%`} y="6" width={`${(all[i + 1] ?? 99.8) - x}%`} height="36" />
        ))}
      {kind === "line" && (
        <>
          <line className="h-ghostl" x1="0" y1="10" x2="100%" y2="10" />
          <line className="h-ghostl" x1="0" y1="44" x2="30%" y2="38" />
          <line className="h-ghostl" x1="30%" y1="38" x2="62%" y2="30" />
        </>
      )}
    </svg>
  );
}
