// The dataset that reviewed pictures are added to: kept while the browser's tab is open.
import { createStore } from "./store.js";

const KEY = "review-dataset";

/** Its name; "" for none. */
export const reviewDataset = createStore(sessionStorage.getItem(KEY) ?? "");
reviewDataset.follow((name) => sessionStorage.setItem(KEY, name));
