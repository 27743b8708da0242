package io.mortise.benchmarks.product;

/** What a process has taken so far: seconds of all CPUs together, its largest resident memory, time since its start. */
public record Cost(double cpuSeconds, double megabytes, double seconds) {}
