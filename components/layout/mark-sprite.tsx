/** One point up, arch up, square, arch down, point down: the shape says the level even without colour. */
const SHAPES = [
  { narrow: "M12 1 22.5 8.2V22.5H1.5V8.2Z", wide: "M15 1 28.5 8.2V22.5H1.5V8.2Z", y: 17.2 },
  {
    narrow: "M1.5 22.5V11.5A10.5 10.5 0 0 1 22.5 11.5V22.5Z",
    wide: "M1.5 22.5V11.5A13.5 10.5 0 0 1 28.5 11.5V22.5Z",
    y: 17,
  },
  { narrow: "M1.5 1.5H22.5V22.5H1.5Z", wide: "M1.5 1.5H28.5V22.5H1.5Z", y: 16.7 },
  {
    narrow: "M1.5 1.5H22.5V12.5A10.5 10.5 0 0 1 1.5 12.5Z",
    wide: "M1.5 1.5H28.5V12.5A13.5 10.5 0 0 1 1.5 12.5Z",
    y: 15.6,
  },
  { narrow: "M1.5 1.5H22.5V15.8L12 23 1.5 15.8Z", wide: "M1.5 1.5H28.5V15.8L15 23 1.5 15.8Z", y: 15.4 },
] as const;

interface SymbolProps {
  readonly id: string;
  readonly path: string;
  readonly level: number;
  readonly y: number;
  readonly text: string;
  readonly width: 24 | 30;
  readonly dashed?: boolean;
}

function LevelSymbol({ id, path, level, y, text, width, dashed = false }: SymbolProps) {
  return (
    <symbol id={id} viewBox={`0 0 ${width} 24`}>
      <path className={`h-f${level} h-m-line${dashed ? " h-m-dash" : ""}`} d={path} />
      <text className={`h-m-text h-on${level}`} x={width / 2} y={y}>
        {text}
      </text>
    </symbol>
  );
}

/** Symbols and the hatch pattern that marks and charts refer to. Once per page, before everything else. */
export function MarkSprite() {
  return (
    <svg className="h-sprite" aria-hidden="true" focusable="false">
      <defs>
        <pattern id="h-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect className="h-hatch-bg" width="6" height="6" />
          <line className="h-hatch-ln" x1="1" y1="0" x2="1" y2="6" />
        </pattern>
      </defs>
      {SHAPES.map((shape, i) => {
        const level = i + 1;
        const digit = String(level);
        const band = "ABCDE".charAt(i);
        return (
          <g key={level}>
            <LevelSymbol id={`m${digit}`} path={shape.narrow} level={level} y={shape.y} text={digit} width={24} />
            <LevelSymbol
              id={`m${digit}u`}
              path={shape.narrow}
              level={level}
              y={shape.y}
              text={digit}
              width={24}
              dashed
            />
            <LevelSymbol id={`b${band}`} path={shape.narrow} level={level} y={shape.y} text={band} width={24} />
            <LevelSymbol id={`b${band}u`} path={shape.narrow} level={level} y={shape.y} text={band} width={24} dashed />
            <LevelSymbol id={`j${i}`} path={shape.wide} level={level} y={shape.y} text={`J${i}`} width={30} />
            <LevelSymbol id={`j${i}u`} path={shape.wide} level={level} y={shape.y} text={`J${i}`} width={30} dashed />
          </g>
        );
      })}
      <symbol id="m0" viewBox="0 0 24 24">
        <rect className="h-m0" x="2.5" y="2.5" width="19" height="19" />
        <path className="h-m0l" d="M8.5 12H15.5" />
      </symbol>
      <symbol id="mj0" viewBox="0 0 30 24">
        <rect className="h-m0" x="2.5" y="2.5" width="25" height="19" />
        <path className="h-m0l" d="M11.5 12H18.5" />
      </symbol>
      <symbol id="mu" viewBox="0 0 24 24">
        <rect className="h-fu h-m-line" x="1.5" y="1.5" width="21" height="21" />
        <rect className="h-hatch-bg" x="7" y="4.5" width="10" height="15" />
        <text className="h-m-text h-t" x="12" y="16.7">
          ?
        </text>
      </symbol>
      <symbol id="mju" viewBox="0 0 30 24">
        <rect className="h-fu h-m-line" x="1.5" y="1.5" width="27" height="21" />
        <rect className="h-hatch-bg" x="10" y="4.5" width="10" height="15" />
        <text className="h-m-text h-t" x="15" y="16.7">
          ?
        </text>
      </symbol>
      <symbol id="s-ok" viewBox="0 0 16 16">
        <circle className="h-st-fill" cx="8" cy="8" r="6.5" />
        <path className="h-st-tick" d="M4.8 8.2 7.2 10.6 11.4 5.8" />
      </symbol>
      <symbol id="s-on" viewBox="0 0 16 16">
        <circle className="h-st-ln" cx="8" cy="8" r="6.2" />
        <path className="h-st-fill" d="M8 1.8A6.2 6.2 0 0 1 8 14.2Z" />
      </symbol>
      <symbol id="s-behind" viewBox="0 0 16 16">
        <path className="h-st-ln" d="M8 1.8 15 14.2H1Z" />
        <path className="h-st-ln" d="M8 6.2V10M8 11.4V12.8" />
      </symbol>
      <symbol id="s-missed" viewBox="0 0 16 16">
        <rect className="h-st-fill" x="1.8" y="1.8" width="12.4" height="12.4" />
        <path className="h-st-tick" d="M5 5 11 11M11 5 5 11" />
      </symbol>
      <symbol id="s-none" viewBox="0 0 16 16">
        <circle className="h-st-ln h-st-dash" cx="8" cy="8" r="6.2" />
      </symbol>
    </svg>
  );
}
