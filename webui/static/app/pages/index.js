// The pages in the order of the work; the first four are the steps of setting a station up.
// Each page's modules are loaded with it, so that the first one doesn't wait for those of the others.

/** @import { Page } from "../state/loaded_pages.js" */

/** @type {Page[]} */
export const PAGES = [
  {
    name: "configuration",
    load: async () => (await import("./configuration.js")).ConfigurationPage,
  },
  {
    name: "training",
    load: async () => (await import("./training.js")).TrainingPage,
  },
  {
    name: "dataset",
    load: async () => (await import("./dataset.js")).DatasetPage,
  },
  { name: "model", load: async () => (await import("./model.js")).ModelPage },
  {
    name: "inspection",
    load: async () => (await import("./inspection.js")).InspectionPage,
  },
  {
    name: "results",
    load: async () => (await import("./results.js")).ResultsPage,
  },
  {
    name: "quality",
    load: async () => (await import("./quality.js")).QualityPage,
  },
  { name: "line", load: async () => (await import("./line.js")).LinePage },
  { name: "cloud", load: async () => (await import("./cloud.js")).CloudPage },
  {
    name: "account",
    load: async () => (await import("./account.js")).AccountPage,
  },
  {
    name: "settings",
    load: async () => (await import("./settings.js")).SettingsPage,
  },
];
