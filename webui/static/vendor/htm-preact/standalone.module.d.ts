// For the type check of the pages: the file beside this one is preact, its hooks and htm in one.
export * from "htm/preact";
export * from "preact/hooks";
