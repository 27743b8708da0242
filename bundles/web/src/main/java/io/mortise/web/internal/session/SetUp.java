package io.mortise.web.internal.session;

import io.mortise.model.Secret;

/**
 * Body of POST /api/setup.
 *
 * @param code from the one-time link that the first start prints
 */
public record SetUp(Secret code, String user, String name, Secret password) {}
