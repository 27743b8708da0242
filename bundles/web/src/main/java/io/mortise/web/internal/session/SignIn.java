package io.mortise.web.internal.session;

import io.mortise.model.Secret;

/** Body of POST /api/session. */
public record SignIn(String user, Secret password) {}
