// How often the stream of events was opened: what failed before asks again then.
import { createStore } from "./store.js";

export const reconnections = createStore(0);
