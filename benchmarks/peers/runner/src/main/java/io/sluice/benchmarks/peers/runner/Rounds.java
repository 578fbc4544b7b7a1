package io.sluice.benchmarks.peers.runner;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Takes measures: everybody once, then everybody once more, so that what disturbs disturbs all. */
final class Rounds {

  private final Path modules;
  private final Figures figures;

  Rounds(Path modules, Figures figures) {
    this.modules = modules;
    this.figures = figures;
  }

  void take(Measure measure) throws IOException {
    figures.forget(measure.name());
    try (Jvm server = server()) {
      String url = "http://127.0.0.1:" + server.next() + "/v1";
      Map<Team, Jvm> kept = new EnumMap<>(Team.class);
      try {
        for (int round = -measure.warmUps(); round < measure.rounds(); round++) {
          System.err.println(measure.name() + ": round " + round);
          for (Measure.Order order : measure.orders()) {
            String line = answer(measure, order, url, kept);
            if (round >= 0) {
              figures.add(measure.name(), order.label(), line);
            }
          }
        }
      } finally {
        kept.values().forEach(Jvm::close);
      }
    }
  }

  private String answer(Measure measure, Measure.Order order, String url, Map<Team, Jvm> kept)
      throws IOException {
    if (measure.processes() == Measure.Processes.FRESH) {
      try (Jvm fresh = worker(order.who(), url)) {
        return fresh.ask(order.line());
      }
    }
    if (!kept.containsKey(order.who())) {
      kept.put(order.who(), worker(order.who(), url));
    }
    Busy busy = Busy.now();
    String line = kept.get(order.who()).ask(order.line());
    return line.startsWith("failed") ? line : line + " busy=" + busy.since();
  }

  private Jvm server() throws IOException {
    return Jvm.start(
        modules, "runner", "io.sluice.benchmarks.peers.server.StreamServer", List.of());
  }

  private Jvm worker(Team who, String url) throws IOException {
    List<String> arguments = new ArrayList<>(List.of(url));
    arguments.addAll(who.arguments());
    Jvm worker = Jvm.start(modules, who.module(), who.mainClass(), arguments);
    worker.next();
    return worker;
  }
}
