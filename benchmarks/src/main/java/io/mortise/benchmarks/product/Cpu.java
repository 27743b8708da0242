package io.mortise.benchmarks.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What processes have taken of the CPU, as Linux counts it in {@code /proc}: in hundredths of a second. */
public final class Cpu {
    private static final double TICKS = 100;
    /** The first field after the name that is one of the four times: its own, in user and in kernel, and its ended children's. */
    private static final int TIMES = 11;

    private Cpu() {}

    /** Of a process, of all that it has started, and of those of them that have ended. */
    public static double seconds(ProcessHandle process) throws IOException {
        double ticks = ticks(process);
        try (Stream<ProcessHandle> below = process.descendants()) {
            for (ProcessHandle each : below.toList()) ticks += ticks(each);
        }
        return ticks / TICKS;
    }

    private static long ticks(ProcessHandle process) throws IOException {
        String line;
        try {
            line = Files.readString(Path.of("/proc", "" + process.pid(), "stat"));
        } catch (IOException e) {
            if (process.isAlive()) throw e;
            return 0; // it has just ended, and its parent has its time
        }
        String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
        long sum = 0;
        for (int i = TIMES; i < TIMES + 4; i++) sum += Long.parseLong(fields[i]);
        return sum;
    }
}
