package io.sluice.benchmarks.parts;

import io.sluice.accumulate.CompletionAccumulator;
import io.sluice.chat.Completion;
import io.sluice.json.ChunkReader;
import io.sluice.stream.Chunk;
import io.sluice.transport.netty.EventStreams;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** From bytes to the folded answer, each step for itself; and a bare walk through the JSON. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ReadingBenchmark {

  private static final JsonFactory JSON = new JsonFactory();

  @Param Payloads payloads;

  private byte[] events;
  private byte[][] each;
  private List<Chunk> chunks;
  private final ChunkReader reader = new ChunkReader();

  @Setup
  public void make() {
    events = payloads.events();
    each = payloads.payloads();
    chunks = new ArrayList<>();
    for (byte[] payload : each) {
      chunks.add(reader.read(ByteBuffer.wrap(payload), Duration.ZERO, kind -> {}));
    }
  }

  @Benchmark
  @OperationsPerInvocation(Payloads.COUNT)
  public void events(Blackhole hole) throws IOException {
    EventStreams.read(new ByteArrayInputStream(events), hole::consume);
  }

  @Benchmark
  @OperationsPerInvocation(Payloads.COUNT)
  public void chunks(Blackhole hole) {
    for (byte[] payload : each) {
      hole.consume(reader.read(ByteBuffer.wrap(payload), Duration.ZERO, kind -> {}));
    }
  }

  @Benchmark
  @OperationsPerInvocation(Payloads.COUNT)
  public void bareTokens(Blackhole hole) {
    for (byte[] payload : each) {
      try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), payload)) {
        while (parser.nextToken() != null) {
          hole.consume(parser.currentToken());
        }
      }
    }
  }

  @Benchmark
  @OperationsPerInvocation(Payloads.COUNT)
  public Completion fold() {
    var fold = new CompletionAccumulator();
    chunks.forEach(fold::add);
    return fold.result();
  }
}
