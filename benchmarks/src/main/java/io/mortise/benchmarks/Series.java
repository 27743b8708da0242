package io.mortise.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Measured values, in order of size. At least one must be there before anything is asked. */
public final class Series {
    private final List<Double> values = new ArrayList<>();

    /** In any order. */
    public void add(double value) {
        int found = Collections.binarySearch(values, value);
        values.add(found < 0 ? -found - 1 : found, value);
    }

    public int count() {
        return values.size();
    }

    public double min() {
        return values.get(0);
    }

    public double max() {
        return values.get(values.size() - 1);
    }

    public double median() {
        return percentile(50);
    }

    /** The smallest value that at least so many of a hundred don't exceed. */
    public double percentile(int percent) {
        return values.get(Math.max(0, (int) Math.ceil(values.size() * percent / 100.0) - 1));
    }
}
