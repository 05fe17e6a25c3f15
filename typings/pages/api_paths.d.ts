// What the HTTP API answers to a call, by the call's path as the pages write it. A template such as
// `models/${name}/${version}` has the type of its text, so it is compared with the paths of the
// OpenAPI document piece by piece. What a path answers that isn't there is unknown, so that no page
// can use it. `api.d.ts` beside this file is written by `make check-pages` from the document.
import type { paths } from "./api";

type Pieces<Path extends string> = Path extends `${infer First}/${infer Rest}`
  ? [First, ...Pieces<Rest>]
  : [Path];
type WithoutQuery<Path extends string> = Path extends `${infer Before}?${string}` ? Before : Path;
/** Each path's pieces, in which a parameter is any text, and what its calls answer. */
type Known = {
  [Path in keyof paths & string]: {
    pieces: Matching<Pieces<Path>>;
    answers: {
      [Name in keyof paths[Path]]: paths[Path][Name] extends { responses: infer Responses }
        ? AnswerOf<Responses>
        : never;
    };
  };
};
type Matching<Parts extends string[]> = {
  [Index in keyof Parts]: Parts[Index] extends `{${string}}` ? string : Parts[Index];
};
type AnswerOf<Responses> = {
  [Status in keyof Responses]: Status extends 200 | 201 | 202
    ? Responses[Status] extends { content: { "application/json": infer Body } }
      ? Body
      : never
    : never;
}[keyof Responses];
type AnswerAt<Name extends string, Asked extends string[]> = {
  [Path in keyof Known]: Asked extends Known[Path]["pieces"]
    ? Name extends keyof Known[Path]["answers"]
      ? Exclude<Known[Path]["answers"][Name], undefined>
      : never
    : never;
}[keyof Known];
type OrUnknown<Answer> = [Answer] extends [never] ? unknown : Answer;

declare global {
  type Answered<Name extends "get" | "put" | "post" | "patch" | "delete", Path extends string> = OrUnknown<
    AnswerAt<Name, Pieces<`/api/v1/${WithoutQuery<Path>}`>>
  >;
}
