package io.sluice.benchmarks.server;

import io.sluice.pipeline.Delivery;
import io.sluice.server.Server;
import io.sluice.server.ServerBuilder;
import io.sluice.server.passage.Passage;
import io.sluice.sinks.file.FileSink;
import io.sluice.sinks.sqlite.SqliteSink;
import io.sluice.sinks.tokens.TokenSink;
import io.sluice.transport.netty.NettyTransport;
import io.sluice.transport.netty.Proxies;
import io.sluice.wire.Endpoint;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/** The server that is measured, in a process of its own. It prints its port and its token. */
public final class Measured {

  private static final int COLLECTIONS = 3;

  private Measured() {}

  /**
   * Serves until its input ends; each line of that is answered with the bytes that are used on the
   * heap.
   *
   * @param args the port of the model's server, a folder for the records, and {@code sinks} if
   *     there are three
   */
  public static void main(String[] args) throws IOException {
    Endpoint endpoint = Endpoint.of("http://127.0.0.1:" + args[0] + "/v1").withKey("k");
    Path folder = Path.of(args[1]);
    try (NettyTransport transport =
        NettyTransport.builder(endpoint).proxies(Proxies.none()).build()) {
      ServerBuilder settings =
          Server.builder("model", transport)
              .spool(folder)
              .passage(Passage.to("model", transport).build());
      if (args.length > 2) {
        addSinks(settings, folder);
      }
      try (Server server = settings.start()) {
        System.out.println(server.port());
        System.out.println(server.token().orElseThrow());
        answer();
      }
    }
  }

  private static void addSinks(ServerBuilder settings, Path folder) {
    var number = new AtomicLong();
    settings.to(
        "file",
        () -> FileSink.jsonl(folder.resolve(number.getAndIncrement() + ".jsonl")),
        Delivery.optional());
    settings.to("sqlite", () -> SqliteSink.of(folder.resolve("runs.sqlite")), Delivery.optional());
    settings.to("tokens", () -> TokenSink.reporting(report -> {}), Delivery.optional());
  }

  private static void answer() throws IOException {
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    while (in.readLine() != null) {
      var memory = ManagementFactory.getMemoryMXBean();
      for (int each = 0; each < COLLECTIONS; each++) {
        memory.gc();
      }
      System.out.println(memory.getHeapMemoryUsage().getUsed());
    }
  }
}
