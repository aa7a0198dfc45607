import a11y from "eslint-plugin-jsx-a11y";
import hooks from "eslint-plugin-react-hooks";
import ts from "typescript-eslint";
import { rooms } from "./eslint-rooms.mjs";

export default ts.config(
  {
    ignores: [
      ".next*/",
      "generated/",
      "node_modules/",
      "data/",
      "next-env.d.ts",
      "test-results/",
      "playwright-report/",
    ],
  },
  ...ts.configs.recommended,
  {
    plugins: { rooms },
    rules: {
      "rooms/imports": "error",
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_", ignoreRestSiblings: true },
      ],
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "separate-type-imports" }],
      eqeqeq: ["error", "always"],
      "no-console": "off",
    },
  },
  {
    files: ["**/*.tsx"],
    plugins: { "jsx-a11y": a11y, "react-hooks": hooks },
    rules: {
      ...a11y.flatConfigs.recommended.rules,
      ...hooks.configs.recommended.rules,
      // Tables become blocks on phones; browsers drop the table roles then, so they are written out.
      "jsx-a11y/no-redundant-roles": "off",
      "jsx-a11y/no-interactive-element-to-noninteractive-role": "off",
      // A scrolling region must be reachable by keyboard.
      "jsx-a11y/no-noninteractive-tabindex": ["error", { roles: ["region", "tabpanel", "alert"], tags: ["main"] }],
    },
  },
  {
    // No clock, randomness, environment or waiting: what a rule needs is handed in.
    files: ["lib/domain/**/*.ts"],
    ignores: ["lib/domain/**/*.test.ts", "lib/domain/**/testing/**", "lib/domain/**/testing.ts"],
    rules: {
      "no-restricted-globals": ["error", "process", "fetch", "setTimeout", "crypto", "console"],
      "no-restricted-properties": [
        "error",
        { object: "Math", property: "random", message: "The domain has no randomness; hand a seed in." },
        { object: "Date", property: "now", message: "The domain has no clock; hand the day in." },
      ],
      "no-restricted-syntax": [
        "error",
        { selector: ":function[async=true]", message: "The domain does not wait." },
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: "The domain has no clock; hand the day in.",
        },
      ],
    },
  },
);
