import { redirect } from "next/navigation";
import { loadStart } from "@/lib/features/account/loaders";

export default async function Start(): Promise<never> {
  redirect(await loadStart());
}
