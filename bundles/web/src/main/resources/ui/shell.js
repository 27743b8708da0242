// @ts-check
/**
 * `@mo/shell`: what modules may take from the shell besides their ctx. Pure functions and one base class; no element names are
 * registered anywhere, because a name can't be given anew when a module is replaced.
 */
export { icon } from './elements/icon.js';
export { blank, failure, skeleton, pill, bar } from './elements/states.js';
export { tabs } from './elements/tabs.js';
export { day, initials, moment, partName, remaining, since, span, whole } from './elements/format.js';
export { steps, writes } from './elements/steps.js';
export { Screen, throttled, within } from './elements/screen.js';
export { settingField, unset } from './elements/setting.js';
export { dialog } from './elements/dialog.js';
export { Combobox } from './elements/combobox.js';
