// The one place that names the vendored library.
export { html, render, useState, useEffect, useLayoutEffect, useRef, useCallback } from "../vendor/htm-preact/standalone.module.js";
