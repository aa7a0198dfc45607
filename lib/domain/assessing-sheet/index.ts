export * from "./answers";
export * from "./columns";
export * from "./plan";
export * from "./rows";
export * from "./state";
export * from "./texts";
