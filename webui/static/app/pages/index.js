// The pages in the order of the work; the first four are the steps of setting a station up.

import { AccountPage } from "./account.js";
import { CloudPage } from "./cloud.js";
import { ConfigurationPage } from "./configuration.js";
import { InspectionPage } from "./inspection.js";
import { LinePage } from "./line.js";
import { ModelPage } from "./model.js";
import { ResultsPage } from "./results.js";
import { SettingsPage } from "./settings.js";
import { TrainingPage } from "./training.js";

export const PAGES = [
  { path: "/configuration", title: "Configuration", component: ConfigurationPage },
  { path: "/training", title: "Training", component: TrainingPage },
  { path: "/model", title: "Model", component: ModelPage },
  { path: "/inspection", title: "Inspection", component: InspectionPage },
  { path: "/results", title: "Results", component: ResultsPage },
  { path: "/line", title: "Line", component: LinePage },
  { path: "/cloud", title: "Cloud", component: CloudPage },
  { path: "/account", title: "Account", component: AccountPage },
  { path: "/settings", title: "Settings", component: SettingsPage },
];
