/** The service desk: tickets with their notes, time, views and macros. */
package io.mortise.tickets;
