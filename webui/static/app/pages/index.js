// The pages in the order of the work; the first four are the steps of setting a station up.
// Each page's modules are loaded with it, so that the first one doesn't wait for those of the others.

export const PAGES = [
  {
    path: "/configuration",
    title: "Configuration",
    load: async () => (await import("./configuration.js")).ConfigurationPage,
  },
  {
    path: "/training",
    title: "Training",
    load: async () => (await import("./training.js")).TrainingPage,
  },
  { path: "/model", title: "Model", load: async () => (await import("./model.js")).ModelPage },
  {
    path: "/inspection",
    title: "Inspection",
    load: async () => (await import("./inspection.js")).InspectionPage,
  },
  {
    path: "/results",
    title: "Results",
    load: async () => (await import("./results.js")).ResultsPage,
  },
  { path: "/line", title: "Line", load: async () => (await import("./line.js")).LinePage },
  { path: "/cloud", title: "Cloud", load: async () => (await import("./cloud.js")).CloudPage },
  {
    path: "/account",
    title: "Account",
    load: async () => (await import("./account.js")).AccountPage,
  },
  {
    path: "/settings",
    title: "Settings",
    load: async () => (await import("./settings.js")).SettingsPage,
  },
];
