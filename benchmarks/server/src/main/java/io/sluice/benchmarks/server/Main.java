package io.sluice.benchmarks.server;

import io.sluice.benchmarks.peers.server.StreamServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Measures the server beside nginx, and prints tables in Markdown. */
public final class Main {

  private Main() {}

  /**
   * Measures.
   *
   * @param args {@code --trial}, {@code --short} or nothing
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Scale scale = Scale.of(args.length > 0 ? args[0] : "");
    Path folder = Files.createTempDirectory("sluice-benchmark");
    try (Program model = Program.java(StreamServer.class)) {
      String upstream = model.line();
      passing(scale, folder, upstream);
      viewers(scale, folder, upstream);
    } finally {
      delete(folder);
    }
  }

  private static void passing(Scale scale, Path folder, String upstream)
      throws IOException, InterruptedException {
    int front = Nginx.freePort();
    try (Program nginx = Nginx.start(folder, upstream, front);
        Program bare = Program.java(Measured.class, upstream, folder.toString());
        Program busy = Program.java(Measured.class, upstream, folder.toString(), "sinks")) {
      Map<String, Way> ways = new LinkedHashMap<>();
      ways.put("direct", new Way(nginx, Integer.parseInt(upstream)));
      ways.put("nginx", new Way(nginx, front));
      ways.put("Sluice, no sink", way(bare));
      ways.put("Sluice, file, sqlite and tokens", way(busy));
      say("| way | p50 µs | p99 µs | CPU µs a chunk | first byte p50 µs | resident MB |");
      say("|---|---|---|---|---|---|");
      for (int round = 0; round < scale.rounds(); round++) {
        for (Map.Entry<String, Way> way : ways.entrySet()) {
          measure(way.getKey(), way.getValue(), scale, round == 0 && scale.rounds() > 1);
        }
      }
    }
  }

  private static void measure(String name, Way way, Scale scale, boolean warm)
      throws IOException, InterruptedException {
    long cpu = way.program().cpuMicros();
    Delays delays = PassingMeasure.delays(way.port(), scale);
    double chunks = delays.count() * (scale.seconds() + 1.0) / scale.seconds();
    double spent = (way.program().cpuMicros() - cpu) / chunks;
    Delays first = PassingMeasure.firstBytes(way.port(), scale);
    if (!warm) {
      say(
          "| %s | %.0f | %.0f | %.1f | %.0f | %d |",
          name,
          delays.micros(50),
          delays.micros(99),
          name.equals("direct") ? 0 : spent,
          first.micros(50),
          way.program().residentKilobytes() >> 10);
    }
  }

  private static void viewers(Scale scale, Path folder, String upstream)
      throws IOException, InterruptedException {
    say("");
    say("| viewers | cores | heap MB | bytes each | threads | end, last after first, ms |");
    say("|---|---|---|---|---|---|");
    try (Program server = Program.java(Measured.class, upstream, folder.toString())) {
      int port = Integer.parseInt(server.line());
      String token = server.line();
      for (int viewers : new int[] {1, scale.viewers() / 10, scale.viewers()}) {
        ViewersMeasure.Figures figures = new ViewersMeasure(server, port, token, viewers).measure();
        say(
            "| %d | %.2f | %d | %s | %d | %.0f |",
            viewers,
            figures.cores(),
            figures.heapMegabytes(),
            viewers == 1 ? "" : figures.bytesEach(),
            figures.threads(),
            figures.spreadMillis());
      }
    }
  }

  private static Way way(Program server) throws IOException {
    int port = Integer.parseInt(server.line());
    server.line();
    return new Way(server, port);
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  /**
   * A way from a client to the model's server.
   *
   * @param program what passes on; of the direct way it does not count
   */
  private record Way(Program program, int port) {}
}
