export {
  GoalStatus,
  Mark,
  markSymbol,
  MarkWithText,
  Strip,
  type Band,
  type ExposureClass,
  type GoalState,
  type MarkProps,
  type MarkState,
  type MunichLevel,
} from "./mark";
export { Cell, Row, RowHead, ScrollTable, SortHeader, TBody, TFoot, THead, type CellProps, type Column } from "./table";
export { Chips, DataTools, FilterBar, pageList, Pager, Tabs, type Chip, type TabItem } from "./list";
export {
  Checkbox,
  ErrorSummary,
  SelectField,
  TextArea,
  TextField,
  type FieldProps,
  type SelectGroup,
  type SelectOption,
} from "./field";
export { Actions, Button, Confirm, LinkButton, PostButton } from "./button";
export { Delta, Empty, Note, Steps } from "./note";
export { CheckboxGroup, Fieldset, RadioGroup, type Choice } from "./choice";
