import { createUser } from "@/lib/features/account/mutations";
import { createUserInput } from "@/lib/features/account/schema";
import { parseCommand, Refused, required, UsageError } from "../command";
import { checked, inCity, valueOf, type CityContext } from "../database";
import { printJson, printLines, readStdin } from "../io";

export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseCommand(args, {
    email: { type: "string" },
    role: { type: "string" },
    city: { type: "string" },
    name: { type: "string" },
    department: { type: "string", multiple: true, default: [] },
    "password-stdin": { type: "boolean" },
    json: { type: "boolean" },
  });
  const email = required(values.email, "email");
  const role = required(values.role, "role");
  const slug = required(values.city, "city");
  // A password among the arguments would stay in the shell's history and in the list of processes.
  if (!values["password-stdin"])
    throw new UsageError("Hand the password over on standard input, with --password-stdin.");
  const password = (await readStdin()).toString("utf8").replace(/\r?\n$/, "");

  const done = await inCity(slug, "user.manage", async (context) => {
    const departmentIds = await departmentsNamed(context, values.department);
    const given = { email, role, name: values.name ?? email.split("@")[0], departmentIds, password };
    const input = checked(createUserInput, given);
    const { userId } = valueOf(await createUser(context.database, context.grant, context.actor, input));
    return { userId, email: input.email, role: input.role, city: slug };
  });
  if (values.json) printJson(done);
  else printLines([`${done.email} is ${done.role} in ${done.city}.`]);
}

async function departmentsNamed(
  { database, grant }: CityContext<"user.manage">,
  names: readonly string[],
): Promise<string[]> {
  const known = await database.department.findMany({
    where: { cityId: grant.cityId, name: { in: [...names] } },
    select: { id: true, name: true },
  });
  const missing = names.filter((name) => !known.some((department) => department.name === name));
  if (missing.length > 0) throw new Refused(missing.map((name) => `There is no department ${name}.`));
  return known.map(({ id }) => id);
}
