package io.sluice.benchmarks.peers.contender;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * The process of one client: takes an order a line on standard input, and writes a line of figures
 * for each, so that clients can be measured in turn while none of them shares a JVM.
 */
public final class Worker {

  private Worker() {}

  /** Serves orders until there are no more. */
  public static void serve(Contender contender) throws IOException {
    var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    System.out.println("ready");
    for (String line = orders.readLine(); line != null; line = orders.readLine()) {
      System.out.println(figures(contender, line));
    }
    System.exit(0); // Threads of an HTTP client may still wait for answers that never end.
  }

  private static String figures(Contender contender, String line) {
    try {
      return obeyed(contender, Order.of(line)).toString();
    } catch (Exception | Error failed) {
      return "failed=" + String.valueOf(failed).replaceAll("\\s+", "_");
    }
  }

  private static Figures obeyed(Contender contender, Order order) throws Exception {
    return switch (order.measure()) {
      case "flood" -> Flood.measure(contender, order.number("streams"), order.number("chunks"));
      case "idle" -> Idle.measure(contender, order.number("streams"));
      case "paced" ->
          Paced.measure(
              contender, order.number("streams"), order.number("rate"), order.number("seconds"));
      case "first" -> First.measure(contender, order.number("times"));
      default -> throw new IllegalArgumentException("no such measure: " + order.measure());
    };
  }
}
