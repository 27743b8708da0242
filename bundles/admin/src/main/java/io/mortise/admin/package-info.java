/** The sync and the modules, on screens and as routes. */
@Screens
package io.mortise.admin;

import io.mortise.api.Screens;
