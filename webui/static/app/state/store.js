// A value that components follow.
import { useEffect, useState } from "../preact.js";

/**
 * @template Value
 * @typedef {{
 *   get: () => Value,
 *   set: (next: Value | ((value: Value) => Value)) => void,
 *   follow: (follower: (value: Value) => void) => () => void,
 * }} Store
 */

/**
 * A store that begins with a value.
 * @template Value
 * @param {Value} value
 * @returns {Store<Value>}
 */
export function createStore(value) {
  /** @type {Set<(value: Value) => void>} */
  const followers = new Set();
  return {
    get: () => value,
    set(next) {
      value = next instanceof Function ? next(value) : next;
      for (const follow of followers) follow(value);
    },
    follow(follow) {
      followers.add(follow);
      return () => void followers.delete(follow);
    },
  };
}

/**
 * The store's value; the component is drawn again when it changes.
 * @template Value
 * @param {Store<Value>} store
 * @returns {Value}
 */
export function useStore(store) {
  const [value, setValue] = useState(store.get());
  useEffect(() => {
    /** @type {(next: Value) => void} */
    const show = (next) => setValue(() => next);
    show(store.get());
    return store.follow(show);
  }, [store]);
  return value;
}
