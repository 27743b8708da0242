package io.mortise.api;

import io.mortise.model.Right;
import org.osgi.annotation.versioning.ProviderType;

/** The person, or the platform's own task, on whose authority something is done. A snapshot: take a new one per request. */
@ProviderType
public interface Caller {
    String id();

    String name();

    String email();
    /** By the person's Mortise role alone; see {@link Access#of} for one record. */
    boolean may(Right right);
}
