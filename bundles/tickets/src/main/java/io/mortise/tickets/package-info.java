/** The service desk: tickets with their notes, time, views and macros, as routes and on screens. */
@Screens
package io.mortise.tickets;

import io.mortise.api.Screens;
