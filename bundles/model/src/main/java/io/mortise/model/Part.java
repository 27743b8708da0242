package io.mortise.model;

/** The part a connected product plays. Policies and features speak of parts, never of vendors. */
public record Part(String name) {
    public static final Part PSA = new Part("psa");
    public static final Part DOCS = new Part("docs");
    public static final Part RMM = new Part("rmm");
    /** The hub itself: the home of what no connected system keeps. */
    public static final Part HUB = new Part("hub");
}
