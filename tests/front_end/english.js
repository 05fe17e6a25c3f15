// Loads the English texts before the tests, as the pages load theirs before the first paint.

import { readFileSync } from "node:fs";
import { addTexts, beginTexts } from "../../webui/static/app/texts/texts.js";

const file = new URL("../../webui/static/app/texts/en.ftl", import.meta.url);
beginTexts("en-US");
addTexts(readFileSync(file, "utf8"));
