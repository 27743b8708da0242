package io.mortise.web.internal.http;

/** Carries a problem up to the servlet. Made without a stack: it is an answer, not a failure. */
public final class Halt extends RuntimeException {
    private final Problem problem;

    Halt(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
