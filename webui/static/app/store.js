// A value that components follow.
import { useEffect, useState } from "./preact.js";

export function createStore(value) {
  const followers = new Set();
  return {
    get: () => value,
    set(next) {
      value = typeof next === "function" ? next(value) : next;
      followers.forEach((follow) => follow(value));
    },
    follow(follow) {
      followers.add(follow);
      return () => followers.delete(follow);
    },
  };
}

/** The store's value; the component is drawn again when it changes. */
export function useStore(store) {
  const [value, setValue] = useState(store.get());
  useEffect(() => {
    const show = (next) => setValue(() => next);
    show(store.get());
    return store.follow(show);
  }, [store]);
  return value;
}
