export { ExposureBar, goalDomain, GoalTrack, ReachBar, ShareBar, type GoalTrackProps } from "./bars";
export { GhostChart } from "./ghost";
export { GoalLine, thin, type GoalLineProps, type GoalPoint } from "./goal-line";
export { Histogram10, HistogramCaption, type Bin, type Histogram10Props } from "./histogram";
export { LevelBar, LevelEnds, levelGeometry, type LevelBarProps, type LevelPart } from "./level-bar";
export { MethodTrack } from "./method-track";
export { StepLine, turningPoints, type StepPoint } from "./step-line";
export { ExposureBars, ReachBars, type ExposureRow, type ReachRow } from "./tables";
