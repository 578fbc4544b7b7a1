package io.sluice.kafka.queue;

import io.sluice.batch.Batch;
import io.sluice.pipeline.Delivery;
import io.sluice.pipeline.Pipeline;
import io.sluice.queue.JobQueue;
import io.sluice.transport.netty.NettyTransport;
import io.sluice.wire.Endpoint;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A process that answers what comes from a queue until it is killed. Its arguments are the address
 * of the model, how many requests it asks at once, and the options of the queue.
 */
final class QueueWorker {

  private QueueWorker() {}

  public static void main(String[] args) throws IOException {
    Map<String, String> options = new HashMap<>();
    for (int i = 2; i < args.length; i++) {
      int equals = args[i].indexOf('=');
      options.put(args[i].substring(0, equals), args[i].substring(equals + 1));
    }
    try (NettyTransport transport = NettyTransport.open(Endpoint.of(args[0]));
        JobQueue queue = QueueTopics.open(options)) {
      Batch.of(
              Pipeline.from(transport)
                  .to("nothing", () -> chunk -> {}, Delivery.required())
                  .build())
          .concurrency(Integer.parseInt(args[1]))
          .following()
          .run(queue);
    }
  }

  /** Starts such a process, whose stderr goes to a file. */
  static Process start(String model, int concurrency, Map<String, String> options, Path err)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                QueueWorker.class.getName(),
                model,
                Integer.toString(concurrency)));
    options.forEach((name, value) -> command.add(name + "=" + value));
    File file = err.toFile();
    return new ProcessBuilder(command)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(file))
        .redirectError(ProcessBuilder.Redirect.appendTo(file))
        .start();
  }
}
