package io.mortise.sync.internal.reconcile;

import java.util.Objects;

/**
 * What the hub and one remote agreed on: when the hub held {@code hub}, the remote showed {@code remote}. Two values,
 * because a remote may cut or recase what it is given, and that must not look like an edit. null stands for none.
 *
 * @param superseded the remote's value is known and judged, and to be overwritten; {@code hub} is then null
 */
public record Pair(Object hub, Object remote, boolean superseded) {
    public static Pair of(Object hub, Object remote) {
        return new Pair(hub, remote, false);
    }

    public static Pair superseded(Object remote) {
        return new Pair(null, remote, true);
    }

    public boolean shows(Object remoteValue) {
        return Objects.equals(remote, remoteValue);
    }

    /** Was the hub's present value the one agreed on? */
    public boolean holds(Object hubValue) {
        return !superseded && Objects.equals(hub, hubValue);
    }
}
