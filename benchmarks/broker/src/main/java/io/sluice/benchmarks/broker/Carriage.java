package io.sluice.benchmarks.broker;

import io.sluice.kafka.KafkaRuns;
import io.sluice.kafka.sink.KafkaSinkFactory;
import io.sluice.sink.Sink;
import io.sluice.sink.SinkOptions;
import io.sluice.stream.ChatStream;
import io.sluice.stream.Chunk;
import io.sluice.stream.Outcome;
import io.sluice.stream.Status;
import io.sluice.testkit.Chunks;
import io.sluice.testkit.TestContext;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Runs that are written and followed as fast as that goes. */
final class Carriage implements AutoCloseable {

  /** As a server sends it: some 330 bytes. */
  private static final Chunk CHUNK =
      Chunks.read(
          "{\"id\":\"chatcmpl-"
              + "x".repeat(120)
              + "\",\"object\":\"chat.completion.chunk\",\"created\":1769851800,\"model\":\"gpt-4o-mini\","
              + "\"system_fingerprint\":\"fp_0123456789\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\""
              + " token\"},\"logprobs\":null,\"finish_reason\":null}]}");

  private final KafkaSinkFactory sinks = new KafkaSinkFactory();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, String> options;
  private final KafkaRuns runs;

  Carriage(String servers, String topic) {
    this.options = Map.of("servers", servers, "topic", topic, "create", "yes");
    this.runs =
        KafkaRuns.of(Map.of("bootstrap.servers", servers))
            .topic(topic)
            .idleTimeout(Duration.ofMinutes(1));
  }

  /** Writes so many runs, some at once; returns chunks a second. */
  double write(String prefix, int count, int chunks, int atOnce) throws Exception {
    long begin = System.nanoTime();
    all(count, atOnce, i -> write(prefix + i, chunks)).forEach(Carriage::join);
    return rate(begin, (long) count * chunks);
  }

  /** Follows so many runs that have ended, some at once; returns chunks a second. */
  double follow(String prefix, int count, int atOnce) throws Exception {
    long begin = System.nanoTime();
    long chunks =
        all(count, atOnce, i -> follow(prefix + i)).stream().mapToLong(Carriage::join).sum();
    return rate(begin, chunks);
  }

  /** Follows runs while they are written; returns chunks a second, until the last was followed. */
  double both(String prefix, int count, int chunks, int atOnce) throws Exception {
    long begin = System.nanoTime();
    List<Future<Long>> written = all(count, atOnce, i -> write(prefix + i, chunks));
    List<Future<Long>> followed = all(count, atOnce, i -> follow(prefix + i));
    written.forEach(Carriage::join);
    return rate(begin, followed.stream().mapToLong(Carriage::join).sum());
  }

  @Override
  public void close() {
    threads.shutdownNow();
    sinks.close();
  }

  private Work write(String id, int chunks) {
    return () -> {
      try (Sink sink = sinks.create(SinkOptions.of(sinks.options(), options))) {
        sink.onOpen(new TestContext(id, Optional.empty()));
        for (int i = 0; i < chunks; i++) {
          sink.onChunk(CHUNK);
        }
        sink.onEnd(Outcome.builder(Status.COMPLETED).chunks(chunks).build());
      }
      return chunks;
    };
  }

  private Work follow(String id) {
    return () -> {
      long chunks = 0;
      try (ChatStream stream = runs.follow(id).open()) {
        for (Chunk chunk : stream) {
          chunks += chunk.deltas().isEmpty() ? 0 : 1;
        }
      }
      return chunks;
    };
  }

  /** The works of all runs, shared out among so many threads. */
  private List<Future<Long>> all(int count, int atOnce, IntFunction<Work> works) {
    List<Future<Long>> all = new ArrayList<>();
    for (int thread = 0; thread < atOnce; thread++) {
      int first = thread;
      all.add(
          threads.submit(
              () -> {
                long sum = 0;
                for (int i : IntStream.range(0, count).filter(n -> n % atOnce == first).toArray()) {
                  sum += works.apply(i).chunks();
                }
                return sum;
              }));
    }
    return all;
  }

  private static long join(Future<Long> work) {
    try {
      return work.get();
    } catch (ExecutionException | InterruptedException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static double rate(long begin, long chunks) {
    return chunks / ((System.nanoTime() - begin) / 1e9);
  }

  /** Writes or follows a run. */
  @FunctionalInterface
  private interface Work {
    long chunks() throws IOException;
  }
}
