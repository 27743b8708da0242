/** Organizations, locations, contacts and configurations, on screens and as routes. */
@Screens
package io.mortise.crm;

import io.mortise.api.Screens;
