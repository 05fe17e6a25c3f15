// The pages in the order of the work; the first four are the steps of setting a station up.
import { ConfigurationPage } from "./configuration.js";
import { TrainingPage } from "./training.js";
import { ModelPage } from "./model.js";
import { InspectionPage } from "./inspection.js";
import { ResultsPage } from "./results.js";
import { AccountPage } from "./account.js";

export const PAGES = [
  { path: "/configuration", title: "Configuration", component: ConfigurationPage },
  { path: "/training", title: "Training", component: TrainingPage },
  { path: "/model", title: "Model", component: ModelPage },
  { path: "/inspection", title: "Inspection", component: InspectionPage },
  { path: "/results", title: "Results", component: ResultsPage },
  { path: "/account", title: "Account", component: AccountPage },
];
