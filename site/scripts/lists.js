/** The pages that list problems: marks what is solved, and lets the browser keep them. */

import { sayOnTop } from "./banner.js";
import { startOffline } from "./offline-start.js";
import "./solved-marks.js";

void startOffline(sayOnTop, document.getElementById("offline"));
