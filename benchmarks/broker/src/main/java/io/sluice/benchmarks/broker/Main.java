package io.sluice.benchmarks.broker;

import java.util.Locale;

/** Measures against a broker, and prints a line for each figure. */
public final class Main {

  private static final int RUNS = 16;
  private static final int CHUNKS = 12_500;
  private static final int AT_ONCE = 8;
  private static final int WARM_UP_RUNS = 8;
  private static final int FIRST_TOKENS = 500;

  private Main() {}

  /** Takes the address of the broker. */
  public static void main(String[] arguments) throws Exception {
    String servers = arguments[0];
    String pass = Long.toString(System.currentTimeMillis(), 36);
    try (var carriage = new Carriage(servers, "bench-" + pass)) {
      carriage.write("warm-", WARM_UP_RUNS, CHUNKS, AT_ONCE);
      carriage.follow("warm-", WARM_UP_RUNS, AT_ONCE);
      print("written", carriage.write("written-", RUNS, CHUNKS, AT_ONCE));
      print("followed", carriage.follow("written-", RUNS, AT_ONCE));
      print("written and followed at once", carriage.both("both-", RUNS, CHUNKS, AT_ONCE));
    }
    try (var first = new FirstTokens(servers, "first-" + pass)) {
      first.measure(FIRST_TOKENS / 5);
      System.out.println("first token at a consumer: " + first.measure(FIRST_TOKENS));
    }
  }

  private static void print(String what, double chunksPerSecond) {
    System.out.printf(Locale.ROOT, "%s: %,.0f chunks/s%n", what, chunksPerSecond);
  }
}
