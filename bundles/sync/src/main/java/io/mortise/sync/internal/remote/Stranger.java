package io.mortise.sync.internal.remote;

import io.mortise.connector.Fault;

/** Another program than the vendor's, at the vendor's address. */
public final class Stranger {
    private Stranger() {}

    /** Does this no come from one? Then it says nothing of the login that was given. */
    public static boolean refuses(Fault fault) {
        boolean no = fault.remedy() == Fault.Remedy.SIGN_IN || fault.remedy() == Fault.Remedy.ASK_ADMIN;
        return no && fault.isAbout(Fault.ADDRESS);
    }
}
