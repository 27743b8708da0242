package io.mortise.benchmarks.desk;

/** Somebody who works here, or at a customer. */
record Person(String first, String last, String mail, String company) {
    String name() {
        return first + " " + last;
    }
}
