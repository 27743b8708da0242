/** Users and sessions, and what belongs to each person alone: the own logins, on a screen and as routes. */
@Screens
package io.mortise.access;

import io.mortise.api.Screens;
